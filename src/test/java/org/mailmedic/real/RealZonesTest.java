package org.mailmedic.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mailmedic.checkup.DomainChecker;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.maildomain.DomainLook;
import org.mailmedic.maildomain.DomainOutcome;
import org.mailmedic.maildomain.DomainQuestion;
import org.mailmedic.maildomain.Keys;
import org.mailmedic.maildomain.check.Blocklist;
import org.mailmedic.maildomain.record.DomainRecord;
import org.mailmedic.provider.ProviderBook;

/// Each kind of domain in a real zone, asked of the server in charge and of a resolver that proves signatures.
@Tag("real")
final class RealZonesTest {
    private static final Blocklist LIST = new Blocklist("bl.test", "Test List", Blocklist.Kind.ADDRESS, "");
    private static final Blocklist DEAD = new Blocklist("dead-bl.test", "Dead List", Blocklist.Kind.ADDRESS, "");
    private static final Blocklist EVERYBODY = new Blocklist("all-bl.test", "List of everybody", Blocklist.Kind.ADDRESS, "");

    private static Workshop folder;
    private static Zones zones;

    /// @param mx    the zone lines of its MX, or of nothing
    /// @param spf   its TXT records
    /// @param dkim  what stands at `default._domainkey`
    /// @param dmarc what stands at `_dmarc`
    /// @param more  further zone lines, with names relative to the domain
    private record Case(String name, List<String> codes, String mx, List<String> spf, List<String> dkim, List<String> dmarc,
            List<String> more,
                        List<String> senders, List<Blocklist> lists) {
        static Case of(String name, String... codes) {
            return new Case(name, List.of(codes), "@ MX 10 mx", List.of("v=spf1 ip4:192.0.2.0/24 -all"), List.of(Keys.rsa(2048)),
                    List.of("v=DMARC1; p=reject; rua=mailto:d@NAME.test"), List.of(), List.of(), List.of());
        }

        Case withMx(String line) {
            return new Case(name, codes, line, spf, dkim, dmarc, more, senders, lists);
        }

        Case withSpf(String... texts) {
            return new Case(name, codes, mx, List.of(texts), dkim, dmarc, more, senders, lists);
        }

        Case withDkim(String... texts) {
            return new Case(name, codes, mx, spf, List.of(texts), dmarc, more, senders, lists);
        }

        Case withDmarc(String... texts) {
            return new Case(name, codes, mx, spf, dkim, List.of(texts), more, senders, lists);
        }

        Case withMore(String... lines) {
            return new Case(name, codes, mx, spf, dkim, dmarc, List.of(lines), senders, lists);
        }

        Case withSender(String address) {
            return new Case(name, codes, mx, spf, dkim, dmarc, more, List.of(address), lists);
        }

        Case withList(Blocklist list) {
            return new Case(name, codes, mx, spf, dkim, dmarc, more, List.of("192.0.2.25"), List.of(list));
        }

        String zone() {
            var all = new StringBuilder("$ORIGIN " + name + ".test.\n").append(mx).append("\nmx A 192.0.2.25\n");
            texts(all, "@", spf);
            texts(all, "default._domainkey", dkim);
            texts(all, "_dmarc", dmarc);
            more.forEach(line -> all.append(line).append('\n'));
            return all.toString();
        }

        private void texts(StringBuilder all, String at, List<String> texts) {
            for (String each : texts) {
                var quoted = new StringBuilder();
                String text = each.replace("NAME", name).replace("\"", "\\\"");
                for (int i = 0; i < text.length(); i += 200) {
                    quoted.append(" \"").append(text, i, Math.min(text.length(), i + 200)).append('"');
                }
                all.append(at).append(" TXT").append(quoted).append('\n');
            }
        }
    }

