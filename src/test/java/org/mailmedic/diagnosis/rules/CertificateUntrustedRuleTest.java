package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mailmedic.diagnosis.Cases.certificate;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CertificateProblem;

final class CertificateUntrustedRuleTest {
    private static final Rule RULE = new CertificateUntrustedRule();

    @Test
    void selfSigned() {
        var facts = Cases.starttls().upgraded().tls(certificate("mail.example.org", CertificateProblem.SELF_SIGNED)).judgedBy(RULE)
                .getFirst().facts();
        assertEquals("self_signed", facts.get("reason"));
    }

    @Test
    void unknownAuthority() {
        var facts = Cases.starttls().upgraded().tls(certificate("mail.example.org", CertificateProblem.UNKNOWN_AUTHORITY)).judgedBy(RULE)
                .getFirst().facts();
        assertEquals("unknown_authority", facts.get("reason"));
        assertEquals("Known Authority", facts.get("issuer"));
    }

    @Test
    void weak() {
        var facts = Cases.starttls().upgraded().tls(certificate("mail.example.org", CertificateProblem.WEAK)).judgedBy(RULE).getFirst()
                .facts();
        assertEquals("weak", facts.get("reason"));
    }

    @Test
    void unfit() {
        var facts = Cases.starttls().upgraded().tls(certificate("mail.example.org", CertificateProblem.UNFIT)).judgedBy(RULE).getFirst()
                .facts();
        assertEquals("unfit", facts.get("reason"));
    }

    @Test
    void toldOnce() {
        assertEquals(1, Cases.starttls().upgraded()
                .tls(certificate("mail.example.org", CertificateProblem.SELF_SIGNED, CertificateProblem.WEAK)).judgedBy(RULE).size());
    }

    @Test
    void incomplete() {
        assertEquals(List.of(), Cases.starttls().upgraded().tls(certificate("mail.example.org", CertificateProblem.INCOMPLETE))
                .codesBy(RULE));
    }

    @Test
    void wrongName() {
        assertEquals(List.of(), Cases.starttls().upgraded().tls(certificate("x.example", CertificateProblem.WRONG_NAME)).codesBy(RULE));
    }

    @Test
    void trusted() {
        assertEquals(List.of(), Cases.starttls().upgraded().tlsDone().codesBy(RULE));
    }
}
