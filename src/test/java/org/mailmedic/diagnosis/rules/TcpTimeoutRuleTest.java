package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.OffRoute.FirewallRule;
import org.mailmedic.settings.Security;

final class TcpTimeoutRuleTest {
    private static final Rule RULE = new TcpTimeoutRule();
    private static final Supplier<Cases> SILENT = () -> Cases.of("mail.example.org", 587, Security.STARTTLS).resolved()
            .notConnected(Failure.TIMEOUT);

    @Test
    void silent() {
        assertEquals(List.of(Code.TCP_TIMEOUT), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved()
                .notConnected(Failure.TIMEOUT).otherPortFails(465, Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void saysHowLong() {
        var facts = Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.TIMEOUT).judgedBy(RULE).getFirst()
                .facts();
        assertEquals("10", facts.get("budget"));
        assertEquals("192.0.2.1", facts.get("address"));
    }

    @Test
    void lessSureWhereOtherPortsAnswer() {
        double all = Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.TIMEOUT)
                .otherPortFails(465, Failure.TIMEOUT).judgedBy(RULE).getFirst().confidence();
        double some = Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.TIMEOUT)
                .otherPortFails(465, Failure.REFUSED).judgedBy(RULE).getFirst().confidence();
        assertTrue(all > some && some < 0.6);
    }

    @Test
    void brokenIpv6OfTheHostIsAWarning() {
        assertFalse(Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().at(Cases.IPV6).notConnected(Failure.TIMEOUT)
                .at(Cases.ADDRESS).connected().judgedBy(RULE).getFirst().stops());
    }

    @Test
    void saysThatAnotherAddressWorks() {
        assertEquals("sibling",
                Cases.starttls().at(Cases.SECOND).notConnected(Failure.TIMEOUT).judgedBy(RULE).getFirst().facts().get("seen"));
        assertFalse(SILENT.get().judgedBy(RULE).getFirst().facts().has("seen"));
    }

    @Test
    void refused() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.REFUSED)
                .codesBy(RULE));
    }

    @Test
    void connected() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().connected().codesBy(RULE));
    }

    @Test
    void surestWhereThePortWorksElsewhere() {
        var finding = SILENT.get().controlsWork(587).judgedBy(RULE).getFirst();
        assertTrue(finding.confidence() > 0.8 && finding.confidence() < 0.9, "somebody on the way may be against this one host");
        assertEquals("one.example, two.example", finding.facts().get("elsewhere"));
    }

    @Test
    void leastSureWhereItFailsElsewhereToo() {
        var finding = SILENT.get().otherPortFails(465, Failure.TIMEOUT).controlsFail(587, Failure.TIMEOUT).judgedBy(RULE).getFirst();
        assertTrue(finding.confidence() < 0.6);
        assertEquals("undecided", finding.facts().get("compared"));
    }

    @Test
    void namesTheOtherSilentPorts() {
        assertEquals("25, 465", SILENT.get().otherPortFails(465, Failure.TIMEOUT).otherPortFails(25, Failure.TIMEOUT)
                .otherPortFails(2525, Failure.REFUSED).judgedBy(RULE).getFirst().facts().get("silentPorts"));
    }

    @Test
    void brokenIpv6OfTheLineIsNotTheServers() {
        assertEquals(List.of(), Cases.starttls().at(Cases.IPV6).notConnected(Failure.TIMEOUT).controlsFailOverIpv6(587, Failure.TIMEOUT)
                .codesBy(RULE));
    }

    @Test
    void brokenIpv6OfTheLineHidesNoSilentIpv4() {
        var finding = SILENT.get().at(Cases.IPV6).notConnected(Failure.TIMEOUT).controlsFailOverIpv6(587, Failure.TIMEOUT).controlsWork(587)
                .judgedBy(RULE).getFirst();
        assertTrue(finding.stops());
        assertEquals(Cases.ADDRESS, finding.facts().get("addresses"));
    }

    @Test
    void lessSureWhereARuleOfThisDeviceCouldNotBeJudged() {
        var doubtful = new FirewallRule(List.of(587), Cases.ADDRESS, true, true, "rule", FirewallRule.Sway.MAY_STOP, -1);
        assertTrue(SILENT.get().controlsWork(587).firewall(doubtful).judgedBy(RULE).getFirst().confidence() < 0.75);
        assertTrue(SILENT.get().controlsWork(587).firewall().judgedBy(RULE).getFirst().confidence() > 0.8);
    }
}
