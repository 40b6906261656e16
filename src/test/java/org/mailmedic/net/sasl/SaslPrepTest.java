package org.mailmedic.net.sasl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailmedic.settings.Secret;

/// The examples of RFC 4013 §3 and of its tables.
final class SaslPrepTest {
    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            'I\u00adX', IX
            user, user
            USER, USER
            'ª', a
            'Ⅸ', IX
            'a\u00a0b\u2003c\u3000d', 'a b c d'
            'a\u200bb\ufeffc\u2060d', abcd
            'pa\u0308ss', 'päss'
            'ｐａｓｓ', pass
            'ﬁ', fi
            '100% "x" \\', '100% "x" \\'
            """)
    void prepares(String typed, String prepared) {
        assertEquals(prepared, SaslPrep.prepare(typed));
        assertEquals(prepared, new String(SaslPrep.utf8(Secret.of(typed)), StandardCharsets.UTF_8));
    }

    @Test
    void anEmptyPasswordStaysEmpty() {
        assertEquals(0, SaslPrep.utf8(Secret.of("")).length);
    }
}
