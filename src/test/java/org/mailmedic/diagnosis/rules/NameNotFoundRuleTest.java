package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.plan.Controls;
import org.mailmedic.plan.ControlsReader;
import org.mailmedic.settings.Security;

final class NameNotFoundRuleTest {
    private static final Rule RULE = new NameNotFoundRule();

    @Test
    void everybodySaysSo() {
        assertEquals(List.of(Code.DNS_NOT_FOUND), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.NAME_NOT_FOUND)
                .unresolvedBoth(Cases.OTHER_RESOLVER, Failure.NAME_NOT_FOUND).codesBy(RULE));
    }

    @Test
    void onlyTheSystemWasAsked() {
        assertEquals(List.of(Code.DNS_NOT_FOUND), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.NAME_NOT_FOUND)
                .codesBy(RULE));
    }

    @Test
    void othersAreSilent() {
        assertEquals(List.of(Code.DNS_NOT_FOUND), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.NAME_NOT_FOUND)
                .unresolvedBoth(Cases.OTHER_RESOLVER, Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void surerWhenOthersAgree() {
        double alone = Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.NAME_NOT_FOUND).judgedBy(RULE).getFirst()
                .confidence();
        double together = Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.NAME_NOT_FOUND)
                .unresolvedBoth(Cases.OTHER_RESOLVER, Failure.NAME_NOT_FOUND).judgedBy(RULE).getFirst().confidence();
        assertTrue(together > alone);
    }

    /// A network that leads nowhere denies every name, and in the name of every resolver.
    @Test
    void neverSureWhereTheSystemDeniesWellKnownNamesToo() {
        var walled = Cases.of("mail.example.org", 587, Security.AUTO).comparing().unresolved(Failure.NAME_NOT_FOUND)
                .unresolvedBoth(Cases.OTHER_RESOLVER, Failure.NAME_NOT_FOUND);
        List<String> known = ControlsReader.builtIn().tcp().stream().map(Controls.Tcp::host)
                .filter(host -> !host.matches("[0-9.:]+")).distinct().limit(4).toList();
        known.forEach(name -> walled.lookup(name, Outcome.failed(Failure.NAME_NOT_FOUND, "")));
        var finding = walled.judgedBy(RULE).getFirst();
        assertEquals(Code.DNS_NOT_FOUND, finding.code());
        assertEquals(0.5, finding.confidence());
        assertEquals(known.getFirst(), finding.facts().get("denied"));
        assertEquals("denied", finding.facts().get("seen"));
        walled.lookup(known.getLast(), Cases.answered("198.51.100.1"));
        assertEquals(0.95, walled.judgedBy(RULE).getFirst().confidence(), "one that exists shows that names are answered here");
    }

    @Test
    void anotherOneKnowsIt() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.NAME_NOT_FOUND)
                .answer(Cases.OTHER_RESOLVER, "A", Cases.ADDRESS).codesBy(RULE));
    }

    @Test
    void theNameExistsWithoutAnAddress() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.NAME_NOT_FOUND)
                .unresolvedBoth(Cases.OTHER_RESOLVER, Failure.NO_ADDRESS).codesBy(RULE));
    }

    @Test
    void aBrokenAlias() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.NAME_NOT_FOUND)
                .unresolvedBoth(Cases.OWN_RESOLVER, Failure.CNAME_BROKEN).codesBy(RULE));
    }

    @Test
    void theSystemKnowsIt() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).resolved()
                .unresolvedBoth(Cases.OTHER_RESOLVER, Failure.NAME_NOT_FOUND).codesBy(RULE));
    }

    @Test
    void silence() {
        assertEquals(List.of(), Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.TIMEOUT).codesBy(RULE));
    }
}
