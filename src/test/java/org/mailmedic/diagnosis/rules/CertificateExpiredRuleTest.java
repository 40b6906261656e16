package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mailmedic.diagnosis.Cases.certificate;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
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
        var chain = new CertificateFacts(List.of(leaf, authority), List.of(CertificateProblem.ISSUER_EXPIRED), List.of("mail.example.org"), false, false);
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
}
