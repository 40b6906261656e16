package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mailmedic.diagnosis.Cases.certificate;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CertificateProblem;

final class CertificateIncompleteRuleTest {
    private static final Rule RULE = new CertificateIncompleteRule();

    @Test
    void intermediateNotSent() {
        assertEquals(List.of(Code.TLS_CERT_INCOMPLETE), Cases.starttls().upgraded()
                .tls(certificate("mail.example.org", CertificateProblem.INCOMPLETE)).codesBy(RULE));
    }

    @Test
    void unknownAuthority() {
        assertEquals(List.of(), Cases.starttls().upgraded().tls(certificate("mail.example.org", CertificateProblem.UNKNOWN_AUTHORITY))
                .codesBy(RULE));
    }

    @Test
    void complete() {
        assertEquals(List.of(), Cases.starttls().upgraded().tlsDone().codesBy(RULE));
    }
}
