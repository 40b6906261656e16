package org.mailmedic.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.MessageFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedTextTest {
    private static final NumberedText ENGLISH = new NumberedText(Locale.ENGLISH);
    private static final NumberedText COMMA = new NumberedText(TextBook.open("words", Locale.ENGLISH)
            .mapped(text -> text.equals(".") ? "," : text.equals(",") ? "." : text));

    @ParameterizedTest
    @ValueSource(strings = {"{0}", "{0} and {1}", "{0,number,0.0} s", "{0,number,#,##0.0} ms", "{0,number,0.##}",
            "{0,choice,1#one|1<{0} lines}",
        "{1,choice,0#none|1#one of {0}|1<{1} of {0}}", "It’s {2}", "no hole"})
    void inEnglishItIsWhatJavaWouldWrite(String text) {
        for (Object[] values : new Object[][] {{1, 1, "x"}, {1234567, 2, "{0}"}, {0.25, 3, "587"}, {12345.678, 0, ""}, {-1, 1000, "é"}}) {
            assertEquals(new MessageFormat(text, Locale.ENGLISH).format(values), ENGLISH.fill(text, values), text);
        }
    }

    @Test
    void theSignsAreTheLanguagesOwnEverywhere() {
        assertEquals("1.234.567 and 0,5", COMMA.fill("{0} and {1}", 1234567, 0.5));
        assertEquals("3,1 s", COMMA.fill("{0,number,0.0} s", 3.14));
        assertEquals("1.234,5 ms", COMMA.fill("{0,number,#,##0.0} ms", 1234.5));
        assertEquals("2.000 lines", COMMA.fill("{0,choice,1#one line|1<{0} lines}", 2000));
        assertEquals("one line", COMMA.fill("{0,choice,1#one line|1<{0} lines}", 1));
    }

    @Test
    void aTextStaysAsItIs() {
        assertEquals("port 2525, not 1.5", COMMA.fill("port {0}, not {1}", "2525", "1.5"));
    }
}