    private static List<Case> cases() {
        var eleven = new StringBuilder("v=spf1");
        var ten = new StringBuilder("v=spf1");
        for (int i = 0; i < 11; i++) {
            eleven.append(" include:inc.test");
            ten.append(i == 0 ? "" : " include:inc.test");
        }
        return List.of(
                Case.of("healthy"),
                Case.of("nomx", "domain.mx_missing").withMx(""),
                Case.of("implicit", "domain.mx_missing").withMx("@ A 192.0.2.80"),
                Case.of("nullmx").withMx("@ MX 0 ."),
                Case.of("deadmx", "domain.mx_missing").withMx("@ MX 10 gone"),
                Case.of("privatemx", "domain.mx_missing").withMx("@ MX 10 in\nin A 10.1.2.3"),
                Case.of("loopmx", "domain.mx_missing").withMx("@ MX 10 l1\nl1 CNAME l2\nl2 CNAME l1"),
                Case.of("aliasmx").withMx("@ MX 10 al\nal CNAME mx"),
                Case.of("sixmx").withMx("@ MX 10 six\nsix AAAA 2001:db8::25"),
                Case.of("nospf", "domain.spf_missing").withSpf(),
                Case.of("othertxt", "domain.spf_missing").withSpf("google-site-verification=x"),
                Case.of("twospf", "domain.spf_multiple").withSpf("v=spf1 mx -all", "v=spf1 a -all"),
                Case.of("onespf").withSpf("v=spf1 mx -all", "MS=ms1"),
                Case.of("badspf", "domain.spf_syntax").withSpf("v=spf1 ip4:192.0.2.256 -all"),
                Case.of("oddspf").withSpf("v=spf1 mx x=y ~all"),
                Case.of("quotedspf", "domain.spf_syntax").withSpf("\"v=spf1 mx -all\""),
                Case.of("deadinc", "domain.spf_syntax").withSpf("v=spf1 include:gone.test -all"),
                Case.of("brokeninc", "domain.spf_syntax").withSpf("v=spf1 include:badspf.test -all"),
                Case.of("redirected").withSpf("v=spf1 redirect=inc.test"),
                Case.of("ten").withSpf(ten + " -all"),
                Case.of("eleven", "domain.spf_too_many_lookups").withSpf(eleven + " -all"),
                Case.of("voids", "domain.spf_too_many_lookups").withSpf("v=spf1 a:g1.test a:g2.test a:g3.test -all"),
                Case.of("twovoids").withSpf("v=spf1 a:g1.test a:g2.test -all"),
                Case.of("selfinc", "domain.spf_too_many_lookups").withSpf("v=spf1 include:selfinc.test -all"),
                Case.of("longspf").withSpf("v=spf1 " + "ip4:198.51.100.77 ".repeat(60) + "ip4:192.0.2.0/24 -all").withSender("192.0.2.25"),
                Case.of("overtcp").withMore(many()),
                Case.of("covered").withSender("192.0.2.25"),
                Case.of("uncovered", "domain.spf_not_covering").withSender("203.0.113.9"),
                Case.of("byhost", "domain.spf_not_covering").withSender("web.test"),
                Case.of("nodkim", "domain.dkim_missing").withDkim(),
                Case.of("otherdkim").withDkim().withMore("xq7._domainkey TXT \"v=DKIM1; p=x\""),
                Case.of("weakdkim", "domain.dkim_weak").withDkim(Keys.rsa(768)),
                Case.of("shortdkim").withDkim(Keys.rsa(1024)),
                Case.of("eddkim").withDkim("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="),
                Case.of("revoked", "domain.dkim_missing").withDkim("v=DKIM1; p="),
                Case.of("cutdkim", "domain.dkim_missing").withDkim(Keys.rsa(2048).substring(0, 255)),
                Case.of("deaddkim", "domain.dkim_missing").withDkim().withMore("s1._domainkey CNAME s1.gone.test."),
                Case.of("aliasdkim").withDkim().withMore("s1._domainkey CNAME default._domainkey.healthy.test."),
                Case.of("nodmarc", "domain.dmarc_missing").withDmarc(),
                Case.of("smalldmarc", "domain.dmarc_syntax").withDmarc("v=dmarc1; p=reject"),
                Case.of("twodmarc", "domain.dmarc_syntax").withDmarc("v=DMARC1; p=reject", "v=DMARC1; p=none"),
                Case.of("baddmarc", "domain.dmarc_syntax").withDmarc("v=DMARC1; p=rejct; rua=mailto:d@NAME.test"),
                Case.of("watching", "domain.dmarc_not_enforced").withDmarc("v=DMARC1; p=none; rua=mailto:d@NAME.test"),
                Case.of("testing", "domain.dmarc_not_enforced").withDmarc("v=DMARC1; p=reject; t=y; rua=mailto:d@NAME.test"),
                Case.of("oldtags").withDmarc("v=DMARC1; p=quarantine; pct=10; rua=mailto:d@NAME.test"),
                Case.of("aliasdmarc").withDmarc().withMore("_dmarc CNAME _dmarc.healthy.test."),
                Case.of("tlsrpt").withMore("_smtp._tls TXT \"v=TLSRPTv1; rua=mailto:t@x.test\""),
                Case.of("badtlsrpt", "domain.tls_rpt_invalid").withMore("_smtp._tls TXT \"v=TLSRPTv1;\""),
                Case.of("badsts", "domain.mta_sts_invalid").withMore("_mta-sts TXT \"v=STSv1; id=a-b\""),
                Case.of("stsnopolicy", "domain.mta_sts_invalid").withMore("_mta-sts TXT \"v=STSv1; id=1\""),
                Case.of("uselesstlsa").withMore("_25._tcp.mx TLSA 0 0 1 " + "ab".repeat(32)),
                Case.of("caa").withMore("@ CAA 0 issue \"letsencrypt.org\""),
                Case.of("listed", "domain.blocklisted").withList(LIST),
                Case.of("deadlist").withList(DEAD),
                Case.of("everybody").withList(EVERYBODY),
                Case.of("wild").withMore("* TXT \"nothing of use\""));
    }

