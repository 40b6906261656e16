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
