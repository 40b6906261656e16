package org.mailmedic.maildomain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mailmedic.evidence.CertificateFacts;
import org.mailmedic.evidence.CertificateProblem;
import org.mailmedic.maildomain.dns.FakeZone;
import org.mailmedic.maildomain.record.DomainRecord;
import org.mailmedic.maildomain.record.RecordState;
import org.mailmedic.maildomain.record.RecordType;
import org.mailmedic.maildomain.transport.MailServers;
import org.mailmedic.maildomain.transport.MailServers.Reach;
import org.mailmedic.maildomain.transport.PolicyServer;
import org.mailmedic.net.dns.DnsAnswer.Status;
import org.mailmedic.net.dns.DnsData.Tlsa;
import org.mailmedic.net.dns.DnsType;

/// Encryption on the way: promises in DNS and on the web, and servers that keep them or do not.
final class TransportTest {
    private static final String PEM = """
            -----BEGIN CERTIFICATE-----
            MIIBpDCCAUqgAwIBAgIUJYZG9Rq0w9U0fus74ZJBXmKiFPUwCgYIKoZIzj0EAwIw
            GTEXMBUGA1UEAwwObXguZXhhbXBsZS5vcmcwIBcNMjYxMTI3MjM0MjI4WhgPMjA4
            MTA4MzAyMzQyMjhaMBkxFzAVBgNVBAMMDm14LmV4YW1wbGUub3JnMFkwEwYHKoZI
            zj0CAQYIKoZIzj0DAQcDQgAEvQ6+P3c9+yHG3rWt2GdyZ6it+mWkLOBxpR7dZXis
            5pWycDrL3UCtpfi1VkuoPmLaqZaAAx9tn5dU7qyQm7xY2KNuMGwwHQYDVR0OBBYE
            FHi7zgyEigsZL3QrfaISkeC239rQMB8GA1UdIwQYMBaAFHi7zgyEigsZL3QrfaIS
            keC239rQMA8GA1UdEwEB/wQFMAMBAf8wGQYDVR0RBBIwEIIObXguZXhhbXBsZS5v
            cmcwCgYIKoZIzj0EAwIDSAAwRQIhAN2KZc2VKXWJ3eZfaZu5YvFl3WXdouNvKOVd
            3koqJSfxAiAjfQAZ1uBCJeL3hqKYP45QNs61ls8HoX4nT57bvMoOnA==
            -----END CERTIFICATE-----
            """;
    private static final String KEY_SHA256 = "4a981f114d68b54eac16897daf0160c4d49811e9b9700529bae8774cffd4c95e";
    private static final String WHOLE_SHA512 =
            "06349f2dcefa126a666ff187304f58b8386d5bdd57c0bec5975ca1cbe6cec936"
            + "e0ed7793ea918ea67276f7329d2c7f42e70af4ee40f685105fa87c96655e82ad";
    private static final String POLICY = "version: STSv1\nmode: enforce\nmx: mx.example.org\nmax_age: 86400\n";

