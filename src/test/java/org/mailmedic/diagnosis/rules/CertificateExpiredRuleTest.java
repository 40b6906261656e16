package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mailmedic.diagnosis.Cases.certificate;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.FakeCertificate;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CertificateFacts;
import org.mailmedic.evidence.CertificateProblem;

final class CertificateExpiredRuleTest {
    private static final Rule RULE = new CertificateExpiredRule();

    @Test
    void pastItsDate() {
        var facts = Cases.starttls().upgraded().tls(certificate("mail.example.org", CertificateProblem.EXPIRED)).judgedBy(RULE).getFirst()
                .facts();
        assertEquals("2025-04-01", facts.get("expires"));
        assertEquals("Known Authority", facts.get("issuer"));
    }

    @Test
    void oneFurtherUp() {
        var leaf = new FakeCertificate("CN=mail.example.org", "CN=Old Authority", "2025-01-01", "2030-01-01");
        var authority = new FakeCertificate("CN=Old Authority", "CN=Root", "2015-01-01", "2025-02-03");
        var chain = new CertificateFacts(List.of(leaf, authority), List.of(CertificateProblem.ISSUER_EXPIRED),
                List.of("mail.example.org"), false, false);
        var facts = Cases.starttls().upgraded().tls(chain).judgedBy(RULE).getFirst().facts();
        assertEquals("2025-02-03", facts.get("expires"));
        assertEquals("Old Authority", facts.get("subject"));
    }

    @Test
    void notYetValid() {
        assertEquals(List.of(), Cases.starttls().upgraded().tls(certificate("mail.example.org", CertificateProblem.NOT_YET_VALID))
                .codesBy(RULE));
    }

    @Test
    void valid() {
        assertEquals(List.of(), Cases.starttls().upgraded().tlsDone().codesBy(RULE));
    }

    @Test
    void anotherPortsCertificate() {
        assertEquals(List.of(), Cases.upToEncryptedHello().otherPort(465).connected()
                .tls(certificate("mail.example.org", CertificateProblem.EXPIRED)).codesBy(RULE));
    }

    private static Cases outside(CertificateProblem how) {
        return Cases.starttls().upgraded().tls(Cases.dated("2025-01-01", "2025-04-01", how));
    }

    @Test
    void surerByAComparedClock() {
        var now = Instant.parse("2025-04-11T00:00:00Z");
        assertTrue(outside(CertificateProblem.EXPIRED).clock("https://one.example/", now, 1).judgedBy(RULE).getFirst().confidence() > 0.95);
        assertTrue(outside(CertificateProblem.EXPIRED).judgedBy(RULE).getFirst().confidence() < 0.9);
    }

    @Test
    void saysThatNoClockWasCompared() {
        var now = Instant.parse("2025-04-11T00:00:00Z");
        var alone = outside(CertificateProblem.EXPIRED).judgedBy(RULE).getFirst();
        assertEquals("uncompared", alone.facts().get("clock"));
        assertTrue(alone.confidence() < 0.85);
        assertEquals("", outside(CertificateProblem.EXPIRED).clock("https://one.example/", now, 1).judgedBy(RULE).getFirst().facts()
                .get("clock"));
    }

    @Test
    void notByAClockThatIsAhead() {
        assertEquals(List.of(), outside(CertificateProblem.EXPIRED).clock("https://one.example/", Instant.parse("2025-04-11T00:00:00Z"),
                30 * 86_400)
                .codesBy(RULE));
    }

    @Test
    void aClockFarBehindHidesThatItRanOut() {
        assertEquals(List.of(Code.TLS_CERT_EXPIRED), outside(CertificateProblem.NOT_YET_VALID)
                .clock("https://one.example/", Instant.parse("2020-01-01T00:00:00Z"), -6 * 366 * 86_400.0).codesBy(RULE));
    }
}
