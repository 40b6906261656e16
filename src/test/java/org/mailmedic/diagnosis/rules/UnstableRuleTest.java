package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.Failure;
import org.mailmedic.settings.Security;

final class UnstableRuleTest {
    private static final Rule RULE = new UnstableRule();
    private static final List<Code> UNSTABLE = List.of(Code.NETWORK_UNSTABLE);

    @Test
    void aFifthIsLost() {
        var finding = Cases.starttls().samples(20.0, -1.0, 21.0, 22.0, -1.0, 20.0, 20.0, 20.0, 20.0).judgedBy(RULE).getFirst();
        assertEquals(Code.NETWORK_UNSTABLE, finding.code());
        assertEquals("10", finding.facts().get("count"));
        assertEquals("8", finding.facts().get("good"));
    }

    @Test
    void oneInTenIsLost() {
        assertEquals(List.of(), Cases.starttls().samples(20.0, -1.0, 21.0, 22.0, 20.0, 20.0, 20.0, 20.0, 20.0).codesBy(RULE));
    }

    @Test
    void aQuarterIsSentAgain() {
        assertEquals(UNSTABLE, Cases.starttls().samples(20.0, 1021.0, 21.0, 22.0, 1020.0, 20.0, 3030.0).codesBy(RULE));
    }

    @Test
    void everyOneIsSentAgain() {
        assertEquals(UNSTABLE, Cases.starttls().samples(1020.0, 1021.0, 1022.0, 1020.0, 1020.0, 1030.0, 1020.0, 1020.0).codesBy(RULE));
    }

    @Test
    void aSatelliteTakesItsTimeEveryTime() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().after(960).connected()
                .samples(940.0, 950.0, 960.0, 930.0, 940.0, 950.0, 940.0, 940.0).codesBy(RULE));
    }

    @Test
    void aWideSpread() {
        assertEquals(UNSTABLE, Cases.starttls().samples(20.0, 30.0, 25.0, 30.0, 640.0, 650.0, 640.0, 30.0).codesBy(RULE));
    }

    @Test
    void tooFewToSay() {
        assertEquals(List.of(), Cases.starttls().samples(20.0, -1.0, -1.0, 20.0, 20.0, 20.0).codesBy(RULE));
    }

    @Test
    void theConnectThatWasMadeAnywayCounts() {
        assertEquals(UNSTABLE, Cases.starttls().samples(20.0, -1.0, -1.0, 20.0, 20.0, 20.0, 20.0).codesBy(RULE));
    }

    @Test
    void allLostIsSilence() {
        assertEquals(List.of(), Cases.starttls().at(Cases.SECOND).samples(-1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0).codesBy(RULE));
    }

    @Test
    void steady() {
        assertEquals(List.of(), Cases.starttls().samples(20.0, 25.0, 21.0, 22.0, 20.0, 24.0, 20.0, 400.0).codesBy(RULE));
    }

    @Test
    void aWarningUnlessItBreaksTheSession() {
        Double[] lossy = {20.0, -1.0, 1020.0, 22.0, -1.0, 20.0, 20.0, 20.0};
        assertFalse(Cases.upToEncryptedHello().samples(lossy).judgedBy(RULE).getFirst().stops());
        assertTrue(Cases.starttls().greets("220 x").noHello(Failure.TIMEOUT).samples(lossy).judgedBy(RULE).getFirst().stops());
        assertTrue(Cases.starttls().upgraded().noTls(Failure.RESET).samples(lossy).judgedBy(RULE).getFirst().stops());
        assertTrue(Cases.starttls().noGreeting(Failure.TIMEOUT).samples(lossy).judgedBy(RULE).getFirst().stops());
    }
}
