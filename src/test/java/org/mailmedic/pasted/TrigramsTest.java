package org.mailmedic.pasted;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class TrigramsTest {
    @Test
    void everyPieceOfATextMayBeHeld() {
        var random = new Random(7);
        String text = random.ints(5000, 0, 0x3000).collect(StringBuilder::new, (drawn, c) -> drawn.append((char) c), StringBuilder::append)
                .toString();
        var trigrams = new Trigrams(text);
        for (int round = 0; round < 2000; round++) {
            int start = random.nextInt(text.length());
            int end = start + random.nextInt(text.length() - start + 1);
            assertTrue(trigrams.mayHold(text.substring(start, end)), start + " to " + end);
        }
    }

    @Test
    void whatIsNotThereIsRuledOut() {
        var trigrams = new Trigrams("order 4711 was paid and will be sent to the customer\n".repeat(1000));
        for (String word : new String[] {"smtp", "phpmailer", "user_pref(", "postausgang", "パスワード"}) {
            assertFalse(trigrams.mayHold(word), word);
        }
    }

    @Test
    void wordsOfLessThanThreeCharactersAreNeverRuledOut() {
        var trigrams = new Trigrams("");
        assertTrue(trigrams.mayHold(""));
        assertTrue(trigrams.mayHold("x"));
        assertTrue(trigrams.mayHold("]:"));
        assertFalse(trigrams.mayHold("abc"));
    }
}
