package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Party;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.Failure;
import org.mailmedic.settings.Security;

final class TcpRefusedRuleTest {
    private static final Rule RULE = new TcpRefusedRule();

    @Test
    void refused() {
        assertEquals(List.of(Code.TCP_REFUSED), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved()
                .notConnected(Failure.REFUSED).otherPortFails(465, Failure.REFUSED).codesBy(RULE));
    }

    @Test
    void anotherAddressConnects() {
        var finding = Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.REFUSED).at(Cases.SECOND)
                .connected().judgedBy(RULE).getFirst();
        assertFalse(finding.stops());
        assertEquals(Party.MAIL_PROVIDER, finding.party());
        assertEquals(Cases.ADDRESS, finding.facts().get("address"));
    }

    @Test
    void allAddresses() {
        var facts = Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.REFUSED).at(Cases.SECOND)
                .notConnected(Failure.REFUSED).judgedBy(RULE).getFirst().facts();
        assertEquals("192.0.2.1, 192.0.2.2", facts.get("addresses"));
    }

    @Test
    void tellsThatPort25IsOpen() {
        var facts = Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.REFUSED).otherPortGreets(25)
                .judgedBy(RULE).getFirst().facts();
        assertEquals("25", facts.get("openPorts"));
    }

    @Test
    void neverSureWithoutComparison() {
        assertTrue(Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.REFUSED)
                .otherPortFails(465, Failure.REFUSED).judgedBy(RULE).getFirst().confidence() < 0.9);
    }

    /// Another port took the connection, and its greeting did not come in time: perhaps the right one greets there.
    @Test
    void neverSureWhileAnotherPortWasNotHeardOut() {
        var story = Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.REFUSED).controlsWork(587);
        assertTrue(story.judgedBy(RULE).getFirst().confidence() >= 0.9);
        var finding = story.otherPort(465).connected().noTls(Failure.TIMEOUT).judgedBy(RULE).getFirst();
        assertTrue(finding.confidence() < 0.9);
        assertEquals(2, finding.because().size(), "what was not heard out counts, where this computer did not run meanwhile");
    }

    @Test
    void silent() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.TIMEOUT)
                .codesBy(RULE));
    }

    @Test
    void connected() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().connected().codesBy(RULE));
    }

    @Test
    void anotherPortRefuses() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().connected()
                .otherPortFails(465, Failure.REFUSED).codesBy(RULE));
    }

    @Test
    void surestWhereThePortWorksElsewhere() {
        var finding = Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.REFUSED).controlsWork(587)
                .judgedBy(RULE).getFirst();
        assertTrue(finding.confidence() > 0.9);
        assertEquals("one.example, two.example", finding.facts().get("elsewhere"));
    }

    @Test
    void leastSureWhereItFailsElsewhereToo() {
        var finding = Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.REFUSED)
                .controlsFail(587, Failure.REFUSED).judgedBy(RULE).getFirst();
        assertTrue(finding.confidence() < 0.6);
        assertEquals("undecided", finding.facts().get("compared"));
    }
}
