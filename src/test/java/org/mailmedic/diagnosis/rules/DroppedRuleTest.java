package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.plan.Stage;

final class DroppedRuleTest {
    private static final Rule RULE = new DroppedRule();

    @Test
    void beforeTheGreeting() {
        assertEquals(Stage.GREETING, Cases.starttls().noGreeting(Failure.CLOSED).judgedBy(RULE).getFirst().stage());
    }

    @Test
    void afterHello() {
        assertEquals(Stage.HELLO, Cases.starttls().greets("220 x").noHello(Failure.RESET).judgedBy(RULE).getFirst().stage());
    }

    @Test
    void afterTheSignIn() {
        assertEquals(Stage.SIGN_IN, Cases.upToEncryptedHello().signIn(Outcome.failed(Failure.CLOSED, "")).judgedBy(RULE).getFirst()
                .stage());
    }

    @Test
    void atTheRecipient() {
        assertEquals(Stage.RECIPIENT, Cases.upToEncryptedHello().sender("250 ok")
                .envelope(Evidence.Part.RECIPIENT, Outcome.failed(Failure.CLOSED, "")).judgedBy(RULE).getFirst().stage());
    }

    @Test
    void inTheTestMessage() {
        assertEquals(Stage.SENDER, Cases.upToEncryptedHello().message(Stage.SENDER, Failure.CLOSED).judgedBy(RULE).getFirst().stage());
    }

    @Test
    void insideTlsBeforeTheGreeting() {
        assertEquals(List.of(Code.SMTP_DROPPED), Cases.tls().tlsDone().noGreeting(Failure.RESET).codesBy(RULE));
    }

    @Test
    void inBothModes() {
        assertEquals(List.of(Code.SMTP_DROPPED), Cases.tls().noTls(Failure.CLOSED).otherMode().noGreeting(Failure.CLOSED).codesBy(RULE));
    }

    @Test
    void inTheHandshake() {
        assertEquals(List.of(), Cases.starttls().upgraded().noTls(Failure.CLOSED).codesBy(RULE));
    }

    @Test
    void resetBeforeAnyByte() {
        assertEquals(List.of(), Cases.starttls().noGreeting(Failure.RESET).codesBy(RULE));
    }

    @Test
    void stalled() {
        assertEquals(List.of(), Cases.starttls().greets("220 x").noHello(Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void healthy() {
        assertEquals(List.of(), Cases.upToEncryptedHello().codesBy(RULE));
    }
}
