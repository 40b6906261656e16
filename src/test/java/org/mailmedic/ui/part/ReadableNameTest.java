package org.mailmedic.ui.part;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReadableNameTest {
    @ParameterizedTest
    @CsvSource({"mail.xn--blumen-mller-klb.de, mail.blumen-müller.de", "smtp.gmail.com, smtp.gmail.com", "'', ''",
        "xn--80ak6aa92e.com, xn--80ak6aa92e.com", "xn--, xn--", "'not a xn-- name', 'not a xn-- name'"})
    void latinLettersAreShownAndOthersAreNot(String asked, String shown) {
        assertEquals(shown, ReadableName.of(asked));
    }

    @ParameterizedTest
    @CsvSource({"300", "100000"})
    void aVeryLongNameStaysAsItIs(int length) {
        String name = "xn--" + "a".repeat(length);
        assertEquals(name, ReadableName.of(name));
    }
}
