package org.mailmedic.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReplyTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            5.7.8 Bad credentials, 5.7.8
            5.7.139 Authentication unsuccessful, 5.7.139
            4.2.0, 4.2.0
            ' 2.1.0 Ok', 2.1.0
            Error 5.7.8 in the middle,
            3.7.8 no such class,
            5.7 too short,
            5.7.8: with a colon,
            5.7.1234 too long,
            192.0.2.1 is no status,
            no status at all,
            """)
    void findsTheEnhancedStatus(String line, String status) {
        assertEquals(Optional.ofNullable(status), new Reply(550, List.of(line)).enhanced());
    }

    @Test
    void looksForItInEveryLine() {
        assertEquals(Optional.of("5.7.9"), new Reply(534, List.of("Application-specific password required", "5.7.9 see")).enhanced());
    }

    @ParameterizedTest
    @CsvSource({"200, true, false, false", "299, true, false, false", "334, false, false, false", "399, false, false, false",
            "400, false, true, false", "499, false, true, false", "500, false, false, true", "599, false, false, true"})
    void isOfOneClass(int code, boolean positive, boolean temporary, boolean permanent) {
        var reply = new Reply(code, List.of("text"));
        assertEquals(List.of(positive, temporary, permanent), List.of(reply.positive(), reply.temporary(), reply.permanent()));
    }

    @Test
    void isOneText() {
        assertEquals("220 mail.example ESMTP ready", new Reply(220, List.of("mail.example ESMTP", "ready ")).full());
        assertEquals("250 ", new Reply(250, List.of("")).full());
    }

    @Test
    void theEnhancedCodeIsSaidOnce() {
        var reply = new Reply(535, List.of("5.7.8 Username and Password not accepted. For more information, go to",
                "5.7.8  https://support.google.com/mail/?p=BadCredentials"));
        assertEquals("535 5.7.8 Username and Password not accepted. For more information, go to "
                + "https://support.google.com/mail/?p=BadCredentials", reply.full());
        assertEquals("5.7.8 one 5.7.9 two", new Reply(550, List.of("5.7.8 one", "5.7.9 two")).text(), "another code is another word");
    }
}
