package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mailmedic.diagnosis.Cases.skipped;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;

final class AuthNotOfferedRuleTest {
    private static final Rule RULE = new AuthNotOfferedRule();

    @Test
    void notOfferedInsideTls() {
        assertEquals(List.of(Code.AUTH_NOT_OFFERED), Cases.starttls().upgraded().tlsDone().helloInTls("SIZE 100").password()
                .signIn(skipped(Outcome.Reason.CANNOT_SUCCEED)).codesBy(RULE));
    }

    @Test
    void notOfferedInPlaintext() {
        assertEquals(List.of(Code.AUTH_NOT_OFFERED), Cases.plain().greets("220 x").hello().password()
                .signIn(skipped(Outcome.Reason.CANNOT_SUCCEED)).codesBy(RULE));
    }

    @Test
    void offered() {
        assertEquals(List.of(), Cases.upToEncryptedHello().password().signIn(skipped(Outcome.Reason.CANNOT_SUCCEED)).codesBy(RULE));
    }

    @Test
    void noCredentials() {
        assertEquals(List.of(), Cases.plain().greets("220 x").hello().signIn(skipped(Outcome.Reason.CANNOT_SUCCEED)).codesBy(RULE));
    }

    @Test
    void withheld() {
        assertEquals(List.of(), Cases.plain().greets("220 x").hello("AUTH PLAIN").password().signIn(skipped(Outcome.Reason.WITHHELD))
                .codesBy(RULE));
    }

    @Test
    void neverGotSoFar() {
        assertEquals(List.of(), Cases.starttls().noGreeting(Failure.TIMEOUT).password().codesBy(RULE));
    }
}
