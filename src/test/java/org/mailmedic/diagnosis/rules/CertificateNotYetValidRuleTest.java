package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mailmedic.diagnosis.Cases.certificate;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CertificateProblem;

final class CertificateNotYetValidRuleTest {
    private static final Rule RULE = new CertificateNotYetValidRule();

    @Test
    void beforeItsDate() {
        var facts = Cases.starttls().upgraded().tls(certificate("mail.example.org", CertificateProblem.NOT_YET_VALID)).judgedBy(RULE)
                .getFirst().facts();
        assertEquals("2025-01-01", facts.get("validFrom"));
    }

    @Test
    void notSureBeforeTheClockIsCompared() {
        assertTrue(Cases.starttls().upgraded().tls(certificate("mail.example.org", CertificateProblem.NOT_YET_VALID)).judgedBy(RULE)
                .getFirst().confidence() < 0.9);
    }

    @Test
    void expired() {
        assertEquals(List.of(), Cases.starttls().upgraded().tls(certificate("mail.example.org", CertificateProblem.EXPIRED)).codesBy(RULE));
    }

    @Test
    void valid() {
        assertEquals(List.of(), Cases.starttls().upgraded().tlsDone().codesBy(RULE));
    }

    private static Cases early() {
        return Cases.starttls().upgraded().tls(Cases.dated("2025-01-01", "2025-04-01", CertificateProblem.NOT_YET_VALID));
    }

    @Test
    void surerByAComparedClock() {
        var now = Instant.parse("2024-12-22T00:00:00Z");
        assertTrue(early().clock("https://one.example/", now, 1).judgedBy(RULE).getFirst().confidence() > 0.95);
    }

    @Test
    void notByAClockThatIsBehind() {
        assertEquals(List.of(), early().clock("https://one.example/", Instant.parse("2024-12-22T00:00:00Z"), -30 * 86_400).codesBy(RULE));
    }
}