    private static MailServers showing(CertificateProblem... problems) {
        try {
            var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(PEM.replaceAll("(?m)^ +", "").getBytes(StandardCharsets.US_ASCII)));
            return _ -> new MailServers.Greeted(Reach.TLS, Optional.of(new CertificateFacts(List.of(certificate), List.of(problems),
                    List.of("mx.example.org"), true, true)));
        } catch (CertificateException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final MailServers PLAIN = _ -> new MailServers.Greeted(Reach.WITHOUT_TLS, Optional.empty());
    private static final PolicyServer NONE = _ -> PolicyServer.Fetched.refused("status.404");

    private static PolicyServer policy(String text) {
        return _ -> PolicyServer.Fetched.of(text);
    }

    private static Set<String> dane(MailServers servers, Tlsa... records) {
        return Domains.codes(Domains.look(tlsa(records), DomainQuestion.about("example.org"), servers, NONE));
    }

    private static FakeZone tlsa(Tlsa... records) {
        var zone = Domains.healthy().signed("_25._tcp.mx.example.org");
        for (Tlsa each : records) {
            zone.add("_25._tcp.mx.example.org", DnsType.TLSA, each);
        }
        return zone;
    }

    @Test
    void aPromiseThatIsKept() {
        assertEquals(Set.of(), dane(showing(CertificateProblem.SELF_SIGNED), new Tlsa(3, 1, 1, KEY_SHA256)));
        assertEquals(Set.of(), dane(showing(), new Tlsa(3, 0, 2, WHOLE_SHA512)));
        // the next key beside today's
        assertEquals(Set.of(), dane(showing(), new Tlsa(3, 1, 1, "cd".repeat(32)), new Tlsa(3, 1, 1, KEY_SHA256)));
        var look = Domains.look(tlsa(new Tlsa(3, 1, 1, KEY_SHA256)), DomainQuestion.about("example.org"), showing(), NONE);
        assertEquals(RecordState.FINE, Domains.record(look, RecordType.DANE).state());
    }

    @Test
    void aPromiseThatIsBroken() {
        Set<String> broken = Set.of("domain.dane_mismatch");
        assertEquals(broken, dane(showing(), new Tlsa(3, 1, 1, "cd".repeat(32))));
        // half a fingerprint is of no use, and then it holds nothing up
        assertEquals(Set.of(), dane(showing(), new Tlsa(3, 1, 2, KEY_SHA256)));
        // the server's own certificate is no authority above it
        assertEquals(broken, dane(showing(), new Tlsa(2, 1, 1, KEY_SHA256)));
        // of two digests the longer one counts
        assertEquals(broken, dane(showing(), new Tlsa(3, 0, 1, "cd".repeat(32)), new Tlsa(3, 1, 1, KEY_SHA256),
                new Tlsa(3, 1, 2, "cd".repeat(64))));
        assertEquals(broken, dane(PLAIN, new Tlsa(3, 1, 1, KEY_SHA256)));
        var look = Domains.look(tlsa(new Tlsa(3, 1, 1, "cd".repeat(32))), DomainQuestion.about("example.org"), showing(), NONE);
        assertEquals("3 1 1 " + KEY_SHA256, Domains.record(look, RecordType.DANE).proposal().orElseThrow().value());
    }

    @Test
    void whatIsNotSignedIsToldAsAWarning() {
        var zone = Domains.healthy().add("_25._tcp.mx.example.org", DnsType.TLSA, new Tlsa(3, 1, 1, "cd".repeat(32)));
        for (MailServers servers : List.of(showing(), PLAIN)) {
            var look = Domains.look(zone, DomainQuestion.about("example.org"), servers, NONE);
            assertEquals(Set.of(), Domains.codes(look));
            assertEquals(Set.of("domain.dane_mismatch"), Domains.warnings(look));
            assertEquals(RecordState.WARNING, Domains.record(look, RecordType.DANE).state());
            assertEquals(List.of("not_signed"), Domains.record(look, RecordType.DANE).remarks());
        }
        var fits = Domains.healthy().add("_25._tcp.mx.example.org", DnsType.TLSA, new Tlsa(3, 1, 1, KEY_SHA256));
        assertEquals(Set.of(), Domains.warnings(Domains.look(fits, DomainQuestion.about("example.org"), showing(), NONE)));
        // of a useless kind: signed or not, mail arrives
        var useless = Domains.look(tlsa(new Tlsa(1, 1, 1, "ab".repeat(32))), DomainQuestion.about("example.org"), showing(), NONE);
        assertEquals(Set.of(), Domains.codes(useless));
        assertEquals(Set.of("domain.dane_mismatch"), Domains.warnings(useless));
    }

    @Test
    void aPromiseOfAUselessKindStillDemandsEncryption() {
        assertEquals(Set.of("domain.dane_mismatch"), dane(PLAIN, new Tlsa(1, 1, 1, "ab".repeat(32))));
    }

    @Test
    void theNameThatAnAliasLeadsToPromisesFirst() {
        Tlsa kept = new Tlsa(3, 1, 1, KEY_SHA256);
        Tlsa broken = new Tlsa(3, 1, 1, "cd".repeat(32));
        for (boolean signed : new boolean[] {true, false}) {
            var zone = Domains.healthy().alias("mx.example.org", "real.example.net").address("real.example.net", "192.0.2.25")
                    .add("_25._tcp.real.example.net", DnsType.TLSA, broken).signed("_25._tcp.real.example.net")
                    .add("_25._tcp.mx.example.org", DnsType.TLSA, kept).signed("_25._tcp.mx.example.org");
            var card = Domains.record(Domains.look(signed ? zone.signed("mx.example.org") : zone, DomainQuestion.about("example.org"),
                    showing(), NONE), RecordType.DANE);
            assertEquals(signed ? "_25._tcp.real.example.net mismatch" : "_25._tcp.mx.example.org fine", card.name() + " " + card.note());
        }
    }

    private static DomainRecord card(FakeZone zone, PolicyServer policies, MailServers servers) {
        return Domains.record(Domains.look(zone, DomainQuestion.about("example.org"), servers, policies), RecordType.MTA_STS);
    }

    @Test
    void aTestPolicyHoldsNothingUp() {
        var zone = Domains.healthy().txt("_mta-sts.example.org", "v=STSv1; id=1");
        String test = POLICY.replace("enforce", "testing");
        String other = test.replace("mx.example.org", "other.example.org");
        assertEquals(List.of(), card(zone, policy(test), showing()).remarks());
        assertEquals(List.of("mx_left_out"), card(zone, policy(other), showing()).remarks());
        assertEquals(List.of("mx_without_tls"), card(zone, policy(test), PLAIN).remarks());
        assertEquals(List.of("mx_certificate"), card(zone, policy(test), showing(CertificateProblem.EXPIRED)).remarks());
        for (DomainRecord each : List.of(card(zone, policy(other), showing()), card(zone, policy(test), PLAIN))) {
            assertEquals(RecordState.WARNING, each.state());
            assertEquals("testing", each.note());
        }
        assertEquals(Set.of(), sts("v=STSv1; id=1", policy(test), showing()));
        assertEquals(Set.of(), sts("v=STSv1; id=1", policy(test + "mx: *.mail.example.org\n"), PLAIN));
    }

    @Test
    void aPolicyThatWasNotSeenIsNotBlamed() {
        var zone = Domains.healthy().txt("_mta-sts.example.org", "v=STSv1; id=1").address("mta-sts.example.org", "192.0.2.80");
        DomainRecord silent = card(zone, _ -> PolicyServer.Fetched.unseen("timeout"), showing());
        assertEquals(RecordState.UNKNOWN, silent.state());
        assertEquals("policy_unseen", silent.note());
        assertEquals(RecordState.PROBLEM, card(zone, NONE, showing()).state());
        var nameless = Domains.healthy().txt("_mta-sts.example.org", "v=STSv1; id=1");
        assertEquals("policy_missing", card(nameless, _ -> PolicyServer.Fetched.unseen("there is no such host"), showing()).note());
        nameless.fails("mta-sts.example.org", Status.SERVER_FAILURE);
        assertEquals("policy_unseen", card(nameless, _ -> PolicyServer.Fetched.unseen("there is no such host"), showing()).note());
    }

    @Test
    void theRecordHasItsFieldsInAnyOrder() {
        String both = POLICY.replace("max_age", "mx: *.mail.example.org\nmax_age");
        for (String good : List.of("v=STSv1; x=y; id=20250101", "v=STSv1;id=1;", "v=STSv1 ;\tid=1 ; later=z")) {
            assertEquals(Set.of(), sts(good, policy(both), showing()), good);
        }
        for (String bad : List.of("v=STSv1", "id=1; v=STSv1", "v=STSv1; x=y", "v=STSv1; id=1; id=2", "v=STSv1; id=", "v=STSv1; xid=1",
                "v=STSv1 id=1", "v=STSv1; id=" + "1".repeat(33))) {
            assertEquals(bad.startsWith("id") ? Set.of() : Set.of("domain.mta_sts_invalid"), sts(bad, policy(both), showing()), bad);
        }
        DomainRecord broken = card(Domains.healthy().txt("_mta-sts.example.org", "v=STSv1;"), NONE, showing());
        // an id that senders may have seen before would keep them on the old policy
        assertEquals("v=STSv1; id=20261127120000Z", broken.proposal().orElseThrow().value());
    }

    @Test
    void noMoreThanTenHostsAreGreeted() {
        var zone = Domains.healthy().txt("_mta-sts.example.org", "v=STSv1; id=1").address("mta-sts.example.org", "192.0.2.80");
        for (int i = 0; i < 40; i++) {
            zone.mx("example.org", 20, "h" + i + ".example.org").address("h" + i + ".example.org", "192.0.2.25");
        }
        Set<String> greeted = new TreeSet<>();
        DomainRecord card = card(zone, policy(POLICY.replace("max_age", "mx: *.example.org\nmax_age")), host -> {
            greeted.add(host);
            return showing().greet(host);
        });
        assertEquals(10, greeted.size());
        assertEquals("mx_not_seen", card.note());
    }

    private static Set<String> sts(String record, PolicyServer policies, MailServers servers) {
        var zone = Domains.healthy().txt("_mta-sts.example.org", record).mx("example.org", 20, "b.mail.example.org")
                .address("b.mail.example.org", "192.0.2.26");
        return Domains.codes(Domains.look(zone, DomainQuestion.about("example.org"), servers, policies));
    }

    @Test
    void aPolicyCoversEveryServer() {
        Set<String> broken = Set.of("domain.mta_sts_invalid");
        String both = POLICY.replace("max_age", "mx: *.mail.example.org\nmax_age");
        assertEquals(Set.of(), sts("v=STSv1; id=20261127", policy(both), showing()));
        assertEquals(Set.of(), sts("v=STSv1; id=20261127;", policy(both.replace("\n", "\r\n")), showing()));
        assertEquals(broken, sts("v=STSv1; id=20261127", policy(POLICY), showing()));
        assertEquals(broken, sts("v=STSv1; id=20261127", policy(both.replace("*.mail", "*")), showing()));
        assertEquals(broken, sts("v=STSv1; id=20261127", policy(both), showing(CertificateProblem.WRONG_NAME)));
        assertEquals(broken, sts("v=STSv1; id=20261127", policy(both), PLAIN));
        assertEquals(broken, sts("v=STSv1; id=20261127", NONE, showing()));
        assertEquals(broken, sts("v=STSv1; id=2026-11-27", policy(both), showing()));
    }

    @Test
    void aPolicyHasItsForm() {
        Set<String> broken = Set.of("domain.mta_sts_invalid");
        String both = POLICY.replace("mx.example.org", "*.example.org\nmx: *.mail.example.org");
        assertEquals(Set.of(), sts("v=STSv1; id=1", policy(both), showing()));
        assertEquals(Set.of(), sts("v=STSv1; id=1", policy(both + "later: something\n"), showing()));
        assertEquals(Set.of(), sts("v=STSv1; id=1", policy("version: STSv1\nmode: none\nmax_age: 1\n"), showing()));
        for (String bad : List.of(both.replace("STSv1", "STSv2"), both.replace("enforce", "strict"), both.replace("86400", "soon"),
                both.replace("86400", "99999999"), "<html>Not found</html>", "", POLICY.replace("mx: mx.example.org\n", ""))) {
            assertEquals(broken, sts("v=STSv1; id=1", policy(bad), showing()), bad);
        }
    }
}
