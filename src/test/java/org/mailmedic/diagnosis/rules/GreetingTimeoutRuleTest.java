package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.Failure;

final class GreetingTimeoutRuleTest {
    private static final Rule RULE = new GreetingTimeoutRule();

    @Test
    void mute() {
        assertEquals(List.of(Code.SMTP_GREETING_TIMEOUT), Cases.starttls().noGreeting(Failure.TIMEOUT).otherMode().noTls(Failure.TIMEOUT)
                .codesBy(RULE));
    }

    @Test
    void muteInsideTls() {
        assertEquals(List.of(Code.SMTP_GREETING_TIMEOUT), Cases.tls().tlsDone().noGreeting(Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void noAnswerToTlsEither() {
        assertEquals(List.of(Code.SMTP_GREETING_TIMEOUT), Cases.tls().noTls(Failure.TIMEOUT).otherMode().noGreeting(Failure.TIMEOUT)
                .codesBy(RULE));
    }

    @Test
    void saysHowLong() {
        var facts = Cases.starttls().noGreeting(Failure.TIMEOUT).judgedBy(RULE).getFirst().facts();
        assertEquals("10", facts.get("budget"));
    }

    @Test
    void lessSureWhereTlsWasNotTried() {
        double tried = Cases.starttls().noGreeting(Failure.TIMEOUT).otherMode().noTls(Failure.TIMEOUT).judgedBy(RULE).getFirst()
                .confidence();
        double untried = Cases.starttls().noGreeting(Failure.TIMEOUT).judgedBy(RULE).getFirst().confidence();
        assertTrue(tried > untried);
    }

    @Test
    void waitsForTls() {
        assertEquals(List.of(), Cases.starttls().noGreeting(Failure.TIMEOUT).otherMode().tlsDone().codesBy(RULE));
    }

    @Test
    void waitsForPlaintext() {
        assertEquals(List.of(), Cases.tls().noTls(Failure.TIMEOUT).otherMode().greets("220 x").codesBy(RULE));
    }

    @Test
    void stalledTlsAfterTheCertificate() {
        assertEquals(List.of(), Cases.starttls().upgraded().noTls(Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void closed() {
        assertEquals(List.of(), Cases.starttls().noGreeting(Failure.CLOSED).codesBy(RULE));
    }

    @Test
    void anotherPortIsMute() {
        assertEquals(List.of(), Cases.starttls().greets("220 x").otherPort(25).connected().noGreeting(Failure.TIMEOUT).codesBy(RULE));
    }
}
