package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mailmedic.diagnosis.Cases.certificate;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CertificateProblem;

final class CertificateNameRuleTest {
    private static final Rule RULE = new CertificateNameRule();

    @Test
    void namesTheOtherNames() {
        var facts = Cases.starttls().upgraded()
                .tls(certificate("CN=x", "CN=Known", List.of("www.hoster.example", "mail.hoster.example"), CertificateProblem.WRONG_NAME))
                .judgedBy(RULE).getFirst().facts();
        assertEquals("www.hoster.example, mail.hoster.example", facts.get("names"));
        assertEquals("mail.hoster.example", facts.get("nameHint"));
    }

    @Test
    void aWildcardIsNoHost() {
        var facts = Cases.starttls().upgraded()
                .tls(certificate("CN=x", "CN=Known", List.of("*.hoster.example"), CertificateProblem.WRONG_NAME)).judgedBy(RULE).getFirst()
                .facts();
        assertEquals("*.hoster.example", facts.get("names"));
        assertEquals("", facts.get("nameHint"));
    }

    @Test
    void anAddressIsNoName() {
        var facts = Cases.starttls().upgraded()
                .tls(certificate("CN=x", "CN=Known", List.of("192.0.2.1", "srv.hoster.example"), CertificateProblem.WRONG_NAME))
                .judgedBy(RULE).getFirst().facts();
        assertEquals("srv.hoster.example", facts.get("nameHint"));
    }

    @Test
    void expired() {
        assertEquals(List.of(), Cases.starttls().upgraded().tls(certificate("mail.example.org", CertificateProblem.EXPIRED)).codesBy(RULE));
    }

    @Test
    void right() {
        assertEquals(List.of(), Cases.starttls().upgraded().tlsDone().codesBy(RULE));
    }
}
