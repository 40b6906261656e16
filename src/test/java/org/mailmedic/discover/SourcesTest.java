package org.mailmedic.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.net.SystemNetwork;
import org.mailmedic.net.TinyDns;
import org.mailmedic.net.TinyWeb;
import org.mailmedic.net.dns.DnsRecords;
import org.mailmedic.net.tls.TlsInspector;
import org.mailmedic.net.tls.TrustJudge;
import org.mailmedic.net.tls.TrustStores;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.web.BoundedDocument;
import org.mailmedic.practice.WebIdentity;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.Security;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;

/// Each source against servers of the test's own.
final class SourcesTest {
    private static final WebIdentity IDENTITY = new WebIdentity(List.of("autoconfig.shop.example", "ispdb.test"));
    private static final String ANNA = "anna@shop.example";
    private static final String CONFIG = """
        <clientConfig version="1.1"><emailProvider id="x"><outgoingServer type="smtp"><hostname>smtp.hoster.example</hostname><port>465</port>
        <socketType>SSL</socketType><username>%EMAILADDRESS%</username></outgoingServer></emailProvider></clientConfig>
        """;

    @TempDir
    private static Path folder;
    private static BoundedDocument web;

    @BeforeAll
    static void trust() throws IOException {
        var tls = new TlsInspector(new TrustJudge(TrustStores.with(Optional.of(IDENTITY.root(folder))), false), Instant::now);
        web = new BoundedDocument(new SystemNetwork(), (_, _) -> List.of(InetAddress.ofLiteral("127.0.0.1")), tls);
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(10), System::nanoTime);
    }

    @Test
    void theDomainsOwnFileOverHttpsIsTrusted() throws IOException {
        try (var server = TinyWeb.start(IDENTITY.context(), _ -> TinyWeb.page(CONFIG))) {
            var source = new AutoconfigSource(Origin.AUTOCONFIG, "https://autoconfig.{domain}:" + server.port()
                    + "/mail/config-v1.1.xml?emailaddress={address}", web);
            assertEquals(new Look.Found(List.of(new Candidate("smtp.hoster.example", 465, Security.TLS, ANNA, Origin.AUTOCONFIG, true,
                    false))), source.look(People.ANNA, soon()));
            assertEquals(List.of("/mail/config-v1.1.xml?emailaddress=anna%40shop.example"), server.requests());
        }
    }

    @Test
    void aDatabaseWithoutHttpsIsHeardButNotTrusted() throws IOException {
        try (var server = TinyWeb.start(null, path -> path.equals("/v1.1/shop.example") ? TinyWeb.page(CONFIG) : TinyWeb.missing())) {
            var source = new AutoconfigSource(Origin.ISPDB, "http://ispdb.test:" + server.port() + "/v1.1/{domain}", web);
            assertEquals(new Look.Found(List.of(new Candidate("smtp.hoster.example", 465, Security.TLS, ANNA, Origin.ISPDB, false, true))),
                    source.look(People.ANNA, soon()));
            assertEquals(new Look.Nothing(), source.look(People.of("anna@other.example"), soon()));
        }
    }

    @Test
    void aPageThatIsNoConfigIsAFailureAndAForeignCertificateToo() throws IOException {
        try (var server = TinyWeb.start(IDENTITY.context(), _ -> TinyWeb.page("<html>Welcome</html>"))) {
            assertThrows(IOException.class, () -> new AutoconfigSource(Origin.ISPDB, "https://ispdb.test:" + server.port() + "/{domain}",
                    web).look(People.ANNA, soon()));
            assertThrows(IOException.class, () -> new AutoconfigSource(Origin.ISPDB, "https://elsewhere.test:" + server.port()
                    + "/{domain}", web).look(People.ANNA, soon()));
        }
    }

    private static Look srv(BiConsumer<String, Message> script) throws IOException {
        try (var dns = TinyDns.answering(script)) {
            return new SrvSource(new DnsRecords(List.of(dns.address()))).look(People.ANNA, soon());
        }
    }

    private static void service(Message reply, int priority, int port, String target) {
        reply.addRecord(new SRVRecord(reply.getQuestion().getName(), DClass.IN, 60, priority, 0, port, Name.fromConstantString(target)),
                Section.ANSWER);
    }

    @Test
    void tlsFromTheFirstByteBeforeStartTls() throws IOException {
        Look look = srv((name, reply) -> service(reply, 0, name.startsWith("_submissions.") ? 465 : 587, "smtp.shop.example."));
        assertEquals(List.of(new Candidate("smtp.shop.example", 465, Security.TLS, ANNA, Origin.SRV, true, false),
                new Candidate("smtp.shop.example", 587, Security.STARTTLS, ANNA, Origin.SRV, true, false)), look.found());
    }

    @Test
    void prioritiesCountAcrossBoth() throws IOException {
        Look look = srv((name, reply) -> service(reply, name.startsWith("_submissions.") ? 20 : 10, name.startsWith("_submissions.") ? 465
                : 587, "smtp.shop.example."));
        assertEquals(List.of(587, 465), look.found().stream().map(Candidate::port).toList());
    }

    @Test
    void aTargetOutsideTheDomainIsToBeConfirmedUnlessDnssecVouchesForIt() throws IOException {
        Candidate plain = srv((_, reply) -> service(reply, 0, 465, "smtp.hoster.example.")).found().getFirst();
        assertFalse(plain.trusted());
        assertTrue(plain.confirm());
        Candidate vouched = srv((_, reply) -> {
            service(reply, 0, 465, "smtp.hoster.example.");
            reply.getHeader().setFlag(Flags.AD);
        }).found().getFirst();
        assertTrue(vouched.trusted());
        assertFalse(vouched.confirm());
    }

    @Test
    void aDotMeansNotOffered() throws IOException {
        assertEquals(new Look.NotOffered(), srv((_, reply) -> service(reply, 0, 0, ".")));
        assertEquals(1, srv((name, reply) -> service(reply, 0, name.startsWith("_submissions.") ? 465 : 0, name.startsWith("_submissions.")
                ? "smtp.shop.example." : ".")).found().size());
        assertEquals(new Look.Nothing(), srv((_, _) -> { }));
    }

    private static Look mx(String target, String ispdb) throws IOException {
        try (var dns = TinyDns.answering((_, reply) -> reply.addRecord(
                new MXRecord(reply.getQuestion().getName(), DClass.IN, 60, 10, Name.fromConstantString(target)), Section.ANSWER))) {
            return new MxSource(new DnsRecords(List.of(dns.address())), ProviderBook.load(),
                    Optional.ofNullable(ispdb).map(base -> new AutoconfigSource(Origin.ISPDB, base, web)))
                    .look(People.ANNA, soon());
        }
    }

    @Test
    void whoReceivesTheMailIsAKnownProvider() throws IOException {
        Candidate best = mx("shop-example.mail.protection.outlook.com.", "https://nobody.test/{domain}").found().getFirst();
        assertEquals(new Candidate("smtp.office365.com", 587, Security.STARTTLS, ANNA, Origin.MX, false, true), best);
    }

    @Test
    void whoReceivesTheMailIsKnownToTheDatabase() throws IOException {
        try (var server = TinyWeb.start(IDENTITY.context(), path -> path.equals("/hoster.example") ? TinyWeb.page(CONFIG)
                : TinyWeb.missing())) {
            assertEquals(List.of(new Candidate("smtp.hoster.example", 465, Security.TLS, ANNA, Origin.MX, false, true)),
                    mx("mx1.in.hoster.example.", "https://ispdb.test:" + server.port() + "/{domain}").found());
            assertEquals(List.of("/in.hoster.example", "/hoster.example"), server.requests());
        }
    }

    @Test
    void aDatabaseThatMustNotBeAskedIsNotAskedThroughTheBackDoor() throws IOException {
        assertEquals(new Look.Nothing(), mx("mx1.in.hoster.example.", null));
    }

    @Test
    void noMailHostOrNoneAtAllSaysNothing() throws IOException {
        assertEquals(new Look.Nothing(), mx(".", "https://nobody.test/{domain}"));
    }

    @Test
    void namesAboveAMailHostNeverReachABareEnding() {
        assertEquals(Set.of("in.hoster.example", "hoster.example"), MxSource.domainsAbove("mx.in.hoster.example"));
        assertEquals(Set.of("hoster.co.uk"), MxSource.domainsAbove("mx.hoster.co.uk"));
        assertEquals(Set.of(), MxSource.domainsAbove("localhost"));
    }
}
