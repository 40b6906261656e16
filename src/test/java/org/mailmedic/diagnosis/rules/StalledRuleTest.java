package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.plan.Stage;

final class StalledRuleTest {
    private static final Rule RULE = new StalledRule();

    @Test
    void afterHello() {
        var finding = Cases.starttls().greets("220 x").after(10_000).noHello(Failure.TIMEOUT).judgedBy(RULE).getFirst();
        assertEquals(Stage.HELLO, finding.stage());
        assertEquals("10", finding.facts().get("budget"));
    }

    @Test
    void afterTheSignIn() {
        assertEquals(Stage.SIGN_IN, Cases.upToEncryptedHello().signIn(Outcome.failed(Failure.TIMEOUT, "")).judgedBy(RULE).getFirst()
                .stage());
    }

    @Test
    void inTheMessage() {
        assertEquals(Stage.MESSAGE, Cases.upToEncryptedHello().message(Stage.MESSAGE, Failure.TIMEOUT).judgedBy(RULE).getFirst().stage());
    }

    @Test
    void afterStarttls() {
        assertEquals(List.of(Code.SMTP_STALLED), Cases.starttls().greets("220 x").hello("STARTTLS")
                .startTls(Outcome.failed(Failure.TIMEOUT, "")).codesBy(RULE));
    }

    @Test
    void noGreeting() {
        assertEquals(List.of(), Cases.starttls().noGreeting(Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void inTheHandshake() {
        assertEquals(List.of(), Cases.starttls().upgraded().noTls(Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void dropped() {
        assertEquals(List.of(), Cases.starttls().greets("220 x").noHello(Failure.CLOSED).codesBy(RULE));
    }
}