    /// More texts at the domain than fit into a packet, so that the answer has to come over TCP.
    private static String[] many() {
        return IntStream.range(0, 60).mapToObj(i -> "@ TXT \"verification-" + i + "=" + "x".repeat(200) + "\"").toArray(String[]::new);
    }

    @BeforeAll
    static void serve() throws IOException {
        folder = Workshop.open();
        var zone = new StringBuilder("""
                $ORIGIN test.
                $TTL 60
                @ SOA ns admin 1 60 60 60 60
                @ NS ns
                ns A 127.0.0.1
                inc TXT "v=spf1 ip4:192.0.2.0/24 -all"
                web A 203.0.113.9
                mx A 192.0.2.25
                2.0.0.127.bl A 127.0.0.2
                25.2.0.192.bl A 127.0.0.3
                *.all-bl A 127.0.0.2
                """);
        cases().forEach(each -> zone.append(each.zone()));
        zones = Zones.start(zone.toString(), folder.path());
    }

    @AfterAll
    static void end() throws IOException {
        if (zones != null) {
            zones.close();
        }
        folder.close();
    }

    @TestFactory
    Stream<DynamicTest> everyZone() {
        return cases().stream().flatMap(each -> Map.of("in charge", zones.authority(), "signed", zones.resolver()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey()).map(way -> DynamicTest.dynamicTest(each.name() + ", " + way.getKey(),
                        () -> holds(each, way.getValue(), way.getKey().equals("signed")))));
    }

    private static void holds(Case each, String resolver, boolean signed) throws Exception {
        var question = new DomainQuestion(each.name() + ".test", List.of(), each.senders(), Optional.empty(), Optional.empty(),
                each.lists(),
                Optional.empty(), List.of());
        DomainLook look = look(question, resolver);
        Set<String> codes = codes(look);
        assertEquals(Set.copyOf(each.codes()), codes, () -> look.records() + "\n" + look.diagnosis());
        assertEquals(each.codes().isEmpty() ? DomainOutcome.HEALTHY : DomainOutcome.PROBLEM, look.outcome());
        assertEquals(signed && look.records().stream().anyMatch(record -> record.text().isPresent()),
                look.records().stream().anyMatch(DomainRecord::authentic), () -> "proven: " + look.records());
    }

