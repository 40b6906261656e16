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
import org.mailmedic.settings.Security;

final class StartTlsMissingRuleTest {
    private static final Rule RULE = new StartTlsMissingRule();

    @Test
    void wantedAndNotOffered() {
        assertEquals(List.of(Code.TLS_STARTTLS_MISSING), Cases.starttls().greets("220 x").hello("AUTH PLAIN")
                .startTls(skipped(Outcome.Reason.CANNOT_SUCCEED)).codesBy(RULE));
    }

    @Test
    void notWanted() {
        assertEquals(List.of(), Cases.plain().greets("220 x").hello("AUTH PLAIN").startTls(skipped(Outcome.Reason.NOT_ASKED))
                .codesBy(RULE));
    }

    @Test
    void takenWhenOfferedOnly() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).resolved().connected().greets("220 x").hello()
                .startTls(skipped(Outcome.Reason.CANNOT_SUCCEED)).codesBy(RULE));
    }

    @Test
    void offered() {
        assertEquals(List.of(), Cases.starttls().upgraded().tlsDone().codesBy(RULE));
    }

    @Test
    void neverGotSoFar() {
        assertEquals(List.of(), Cases.starttls().noGreeting(Failure.TIMEOUT).startTls(skipped(Outcome.Reason.NOT_NEEDED)).codesBy(RULE));
    }
}
