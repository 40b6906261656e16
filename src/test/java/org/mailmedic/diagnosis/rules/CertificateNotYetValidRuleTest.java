package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mailmedic.diagnosis.Cases.certificate;

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
}
