package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.plan.Stage;

final class SlowRuleTest {
    private static final Rule RULE = new SlowRule();

    @Test
    void aLateGreeting() {
        var finding = Cases.starttls().after(14_800).greets("220 x").judgedBy(RULE).getFirst();
        assertFalse(finding.stops());
        assertEquals("14.8", finding.facts().get("delay"));
        assertEquals("30", finding.facts().get("timeoutAdvice"));
        assertEquals(Stage.GREETING, finding.stage());
    }

    @Test
    void theSlowestStep() {
        var facts = Cases.starttls().after(11_000).greets("220 x").after(12_000).hello("STARTTLS").judgedBy(RULE).getFirst().facts();
        assertEquals("hello", facts.get("where"));
        assertEquals("12.0", facts.get("delay"));
        assertEquals("24", facts.get("timeoutAdvice"));
    }

    @Test
    void atTheLimit() {
        assertEquals(List.of(Code.SMTP_SLOW), Cases.starttls().after(10_000).greets("220 x").codesBy(RULE));
    }

    @Test
    void justBelow() {
        assertEquals(List.of(), Cases.starttls().after(9_999).greets("220 x").codesBy(RULE));
    }

    @Test
    void whatFailedIsNotSlow() {
        assertEquals(List.of(), Cases.starttls().noGreeting(Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void anotherPortIsSlow() {
        assertEquals(List.of(), Cases.starttls().greets("220 x").otherPort(25).connected().after(12_000).greets("220 x").codesBy(RULE));
    }

    @Test
    void ourOwnTestsAreNotTheServersPace() {
        assertEquals(List.of(), Cases.upToEncryptedHello().after(12_000).samples(20.0, 20.0).codesBy(RULE));
        assertEquals(List.of(), Cases.upToEncryptedHello().after(12_000).longLine(Outcome.of(Cases.reply("500 too long"))).codesBy(RULE));
    }
}
