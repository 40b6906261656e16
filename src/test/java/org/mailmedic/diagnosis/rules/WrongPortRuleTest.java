package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.Failure;
import org.mailmedic.settings.Security;

final class WrongPortRuleTest {
    private static final Rule RULE = new WrongPortRule();

    @Test
    void refused() {
        assertEquals(List.of(Code.SETTINGS_WRONG_PORT), Cases.of("mail.example.org", 5870, Security.STARTTLS).resolved()
                .notConnected(Failure.REFUSED).otherPortGreets(587).codesBy(RULE));
    }

    @Test
    void silent() {
        assertEquals(List.of(Code.SETTINGS_WRONG_PORT), Cases.of("mail.example.org", 5870, Security.STARTTLS).resolved()
                .notConnected(Failure.TIMEOUT).otherPortGreets(587).codesBy(RULE));
    }

    @Test
    void prohibited() {
        assertEquals(List.of(Code.SETTINGS_WRONG_PORT), Cases.of("mail.example.org", 5870, Security.STARTTLS).resolved()
                .notConnected(Failure.HOST_UNREACHABLE).otherPortGreets(587).codesBy(RULE));
    }

    @Test
    void connectedAndMute() {
        assertEquals(List.of(Code.SETTINGS_WRONG_PORT), Cases.of("mail.example.org", 5870, Security.STARTTLS).resolved().connected()
                .noGreeting(Failure.TIMEOUT).otherPortGreets(587).codesBy(RULE));
    }

    @Test
    void anotherService() {
        assertEquals(List.of(Code.SETTINGS_WRONG_PORT), Cases.of("mail.example.org", 5870, Security.STARTTLS).resolved().connected()
                .noGreeting(Failure.NOT_SMTP, "SSH-2.0-x").otherPortGreets(587).codesBy(RULE));
    }

    @Test
    void anotherServiceInPlaceOfTls() {
        assertEquals(List.of(Code.SETTINGS_WRONG_PORT), Cases.of("mail.example.org", 80, Security.TLS).resolved().connected()
                .noTls(Failure.NOT_TLS, "HTTP/1.1 400").otherPortGreets(465).codesBy(RULE));
    }

    @Test
    void theOneThatFitsTheSecurity() {
        var facts = Cases.of("mail.example.org", 5870, Security.STARTTLS).resolved().notConnected(Failure.REFUSED).otherPortGreets(465)
                .otherPortGreets(587).judgedBy(RULE).getFirst().facts();
        assertEquals("587", facts.get("otherPort"));
        assertEquals("starttls", facts.get("otherSecurity"));
        assertEquals("465, 587", facts.get("openPorts"));
    }

    @Test
    void theOneThatFitsTls() {
        var facts = Cases.of("mail.example.org", 4650, Security.TLS).resolved().notConnected(Failure.REFUSED).otherPortGreets(587)
                .otherPortGreets(465).judgedBy(RULE).getFirst().facts();
        assertEquals("465", facts.get("otherPort"));
        assertEquals("tls", facts.get("otherSecurity"));
    }

    @Test
    void theOnlyOneThereIs() {
        var facts = Cases.of("mail.example.org", 5870, Security.STARTTLS).resolved().notConnected(Failure.REFUSED).otherPortGreets(465)
                .judgedBy(RULE).getFirst().facts();
        assertEquals("465", facts.get("otherPort"));
        assertEquals("tls", facts.get("otherSecurity"));
    }

    @Test
    void alternativeSubmissionIsTheLastResort() {
        var facts = Cases.of("mail.example.org", 5870, Security.STARTTLS).resolved().notConnected(Failure.REFUSED).otherPortGreets(2525)
                .judgedBy(RULE).getFirst().facts();
        assertEquals("2525", facts.get("otherPort"));
    }

