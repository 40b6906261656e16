package org.mailmedic.history;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailmedic.advice.TextBook;

final class TroubleTest {
    @ParameterizedTest
    @EnumSource
    void everyTroubleHasItsSentence(Trouble trouble) {
        String sentence = TextBook.open("history", Locale.ENGLISH).get("trouble." + trouble.id(), Map.of("folder", "/home/anna"));
        assertTrue(sentence.endsWith(".") || sentence.endsWith("/home/anna"), sentence);
        assertFalse(sentence.toLowerCase(Locale.ROOT).matches(".*(error|invalid|failed to|!).*"), sentence);
    }
}
