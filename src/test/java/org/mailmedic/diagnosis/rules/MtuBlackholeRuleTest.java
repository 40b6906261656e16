package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.evidence.Span;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Route;
import org.mailmedic.plan.Stage;

final class MtuBlackholeRuleTest {
    private static final Rule RULE = new MtuBlackholeRule();
    private static final List<Code> SWALLOWED = List.of(Code.NETWORK_MTU_BLACKHOLE);
    private static final Outcome<Reply> SILENCE = Outcome.failed(Failure.TIMEOUT, "");
    private static final Outcome<Reply> TOO_LONG = Outcome.of(Cases.reply("500 line too long"));

    @Test
    void theHandshakeStallsAndSoDoesALongLine() {
        assertEquals(SWALLOWED, Cases.starttls().upgraded().noTls(Failure.TIMEOUT).longLine(SILENCE).codesBy(RULE));
    }

    @Test
    void theHandshakeStallsHereAndElsewhere() {
        assertEquals(SWALLOWED, Cases.starttls().upgraded().noTls(Failure.TIMEOUT).control("one.example", "198.51.100.1", 465).connected()
                .noTls(Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void onlyTheWayBackSwallows() {
        assertEquals(SWALLOWED, Cases.starttls().upgraded().noTls(Failure.TIMEOUT).longLine(TOO_LONG).control("one.example",
                "198.51.100.1", 465)
                .connected().noTls(Failure.TIMEOUT).codesBy(RULE));
    }

    /// Somebody on the way minds large packets on this port alone.
    @Test
    void aLineThatIsLostAtThisPortCountsThoughAnotherPortPasses() {
        assertEquals(SWALLOWED, Cases.starttls().upgraded().noTls(Failure.TIMEOUT).longLine(SILENCE).otherPort(465).connected().tlsDone()
                .codesBy(RULE));
        assertEquals(List.of(), Cases.starttls().upgraded().noTls(Failure.TIMEOUT).control("one.example", "198.51.100.1", 465).connected()
                .noTls(Failure.TIMEOUT).target().otherPort(465).connected().tlsDone().codesBy(RULE));
    }

    /// A control that was left hardly any time was not listened to.
    @Test
    void aHastyLookElsewhereIsNoSign() {
        var story = Cases.starttls().upgraded().noTls(Failure.TIMEOUT).control("one.example", "198.51.100.1", 465).connected().file();
        var hasty = new Evidence.TlsHandshake(new Route(Route.Role.CONTROL, "one.example", InetAddress.ofLiteral("198.51.100.1"), 465,
                Mode.IMPLICIT_TLS), true, new Span(0, 80), Optional.empty(), "", Optional.empty(), Outcome.failed(Failure.TIMEOUT, ""));
        var file = new CaseFile(story.settings(), story.plan(), Stream.concat(story.evidence().stream(), Stream.of(hasty)).toList());
        assertEquals(List.of(), RULE.examine(file).toList());
    }

    @Test
    void theMessageStalls() {
        var finding = Cases.upToEncryptedHello().message(Stage.MESSAGE, Failure.TIMEOUT).longLine(SILENCE).judgedBy(RULE).getFirst();
        assertEquals(Stage.MESSAGE, finding.stage());
        assertEquals("message", finding.facts().get("where"));
    }

    @Test
    void withTlsFromTheStartAnotherPortShowsThatSmallOnesPass() {
        assertEquals(SWALLOWED, Cases.tls().noTls(Failure.TIMEOUT).otherPort(587).longLine(SILENCE).codesBy(RULE));
        assertEquals(SWALLOWED, Cases.tls().noTls(Failure.TIMEOUT).otherPortGreets(587).control("one.example", "198.51.100.1",
                465).connected()
                .noTls(Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void withTlsFromTheStartNothingSmallPassed() {
        assertEquals(List.of(), Cases.tls().noTls(Failure.TIMEOUT).control("one.example", "198.51.100.1",
                465).connected().noTls(Failure.TIMEOUT)
                .codesBy(RULE));
    }

    @Test
    void withTlsFromTheStartSmallOnesPassElsewhere() {
        Cases stalls = Cases.tls().noTls(Failure.TIMEOUT).control("one.example", "198.51.100.1", 465).connected().noTls(Failure.TIMEOUT)
                .control("one.example", "198.51.100.1", 587).connected().greets("220 one.example ESMTP");
        assertEquals(SWALLOWED, stalls.codesBy(RULE));
        assertEquals(SWALLOWED, stalls.diagnoses());
        assertEquals(List.of(), Cases.tls().noTls(Failure.TIMEOUT).control("one.example", "198.51.100.1", 465).connected().tlsDone()
                .control("one.example", "198.51.100.1", 587).connected().greets("220 one.example ESMTP").codesBy(RULE), "it passes there");
    }

    @Test
    void withoutASecondSign() {
        assertEquals(List.of(), Cases.starttls().upgraded().noTls(Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void theLongLineIsAnswered() {
        assertEquals(List.of(), Cases.starttls().upgraded().noTls(Failure.TIMEOUT).longLine(TOO_LONG).codesBy(RULE));
        assertEquals(List.of(), Cases.starttls().upgraded().noTls(Failure.TIMEOUT).longLine(Outcome.failed(Failure.RESET,
                "")).codesBy(RULE));
    }

    @Test
    void oneControlShakesHands() {
        assertEquals(List.of(), Cases.starttls().upgraded().noTls(Failure.TIMEOUT).control("one.example", "198.51.100.1", 465).connected()
                .noTls(Failure.TIMEOUT).control("two.example", "198.51.100.2", 465).connected().tlsDone().codesBy(RULE));
    }

    @Test
    void theGreetingWasSlowToo() {
        assertEquals(List.of(), Cases.starttls().after(6000).greets("220 x").hello("STARTTLS").startTls("220 go").noTls(Failure.TIMEOUT)
                .longLine(SILENCE).codesBy(RULE));
    }

    @Test
    void theHandshakeBreaksOtherwise() {
        assertEquals(List.of(), Cases.starttls().upgraded().noTls(Failure.TLS_ALERT).longLine(SILENCE).codesBy(RULE));
    }

    @Test
    void theMessageIsRefused() {
        assertEquals(List.of(), Cases.upToEncryptedHello().message(Stage.MESSAGE, "552 too big").longLine(SILENCE).codesBy(RULE));
    }
}
