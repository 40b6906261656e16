package org.mailmedic.ui.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class PseudoTextsTest {
    @Test
    void everyTextIsAtLeastFortyPerCentLongerAndStillFills() {
        Texts longest = PseudoTexts.longest();
        assertTrue(longest.get("start.headline").length() >= "What is happening with your mail?".length() * 1.4);
        assertTrue(longest.get("checkup.lead_bound", "mail.example", "587", 1).contains("mail.example"));
        assertTrue(longest.get("answer.again").contains("_"), "the mnemonic stays");
    }

    @Test
    void emptyStaysEmpty() {
        assertEquals("", PseudoTexts.lengthened(""));
    }
}