    private static DomainLook look(DomainQuestion question, String resolver) throws Exception {
        return new DomainChecker(ProviderBook.load()).look(question, new DomainChecker.Manner(List.of(resolver), Optional.empty(),
                Duration.ofSeconds(3)));
    }

    private static Set<String> codes(DomainLook look) {
        var all = new TreeSet<String>();
        look.diagnosis().diagnoses().stream().map(Finding::code).forEach(code -> all.add(code.id()));
        return all;
    }

    @Test
    void aZoneWhoseSignaturesDoNotHoldIsNoAnswer() throws Exception {
        DomainLook look = look(DomainQuestion.about("healthy.bogus"), zones.resolver());
        assertEquals(DomainOutcome.INCONCLUSIVE, look.outcome());
        assertTrue(look.diagnosis().diagnoses().isEmpty(), () -> new ArrayList<>(codes(look)).toString());
    }

    private static String moved(String dmarc) {
        return "@ MX 10 mx\nmx A 192.0.2.25\n@ TXT \"v=spf1 mx -all\"\n_dmarc TXT \"" + dmarc + "\"\n";
    }

    private static DomainLook asOfNow(int authority, int resolver) throws Exception {
        return DomainChecker.askingAuthoritiesOn(authority, ProviderBook.load()).look(DomainQuestion.about("moved.test"),
                new DomainChecker.Manner(List.of("127.0.0.1:" + resolver), Optional.empty(), Duration.ofSeconds(3)));
    }

    @Test
    void aResolverThatStillHasTheOldRecordIsNamed() throws Exception {
        try (var own = Workshop.open()) {
            int resolver = Zones.free();
            String old = moved("v=DMARC1; p=none; rua=mailto:d@moved.test");
            var before = NsdServer.start(Files.createDirectories(own.resolve("before")), Map.of("moved.test", old));
            Files.writeString(own.resolve("unbound.conf"), """
                    server:
                      interface: 127.0.0.1@%1$d
                      port: %1$d
                      chroot: ""
                      username: ""
                      directory: "%2$s"
                      pidfile: "%2$s/unbound.pid"
                      use-syslog: no
                      do-not-query-localhost: no
                      do-ip6: no
                      module-config: "iterator"
                      local-zone: "test." nodefault
                    stub-zone:
                      name: "moved.test."
                      stub-addr: 127.0.0.1@%3$d
                    """.formatted(resolver, own.path(), before.port()));
            var unbound = Command.of("unbound", "-d", "-c", own.resolve("unbound.conf")).start(own.resolve("unbound.log"));
            try {
                Until.isTrue("the resolver listens", () -> Command.of("ss", "-Hlun").succeed().contains("127.0.0.1:" + resolver));
                DomainLook first = asOfNow(before.port(), resolver);
                assertEquals(List.of("ns.moved.test"), first.authority().asked());
                assertEquals(List.of(), first.authority().differences());
                before.close();
                try (var now = NsdServer.start(Files.createDirectories(own.resolve("now")), Map.of("moved.test",
                        moved("v=DMARC1; p=reject; rua=mailto:d@moved.test")))) {
                    var difference = asOfNow(now.port(), resolver).authority().differences().getFirst();
                    assertEquals("_dmarc.moved.test", difference.name());
                    assertEquals(List.of("v=DMARC1; p=reject; rua=mailto:d@moved.test"), difference.serverSays());
                    assertEquals(List.of("v=DMARC1; p=none; rua=mailto:d@moved.test"), difference.otherSays());
                    assertEquals("127.0.0.1", difference.other());
                    assertTrue(difference.kept() >= 0 && difference.kept() <= 60, () -> "kept for " + difference.kept());
                }
            } finally {
                unbound.destroy();
                before.close();
            }
        }
    }
}
