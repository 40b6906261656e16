package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mailmedic.diagnosis.Cases.certificate;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Party;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CertificateProblem;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Symptom;

final class RedirectedRuleTest {
    private static final Rule RULE = new RedirectedRule(ProviderBook.load());

    @Test
    void bannerAndCertificateAreSomebodyElses() {
        assertEquals(List.of(Code.SMTP_REDIRECTED), Cases.of("smtp.gmail.com", 587, Security.STARTTLS).resolved().connected()
                .greets("220 srv7.hoster.example ESMTP Exim").hello("STARTTLS").startTls("220 go")
                .tls(certificate("*.hoster.example", CertificateProblem.WRONG_NAME)).codesBy(RULE));
    }

    @Test
    void onTheWebsitesOwnServerItIsTheHostsDoing() {
        assertEquals(Party.HOSTING, Cases.of("smtp.gmail.com", 587, Security.STARTTLS).resolved().connected()
                .with(s -> s.withSymptom(Symptom.SERVER)).greets("220-srv7.hoster.example ESMTP Exim\n220 no unsolicited mail")
                .tls(certificate("srv7.hoster.example", CertificateProblem.WRONG_NAME)).judgedBy(RULE).getFirst().party());
    }

    @Test
    void aDesktopOnlySeesItsOwnNetwork() {
        assertEquals(Party.NETWORK, Cases.of("smtp.gmail.com", 587, Security.STARTTLS).resolved().connected()
                .with(s -> s.withSymptom(Symptom.WEBSITE)).greets("220 srv7.hoster.example ESMTP")
                .tls(certificate("srv7.hoster.example", CertificateProblem.WRONG_NAME)).judgedBy(RULE).getFirst().party());
    }

    @Test
    void otherwiseTheNetworks() {
        assertEquals(Party.NETWORK, Cases.of("smtp.gmail.com", 587, Security.STARTTLS).resolved().connected()
                .greets("220 srv7.hoster.example ESMTP").tls(certificate("srv7.hoster.example", CertificateProblem.WRONG_NAME))
                .judgedBy(RULE).getFirst().party());
    }

    @Test
    void onlyTheBanner() {
        assertEquals(List.of(), Cases.of("smtp.gmail.com", 587, Security.STARTTLS).resolved().connected().greets("220 mx.google.com ESMTP")
                .tls(certificate("smtp.gmail.com")).codesBy(RULE));
    }

    @Test
    void onlyTheCertificate() {
        assertEquals(List.of(), Cases.of("smtp.gmail.com", 587, Security.STARTTLS).resolved().connected().greets("220 smtp.gmail.com ESMTP")
                .tls(certificate("srv7.hoster.example", CertificateProblem.WRONG_NAME)).codesBy(RULE));
    }

    @Test
    void anotherNameOfTheProvider() {
        assertEquals(List.of(), Cases.of("smtp.gmail.com", 587, Security.STARTTLS).resolved().connected().greets("220 mx.google.com ESMTP")
                .tls(certificate("smtp-relay.gmail.com", CertificateProblem.WRONG_NAME)).codesBy(RULE));
    }

    private static Cases foreignOn587(String bannerOf465, String nameOn465) {
        return Cases.starttls().greets("220 relay.isp.example ESMTP").hello("STARTTLS").startTls("220 go")
                .tls(certificate("relay.isp.example", CertificateProblem.WRONG_NAME)).otherPort(465).connected()
                .tls(nameOn465.equals("mail.example.org") ? certificate(nameOn465) : certificate(nameOn465, CertificateProblem.WRONG_NAME))
                .greets("220 " + bannerOf465 + " ESMTP").target();
    }

    @Test
    void oneServerDoesNotHaveTwoIdentities() {
        assertEquals(List.of(Code.SMTP_REDIRECTED), foreignOn587("mail.example.org", "mail.example.org").diagnoses());
        assertEquals(List.of(Code.TLS_CERT_NAME_MISMATCH), foreignOn587("relay.isp.example", "relay.isp.example").diagnoses(),
                "the same stranger on both ports");
        assertEquals(List.of(Code.TLS_CERT_NAME_MISMATCH), foreignOn587("relay.isp.example", "mail.example.org").diagnoses(),
                "only the certificate differs");
        assertEquals(List.of(Code.TLS_CERT_NAME_MISMATCH), Cases.starttls().greets("220 mail.example.org ESMTP").hello("STARTTLS")
                .startTls("220 go").tls(certificate("relay.isp.example", CertificateProblem.WRONG_NAME)).otherPort(465).connected()
                .tlsDone().greets("220 mail.example.org ESMTP").diagnoses(), "the greeting is right");
    }

    @Test
    void aCustomersNameOnSharedHosting() {
        assertEquals(List.of(), Cases.starttls().greets("220 srv7.hoster.example ESMTP")
                .tls(certificate("srv7.hoster.example", CertificateProblem.WRONG_NAME)).codesBy(RULE));
    }

    @Test
    void noCertificateSeen() {
        assertEquals(List.of(), Cases.of("smtp.gmail.com", 587, Security.STARTTLS).resolved().connected()
                .greets("220 srv7.hoster.example ESMTP").hello().codesBy(RULE));
    }
}
