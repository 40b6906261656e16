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
import org.mailmedic.evidence.Outcome;
import org.mailmedic.settings.Security;

final class CaptivePortalRuleTest {
    private static final Rule RULE = new CaptivePortalRule();
    private static final String ONE = "http://one.example/";
    private static final String TWO = "http://two.example/";

    private static Cases silent() {
        return Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.TIMEOUT);
    }

    @Test
    void sentToAnotherPage() {
        var finding = silent().page(ONE, 302, "http://login.hotel.example/", "").page(TWO, 302, "http://login.hotel.example/",
                "").judgedBy(RULE)
                .getFirst();
        assertEquals(Code.NETWORK_CAPTIVE_PORTAL, finding.code());
        assertTrue(finding.stops());
        assertEquals("http://login.hotel.example/", finding.facts().get("location"));
    }

    @Test
    void aPageOfItsOwn() {
        assertEquals(List.of(Code.NETWORK_CAPTIVE_PORTAL), silent().page(ONE, 200, "", "<html>Welcome").codesBy(RULE));
        assertEquals(List.of(Code.NETWORK_CAPTIVE_PORTAL), silent().page(ONE, 204, "", "<html>Welcome").codesBy(RULE));
        assertEquals(List.of(Code.NETWORK_CAPTIVE_PORTAL), silent().page(ONE, 511, "", "").codesBy(RULE));
    }

    @Test
    void lessSureWhereThePagesOwnServerMayBeInTrouble() {
        double trouble = silent().page(ONE, 503, "", "").judgedBy(RULE).getFirst().confidence();
        double portal = silent().page(ONE, 302, "http://login/", "").judgedBy(RULE).getFirst().confidence();
        assertTrue(trouble < portal);
    }

    @Test
    void onePageIsFine() {
        assertEquals(List.of(), silent().page(ONE, 302, "http://moved.example/", "").page(TWO, 204, "", "").codesBy(RULE));
    }

    @Test
    void noPageCame() {
        assertEquals(List.of(), silent().page(ONE, Outcome.failed(Failure.TIMEOUT, "")).codesBy(RULE));
        assertEquals(List.of(), silent().codesBy(RULE));
    }

    @Test
    void aWarningWhereMailGetsThroughAllTheSame() {
        assertFalse(Cases.starttls().greets("220 mail.example.org ESMTP").page(ONE, 302, "http://login/",
                "").judgedBy(RULE).getFirst().stops());
    }
}
