package org.mailmedic.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.IDN;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReadableNameTest {
    @ParameterizedTest
    @CsvSource({"mail.xn--blumen-mller-klb.de, mail.blumen-müller.de", "smtp.gmail.com, smtp.gmail.com", "'', ''",
        "xn--80ak6aa92e.com, xn--80ak6aa92e.com", "xn--, xn--", "'not a xn-- name', 'not a xn-- name'"})
    void latinLettersAreShownAndOthersAreNot(String asked, String shown) {
        assertEquals(shown, ReadableName.of(asked));
    }

    @ParameterizedTest
    @ValueSource(strings = {"müller.example", "пример.example", "δοκιμή.example", "例子.example", "łódź.example", "shop.بريد.example"})
    void aNameOfOneScriptThatLooksLikeNoOtherIsShown(String typed) {
        String asked = IDN.toASCII(typed);
        assertEquals(typed, ReadableName.of(asked));
        assertEquals(typed + " (" + asked + ")", ReadableName.withAscii(asked));
    }

    @ParameterizedTest
    @ValueSource(strings = {"раураl.example", "ехамре.example", "exаmple.example", "fɑcebook.example", "ɡoogle.example", "ıstanbul.example", "пример-shop.example"})
    void aNameThatCouldBeTakenForAnotherStaysAsItIsAskedFor(String typed) {
        String asked = IDN.toASCII(typed);
        assertEquals(asked, ReadableName.of(asked));
        assertEquals(asked, ReadableName.withAscii(asked));
    }

    @ParameterizedTest
    @CsvSource({"300", "100000"})
    void aVeryLongNameStaysAsItIs(int length) {
        String name = "xn--" + "a".repeat(length);
        assertEquals(name, ReadableName.of(name));
    }
}