    @Test
    void alternativeSubmissionComesAfterTheStandard() {
        var facts = Cases.of("mail.example.org", 5870, Security.STARTTLS).resolved().notConnected(Failure.REFUSED).otherPortGreets(2525)
                .otherPortGreets(465).judgedBy(RULE).getFirst().facts();
        assertEquals("465", facts.get("otherPort"));
    }

    @Test
    void silenceOfAMailPortMayBeAFilter() {
        assertTrue(Cases.of("mail.example.org", 25, Security.STARTTLS).resolved().notConnected(Failure.TIMEOUT).otherPortGreets(587)
                .judgedBy(RULE).getFirst().confidence() < 0.7);
    }

    @Test
    void port25IsForServers() {
        assertEquals(List.of(), Cases.of("mail.example.org", 5870, Security.STARTTLS).resolved().notConnected(Failure.REFUSED)
                .otherPortGreets(25).codesBy(RULE));
    }

    @Test
    void otherPortTurnsUsAway() {
        assertEquals(List.of(), Cases.of("mail.example.org", 5870, Security.STARTTLS).resolved().notConnected(Failure.REFUSED)
                .otherPort(587).connected().greets("554 no").codesBy(RULE));
    }

    @Test
    void otherPortOnlyConnects() {
        assertEquals(List.of(), Cases.of("mail.example.org", 5870, Security.STARTTLS).resolved().notConnected(Failure.REFUSED)
                .otherPort(587).connected().noGreeting(Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void theAskedPortGreets() {
        assertEquals(List.of(), Cases.of("mail.example.org", 5870, Security.STARTTLS).resolved().connected().greets("220 x")
                .otherPortGreets(587).codesBy(RULE));
    }

    @Test
    void theAskedPortTurnsUsAway() {
        assertEquals(List.of(), Cases.of("mail.example.org", 5870, Security.STARTTLS).resolved().connected().greets("554 no")
                .otherPortGreets(587).codesBy(RULE));
    }

    @Test
    void theAskedPortIsBusyInPlaintext() {
        assertEquals(List.of(), Cases.tls().noTls(Failure.NOT_TLS, "421 busy").otherPortGreets(587).codesBy(RULE));
    }

    @Test
    void theAskedPortWaitsForTls() {
        assertEquals(List.of(), Cases.of("mail.example.org", 465, Security.STARTTLS).resolved().connected().noGreeting(Failure.TIMEOUT)
                .otherMode().tlsDone().otherPortGreets(587).codesBy(RULE));
    }

    @Test
    void thisComputerRefuses() {
        assertEquals(List.of(), Cases.of("mail.example.org", 5870, Security.STARTTLS).resolved().notConnected(Failure.PERMISSION_DENIED)
                .otherPortGreets(587).codesBy(RULE));
    }

    @Test
    void oneAddressWorks() {
        assertEquals(List.of(), Cases.of("mail.example.org", 5870, Security.STARTTLS).resolved().notConnected(Failure.REFUSED)
                .at(Cases.SECOND).connected().greets("220 x").otherPortGreets(587).codesBy(RULE));
    }

    @Test
    void surerWhereThePortWorksElsewhere() {
        assertTrue(Cases.of("mail.example.org", 25, Security.STARTTLS).resolved().notConnected(Failure.TIMEOUT).otherPortGreets(587)
                .controlsWork(25).judgedBy(RULE).getFirst().confidence() > 0.9);
    }

    @Test
    void whereItFailsElsewhereTooThePortIsBlocked() {
        assertEquals(List.of(),
                Cases.of("mail.example.org", 25, Security.STARTTLS).resolved().notConnected(Failure.TIMEOUT).otherPortGreets(587)
                .controlsFail(25, Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void anotherServiceIsWrongWhateverTheControlsDo() {
        assertEquals(List.of(Code.SETTINGS_WRONG_PORT), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().connected()
                .noGreeting(Failure.NOT_SMTP, "SSH-2.0-x").otherPortGreets(465).controlsFail(587, Failure.TIMEOUT).codesBy(RULE));
    }
}
