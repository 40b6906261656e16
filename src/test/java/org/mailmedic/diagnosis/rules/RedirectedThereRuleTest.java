package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mailmedic.diagnosis.Cases.certificate;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.evidence.CertificateProblem;
import org.mailmedic.settings.Security;

final class RedirectedThereRuleTest {
    private static Cases here() {
        return Cases.starttls().greets("220 mx1.example.org ESMTP").hello("STARTTLS").startTls("220 go")
                .tls(certificate("mail.example.org"));
    }

    private static Cases there(String banner) {
        return Cases.of("mail.example.org", 587, Security.STARTTLS).website().resolved().connected().greets(banner).hello("STARTTLS");
    }

    private static List<Finding> judge(Cases here, Cases there) {
        return new RedirectedThereRule().examine(here.file(), there.file()).toList();
    }

    @Test
    void bannerAndCertificateAreAnotherOnes() {
        Finding found = judge(here(), there("220-web7.hoster.example ESMTP Exim\n220 no bulk").startTls("220 go")
                .tls(certificate("web7.hoster.example", CertificateProblem.WRONG_NAME))).getFirst();
        assertEquals(Code.PORT_BLOCKED_BY_HOSTING, found.code());
        assertEquals("redirected", found.facts().get("how"));
        assertEquals("web7.hoster.example", found.facts().get("banner"));
        assertEquals(0.97, found.confidence());
    }

    @Test
    void theMachinesOwnNameWithoutACertificate() {
        assertEquals(1, judge(here(), there("220 web7.hoster.example ESMTP Exim")).size());
    }

    @Test
    void anotherBannerAlone() {
        assertEquals(List.of(), judge(here(), there("220 mx2.example.org ESMTP").startTls("220 go").tls(certificate("mail.example.org"))));
        assertEquals(List.of(), judge(here(), there("220 mx2.example.org ESMTP")));
    }

    @Test
    void theSameServerWithTheWrongNameForBoth() {
        assertEquals(List.of(), judge(Cases.starttls().greets("220 srv.example.net ESMTP").startTls("220 go")
                .tls(certificate("srv.example.net", CertificateProblem.WRONG_NAME)),
                there("220 srv.example.net ESMTP").startTls("220 go").tls(certificate("srv.example.net", CertificateProblem.WRONG_NAME))));
    }

    @Test
    void nothingIsProvenHere() {
        assertEquals(List.of(), judge(Cases.starttls().greets("220 mx1.example.org ESMTP"), there("220 other.example ESMTP")
                .startTls("220 go").tls(certificate("other.example", CertificateProblem.WRONG_NAME))));
    }
}
