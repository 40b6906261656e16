package org.mailmedic.maildomain.dmarc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DmarcProposalTest {
    private static final String REJECT = "v=DMARC1; p=reject; rua=mailto:x@example.org";
    private static final String NONE = "v=DMARC1; p=none; rua=mailto:y@example.org,mailto:x@example.org; adkim=s";

    private static String tightened(String text, String applied) {
        return DmarcProposal.tightened(DmarcRecord.parse(text), applied);
    }

    @Test
    void onlyTheTagThatAppliedGetsStricter() {
        assertEquals("v=DMARC1; p=reject; sp=quarantine; rua=mailto:a@example.org",
                tightened("v=DMARC1; p=reject; sp=none; rua=mailto:a@example.org", "sp"));
        assertEquals("v=DMARC1; p=reject; sp=quarantine; np=quarantine",
                tightened("v=DMARC1; p=reject; sp=quarantine; np=none", "np"));
        assertEquals("v=DMARC1; p=quarantine; np=none", tightened("v=DMARC1; p=none; np=none", "p"));
        assertEquals("v=DMARC1; p=reject; pct=0; sp=quarantine", tightened("v=DMARC1; p=reject; pct=0; sp=none", "sp"));
    }

    @Test
    void aTestOfNothingIsNoEnd() {
        assertEquals("v=DMARC1; p=quarantine; rua=mailto:a@example.org", tightened("v=DMARC1; p=none; t=y; rua=mailto:a@example.org", "p"));
        assertEquals("v=DMARC1; p=reject", tightened("v=DMARC1; p=reject; t=y", "p"));
        assertEquals("v=DMARC1; p=quarantine", tightened("v=DMARC1; p=quarantine; t=y; pct=0", "p"));
    }

    @Test
    void severalBecomeTheMildestWithAllAddresses() {
        String merged = "v=DMARC1; p=none; rua=mailto:x@example.org,mailto:y@example.org";
        assertEquals(merged, DmarcProposal.merged("example.org", List.of(REJECT, NONE)));
        assertEquals(merged, DmarcProposal.merged("example.org", List.of(NONE, REJECT)));
        assertEquals("v=DMARC1; p=quarantine; sp=none; t=y; rua=mailto:dmarc-reports@example.org",
                DmarcProposal.merged("example.org", List.of("v=DMARC1; p=quarantine", "v=DMARC1; p=reject; sp=none; t=y")));
        assertEquals("v=DMARC1; p=reject; aspf=s; rua=mailto:dmarc-reports@example.org",
                DmarcProposal.merged("example.org", List.of("v=DMARC1; p=reject; aspf=s", "v=DMARC1; p=reject; aspf=s; sp=reject")));
    }

    @Test
    void pctIsNotLostOnTheWay() {
        assertEquals("v=DMARC1; p=reject; pct=0; rua=mailto:a@example.org; t=y",
                DmarcProposal.repaired("example.org", "v=DMARC1; p=reject; pct=0; rua=mailto:a@example.org"));
        assertEquals("v=DMARC1; p=reject; pct=20; rua=mailto:a@example.org",
                DmarcProposal.repaired("example.org", "v=DMARC1; p=reject; pct=20; ri=1; rua=mailto:a@example.org"));
        assertEquals("v=DMARC1; p=reject; rua=mailto:a@example.org",
                DmarcProposal.repaired("example.org", "v=DMARC1; p=reject; pct=100; rua=mailto:a@example.org"));
    }

    @Test
    void pctZeroIsATestInOldWords() {
        assertTrue(DmarcProposal.nobodyAtOnce(DmarcRecord.parse("v=DMARC1; p=reject; pct=0")));
        assertFalse(DmarcProposal.nobodyAtOnce(DmarcRecord.parse("v=DMARC1; p=reject; pct=1")));
        assertFalse(DmarcProposal.nobodyAtOnce(DmarcRecord.parse("v=DMARC1; p=reject")));
    }
}
