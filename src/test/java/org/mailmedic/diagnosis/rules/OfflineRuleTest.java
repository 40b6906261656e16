package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.OffRoute.DnsCanary.Lure;
import org.mailmedic.evidence.OffRoute.FirewallRule;
import org.mailmedic.evidence.OffRoute.Interface;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.settings.Security;

final class OfflineRuleTest {
    private static final Rule RULE = new OfflineRule();
    private static final List<Code> OFFLINE = List.of(Code.NETWORK_OFFLINE);

    private static Cases mute() {
        return Cases.of("mail.example.org", 587, Security.STARTTLS).unresolved(Failure.SERVER_FAILURE)
                .unresolvedBoth(Cases.OTHER_RESOLVER, Failure.TIMEOUT);
    }

    private static Cases address() {
        return Cases.of("192.0.2.1", 587, Security.STARTTLS);
    }

    @Test
    void noRouteAnywhere() {
        assertEquals(OFFLINE, address().notConnected(Failure.NO_ROUTE).controlsFail(587, Failure.NO_ROUTE).codesBy(RULE));
    }

    @Test
    void noRouteAloneIsEnough() {
        assertEquals(OFFLINE, address().notConnected(Failure.NO_ROUTE).codesBy(RULE));
    }

    @Test
    void nothingButTheLoopbackIsUp() {
        assertEquals(OFFLINE, mute().interfaces(new Interface("lo", 65536, false, true)).codesBy(RULE));
        assertEquals(List.of(), mute().interfaces(new Interface("lo", 65536, false, true),
                new Interface("eth0", 1500, false, false)).codesBy(RULE));
    }

    @Test
    void neitherNamesNorControlsAnswer() {
        assertEquals(OFFLINE, mute().controlsFail(587, Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void aFirewallThatLetsNothingOutIsAnotherMatter() {
        var everything = new FirewallRule(List.of(), "", true, true, "nft filter output: policy drop");
        var shut = mute().controlsFail(587, Failure.TIMEOUT).controlsFail(443, Failure.TIMEOUT).firewall(everything);
        assertEquals(List.of(), shut.codesBy(RULE));
        assertEquals(List.of(Code.PORT_BLOCKED_BY_DEVICE), shut.codesBy(new BlockedByDeviceRule()));
        assertEquals("nft filter output: policy drop", shut.judgedBy(new BlockedByDeviceRule()).getFirst().facts().get("rule"));
        assertEquals(List.of(Code.PORT_BLOCKED_BY_DEVICE), shut.diagnoses());
    }

    @Test
    void aFirewallThatStopsSomeOfItDoesNotExplainTheRest() {
        var some = mute().controlsFail(587, Failure.TIMEOUT).controlsFail(443, Failure.TIMEOUT).firewall(Cases.rule(587));
        assertEquals(OFFLINE, some.codesBy(RULE));
        assertEquals(List.of(), some.codesBy(new BlockedByDeviceRule()));
    }

    @Test
    void withoutAnyRouteNoRuleWasMet() {
        var everything = new FirewallRule(List.of(), "", true, true, "nft filter output: policy drop");
        assertEquals(OFFLINE, mute().controlsFail(587, Failure.NO_ROUTE).firewall(everything).codesBy(RULE));
    }

    @Test
    void controlsOnlyKnownByNameMakeItLessSure() {
        var finding = mute().lookup("one.example", Outcome.failed(Failure.SERVER_FAILURE, "")).judgedBy(RULE).getFirst();
        assertEquals(Code.NETWORK_OFFLINE, finding.code());
        assertTrue(finding.confidence() < 0.8);
    }

    @Test
    void silentPagesCountAsElsewhere() {
        assertEquals(OFFLINE, mute().page("http://check.example/", Outcome.failed(Failure.TIMEOUT, "")).codesBy(RULE));
    }

    @Test
    void nothingElsewhereWasTried() {
        assertEquals(List.of(), mute().codesBy(RULE));
    }

    @Test
    void anAddressAndEverythingSilent() {
        assertEquals(OFFLINE, address().notConnected(Failure.TIMEOUT).controlsFail(587, Failure.TIMEOUT).controlsFail(443, Failure.TIMEOUT)
                .codesBy(RULE));
    }

    @Test
    void aNameFromAFileIsNoAnswerWhenFreshOnesStaySilent() {
        assertEquals(OFFLINE, Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.TIMEOUT)
                .controlsFail(587, Failure.TIMEOUT).dnsLure(Lure.IMPOSSIBLE_NAME,
                        Outcome.failed(Failure.SERVER_FAILURE, "")).codesBy(RULE));
    }

    @Test
    void namesAreReallyLookedUp() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.TIMEOUT)
                .controlsFail(587, Failure.TIMEOUT).dnsLure(Lure.IMPOSSIBLE_NAME,
                        Outcome.failed(Failure.NAME_NOT_FOUND, "")).codesBy(RULE));
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.TIMEOUT)
                .controlsFail(587, Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void anotherResolverAnswers() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.STARTTLS).unresolved(Failure.TIMEOUT)
                .unresolved(Cases.OTHER_RESOLVER, "A", Failure.SERVER_FAILURE).controlsFail(587, Failure.TIMEOUT).codesBy(RULE));
        assertEquals(List.of(), address().answer(Cases.OTHER_RESOLVER, "A", Cases.ADDRESS).notConnected(Failure.NO_ROUTE).codesBy(RULE));
    }

    @Test
    void oneControlAnswers() {
        assertEquals(List.of(), mute().controlsFail(587, Failure.TIMEOUT).webWorks().codesBy(RULE));
    }

    @Test
    void aPageAnswers() {
        assertEquals(List.of(), mute().controlsFail(587, Failure.TIMEOUT).page("http://check.example/", 302, "http://portal/",
                "").codesBy(RULE));
    }

    @Test
    void theServerAnswers() {
        assertEquals(List.of(), address().connected().controlsFail(587, Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void onlyIpv6IsMissing() {
        assertEquals(List.of(), address().at(Cases.IPV6).notConnected(Failure.NO_ROUTE).codesBy(RULE));
    }

    @Test
    void cancelled() {
        assertEquals(List.of(), address().notConnected(Failure.CANCELLED).codesBy(RULE));
    }
}
