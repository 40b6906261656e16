package org.mailmedic.diagnosis.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Span;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Route;
import org.mailmedic.settings.Security;

final class ControlConnectsTest {
    private static Cases silent() {
        return Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.TIMEOUT);
    }

    private static ControlConnects of(Cases story) {
        return new ControlConnects(story.file());
    }

    @Test
    void nothingWasCompared() {
        assertFalse(of(silent()).works());
        assertFalse(of(silent()).fails());
        assertFalse(of(silent()).undecided());
        assertFalse(of(silent()).compared());
    }

    @Test
    void oneSuccessIsEnough() {
        var mixed = of(silent().controlsFail(587, Failure.TIMEOUT).control("four.example", "198.51.100.4", 587).connected());
        assertTrue(mixed.works());
        assertFalse(mixed.fails());
    }

    /// Where the server stays silent after the connection was made, a control whose greeting nobody had time to wait for tells nothing.
    @Test
    void whoWasNotListenedToTellsNothing() {
        var story = Cases.starttls().noGreeting(Failure.TIMEOUT).control("one.example", "198.51.100.1", 587).connected();
        assertTrue(of(story).works());
        var file = story.file();
        var hasty = new Evidence.Greeting(new Route(Route.Role.CONTROL, "one.example", InetAddress.ofLiteral("198.51.100.1"), 587,
                Mode.PLAIN), new Span(0, 80), -1, "", Outcome.failed(Failure.TIMEOUT, ""));
        var later = new ControlConnects(new CaseFile(file.settings(), file.plan(), Stream.concat(file.evidence().stream(),
                Stream.of(hasty)).toList()));
        assertFalse(later.works());
        assertFalse(later.fails());
    }

    @Test
    void everyFailureIsNeeded() {
        var all = of(silent().controlsFail(587, Failure.TIMEOUT));
        assertTrue(all.fails());
        assertTrue(all.undecided());
        assertFalse(of(silent().controlsFail(587, Failure.TIMEOUT).webWorks()).undecided());
    }

    @Test
    void controlsThatAreMissingEverywhereTellNothing() {
        assertFalse(of(silent().otherPortGreets(465).controlsFail(587, Failure.TIMEOUT).controlsFail(465, Failure.TIMEOUT)).fails(),
                "they fail on a port on which the server answers");
        assertTrue(of(silent().otherPortGreets(465).controlsFail(587, Failure.TIMEOUT).controlsFail(465, Failure.TIMEOUT)
                .webWorks()).fails(), "one of them is there");
        assertTrue(of(silent().otherPortGreets(465).controlsFail(587, Failure.TIMEOUT)).fails(), "they were asked about nothing else");
        assertTrue(of(silent().otherPortFails(465, Failure.TIMEOUT).controlsFail(587, Failure.TIMEOUT).controlsFail(465,
                Failure.TIMEOUT)).fails(), "the server is no better");
    }

    @Test
    void cancelledOnesWereNotTried() {
        assertFalse(of(silent().controlsFail(587, Failure.CANCELLED)).fails());
    }

    @Test
    void onlyTheServersFamilyCounts() {
        assertFalse(of(silent().controlsWorkOverIpv6(587)).works());
        assertTrue(of(Cases.of("mail.example.org", 587, Security.STARTTLS).at(Cases.IPV6).notConnected(Failure.TIMEOUT)
                .controlsWorkOverIpv6(587)).works());
    }

    @Test
    void saysWhereItWorks() {
        assertEquals("one.example, two.example", of(silent().controlsWork(587)).add(Facts.none()).get("elsewhere"));
        assertFalse(of(silent().controlsFail(587, Failure.TIMEOUT)).add(Facts.none()).has("elsewhere"));
    }

    @Test
    void saysWhenComparingDidNotHelp() {
        assertEquals("undecided", of(silent().controlsFail(587, Failure.TIMEOUT)).add(Facts.none()).get("compared"));
        assertFalse(of(silent().controlsFail(587, Failure.TIMEOUT).webWorks()).add(Facts.none()).has("compared"));
        assertFalse(of(silent()).add(Facts.none()).has("compared"));
    }

    @Test
    void aCanaryIsNothingThatWorks() {
        assertFalse(of(silent().controlsFail(587, Failure.TIMEOUT).canary(25).connected()).otherPortsWork());
    }

    @Test
    void aPortThatIsCutOffDoesNotWork() {
        assertFalse(of(silent().controlsFail(587, Failure.TIMEOUT).control("one.example", "198.51.100.1", 25).connected()
                .noGreeting(Failure.RESET)).otherPortsWork());
    }

    @Test
    void portsThatWorkHereComeBeforeThoseElsewhere() {
        assertEquals("465", of(silent().otherPortGreets(465).controlsWork(2525)).workingPorts());
        assertEquals("465, 2525", of(silent().controlsWork(2525).controlsWork(465).controlsWork(25)).workingPorts());
        assertEquals("", of(silent().controlsWork(587)).workingPorts());
    }

    @Test
    void anythingAtAll() {
        assertTrue(of(silent().webWorks()).anythingWorks());
        assertTrue(of(silent().page("http://one.example/", 302, "", "")).anythingWorks());
        assertFalse(of(silent().page("http://one.example/", Outcome.failed(Failure.TIMEOUT, ""))).anythingWorks());
    }
}
