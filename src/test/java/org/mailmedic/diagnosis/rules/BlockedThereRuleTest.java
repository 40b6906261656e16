package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Party;
import org.mailmedic.evidence.Failure;
import org.mailmedic.settings.Security;

final class BlockedThereRuleTest {
    private static Cases there() {
        return Cases.of("mail.example.org", 587, Security.STARTTLS).website().resolved();
    }

    private static List<Finding> judge(Cases here, Cases there) {
        return new BlockedThereRule().examine(here.file(), there.file()).toList();
    }

    @Test
    void silentThereAndOpenHere() {
        Finding found = judge(Cases.starttls(), there().notConnected(Failure.TIMEOUT).controlsFail(587, Failure.TIMEOUT).webWorks())
                .getFirst();
        assertEquals(Code.PORT_BLOCKED_BY_HOSTING, found.code());
        assertEquals(Party.HOSTING, found.party());
        assertEquals("silent", found.facts().get("how"));
        assertEquals("587", found.facts().get("hereWorks"));
        assertEquals(0.95, found.confidence());
    }

    @Test
    void rejectedThereAndElsewhere() {
        Finding found = judge(Cases.starttls(), there().notConnected(Failure.REFUSED).controlsFail(587, Failure.REFUSED)).getFirst();
        assertEquals("rejected", found.facts().get("how"));
        assertEquals(0.85, found.confidence());
    }

    @Test
    void withoutAnythingToCompareWithTheServerMayRefuseThatOneAddress() {
        assertEquals(List.of(), judge(Cases.starttls(), there().notConnected(Failure.REFUSED)));
        assertEquals(List.of(), judge(Cases.starttls(), there().notConnected(Failure.TIMEOUT).controlsWork(465)),
                "nobody else was tried on 587");
    }

    @Test
    void anotherPortOfTheServerIsNamed() {
        assertEquals("465", judge(Cases.starttls(), there().notConnected(Failure.TIMEOUT)
                .controlsFail(587, Failure.TIMEOUT).otherPortGreets(465)).getFirst().facts()
                .get("onlyPort"));
    }

    @Test
    void thePortGetsOutToOthers() {
        assertEquals(List.of(), judge(Cases.starttls(), there().notConnected(Failure.TIMEOUT).controlsWork(587)));
    }

    @Test
    void silentInBothPlaces() {
        assertEquals(List.of(), judge(Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.TIMEOUT),
                there().notConnected(Failure.TIMEOUT)));
    }

    @Test
    void reachedInBothPlaces() {
        assertEquals(List.of(), judge(Cases.starttls(), there().connected()));
    }

    @Test
    void oneAddressThereIsEnough() {
        assertEquals(List.of(), judge(Cases.starttls(), there().notConnected(Failure.TIMEOUT).at(Cases.SECOND).connected()));
    }
}
