package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mailmedic.diagnosis.Cases.certificate;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CertificateProblem;
import org.mailmedic.evidence.Failure;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Route;
import org.mailmedic.settings.Security;

final class ModeMismatchRuleTest {
    private static final Rule RULE = new ModeMismatchRule();

    @Test
    void plaintextToATlsPort() {
        var facts = Cases.of("mail.example.org", 465, Security.STARTTLS).resolved().connected().noGreeting(Failure.TIMEOUT).otherMode()
                .tlsDone().judgedBy(RULE).getFirst().facts();
        assertEquals("tls", facts.get("otherSecurity"));
    }

    @Test
    void closedOnPlaintext() {
        assertEquals(List.of(Code.TLS_MODE_MISMATCH), Cases.of("mail.example.org", 465, Security.NONE).resolved().connected()
                .noGreeting(Failure.CLOSED).otherMode().tlsDone().greets("220 x").codesBy(RULE));
    }

    @Test
    void anUntrustedCertificateIsTlsToo() {
        assertEquals(List.of(Code.TLS_MODE_MISMATCH), Cases.of("mail.example.org", 465, Security.NONE).resolved().connected()
                .noGreeting(Failure.TIMEOUT).otherMode().tls(certificate("x.example", CertificateProblem.SELF_SIGNED)).codesBy(RULE));
    }

    @Test
    void tlsToAPlaintextPort() {
        var facts = Cases.of("mail.example.org", 587, Security.TLS).resolved().connected()
                .noTls(Failure.NOT_TLS, "220 mail.example.org ESMTP").judgedBy(RULE).getFirst().facts();
        assertEquals("starttls", facts.get("otherSecurity"));
    }

    @Test
    void greetsInTheOtherMode() {
        assertEquals(List.of(Code.TLS_MODE_MISMATCH), Cases.of("mail.example.org", 587, Security.TLS).resolved().connected()
                .noTls(Failure.CLOSED).otherMode().greets("220 x").codesBy(RULE));
    }

    @Test
    void theWantedModeHasAPort() {
        var facts = Cases.of("mail.example.org", 587, Security.TLS).resolved().connected().noTls(Failure.NOT_TLS, "220 x")
                .otherPortGreets(465).judgedBy(RULE).getFirst().facts();
        assertEquals("465", facts.get("otherPort"));
    }

    @Test
    void muteEitherWay() {
        assertEquals(List.of(), Cases.starttls().noGreeting(Failure.TIMEOUT).otherMode().noTls(Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void noTimeWasLeftForTheGreetingInsideTls() {
        var mute = Cases.of("mail.example.org", 465, Security.STARTTLS).resolved().connected().noGreeting(Failure.TIMEOUT).otherMode()
                .tlsDone();
        assertEquals(List.of(Code.TLS_MODE_MISMATCH), mute.noTimeForGreeting().codesBy(RULE));
    }

    @Test
    void muteInsideTlsAsWell() {
        var mute = Cases.of("mail.example.org", 465, Security.STARTTLS).resolved().connected().noGreeting(Failure.TIMEOUT).otherMode()
                .tlsDone();
        assertEquals(List.of(), mute.noGreeting(Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void anotherServiceInsideTls() {
        assertEquals(List.of(), Cases.of("mail.example.org", 993, Security.STARTTLS).resolved().connected().noGreeting(Failure.TIMEOUT)
                .otherMode().tlsDone().noGreeting(Failure.NOT_SMTP, "* OK").codesBy(RULE));
    }

    @Test
    void busyInPlaintext() {
        assertEquals(List.of(), Cases.tls().noTls(Failure.NOT_TLS, "421 too many connections").codesBy(RULE));
    }

    @Test
    void httpInPlaintext() {
        assertEquals(List.of(), Cases.tls().noTls(Failure.NOT_TLS, "HTTP/1.1 400 Bad Request").codesBy(RULE));
    }

    @Test
    void autoWentOnInTheOtherMode() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).resolved().connected().noGreeting(Failure.TIMEOUT)
                .on(Route.Role.TARGET, 587, Mode.IMPLICIT_TLS).tlsDone().greets("220 x").codesBy(RULE));
    }

    @Test
    void healthy() {
        assertEquals(List.of(), Cases.upToEncryptedHello().codesBy(RULE));
    }
}
