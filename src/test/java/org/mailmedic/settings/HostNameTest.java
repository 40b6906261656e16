package org.mailmedic.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.settings.HostName.Kind;

final class HostNameTest {
    private static final String LONGEST_LABEL = "a".repeat(63);

    @ParameterizedTest
    @CsvSource(textBlock = """
            smtp.example.org, smtp.example.org
            SMTP.Example.ORG, SMTP.Example.ORG
            smtp.example.org., smtp.example.org
            localhost, localhost
            mail-1.example.org, mail-1.example.org
            mail_relay.example.org, mail_relay.example.org
            1and1.example, 1and1.example
            123.example, 123.example
            a, a
            xn--mnchen-3ya.example, xn--mnchen-3ya.example
            münchen.example, xn--mnchen-3ya.example
            почта.рф, xn--80a1acny.xn--p1ai
            δοκιμή.example, xn--jxalpdlp.example
            例え.テスト, xn--r8jz45g.xn--zckzah
            smtp。example。org, smtp.example.org
            ｓｍｔｐ.example.org, smtp.example.org
            """)
    void readsNames(String typed, String ascii) {
        assertEquals(new HostName.Usable(ascii, false), HostName.read(typed));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            192.0.2.1, 192.0.2.1
            0.0.0.0, 0.0.0.0
            255.255.255.255, 255.255.255.255
            [192.0.2.1], 192.0.2.1
            2001:db8::1, 2001:db8::1
            [2001:db8::1], 2001:db8::1
            ::1, ::1
            ::, ::
            2001:DB8:0:0:0:0:0:1, 2001:DB8:0:0:0:0:0:1
            ::ffff:192.0.2.1, ::ffff:192.0.2.1
            """)
    void readsAddresses(String typed, String address) {
        assertEquals(new HostName.Usable(address, true), HostName.read(typed));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t\n", "\u00a0", "\u3000 ", "\u200b", "\ufeff\u00a0"})
    void nothingIsEmpty(String typed) {
        assertSlip(Kind.EMPTY, null, typed);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            https://smtp.example.org, smtp.example.org
            https://smtp.example.org/mail?x=1#y, smtp.example.org
            smtp://user:pass@smtp.example.org:587, smtp.example.org
            ssl://smtp.example.org:465, smtp.example.org
            'https://smtp.example.org ', smtp.example.org
            https://192.0.2.1/, 192.0.2.1
            http://, -
            """)
    void pointsOutUrls(String typed, String suggestion) {
        assertSlip(Kind.URL, suggestion, typed);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            smtp.example.org:587, PORT_INSIDE, smtp.example.org
            'smtp.example.org,465', PORT_INSIDE, smtp.example.org
            192.0.2.1:25, PORT_INSIDE, 192.0.2.1
            [2001:db8::1]:587, PORT_INSIDE, [2001:db8::1]
            ' smtp.example.org', BLANKS, smtp.example.org
            'smtp gmail com', BLANKS, smtp.gmail.com
            ' smtp  gmail com ', BLANKS, smtp.gmail.com
            'smtp.example.org ', BLANKS, smtp.example.org
            smtp example.org, BLANKS, smtpexample.org
            'smtp.example.org\u00a0', BLANKS, smtp.example.org
            person@example.org, EMAIL_ADDRESS, -
            smtp.example.org/, PATH, smtp.example.org
            smtp.example.org/mail, PATH, smtp.example.org
            \\\\server\\mail, PATH, -
            "smtp.example.org", QUOTES, smtp.example.org
            “smtp.example.org”, QUOTES, smtp.example.org
            `smtp.example.org`, QUOTES, smtp.example.org
            smtp..example.org, BAD_LABEL, smtp.example.org
            .example.org, BAD_LABEL, example.org
            ., BAD_ADDRESS, -
            -smtp.example.org, BAD_LABEL, -
            smtp-.example.org, BAD_LABEL, -
            smtp!.example.org, BAD_CHARACTER, -
            smtp*.example.org, BAD_CHARACTER, -
            [smtp.example.org], BAD_CHARACTER, smtp.example.org
            smtp.example.org:, BAD_CHARACTER, -
            256.1.1.1, BAD_ADDRESS, -
            1.2.3, BAD_ADDRESS, -
            1.2.3.4.5, BAD_ADDRESS, -
            12345, BAD_ADDRESS, -
            1..2, BAD_ADDRESS, -
            2001:db8::1::2, BAD_ADDRESS, -
            ::12345, BAD_ADDRESS, -
            ':::', BAD_ADDRESS, -
            """, quoteCharacter = '\'')
    void saysWhatIsWrong(String typed, Kind kind, String suggestion) {
        assertSlip(kind, suggestion, typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtp.exam\u200bple.org", "\ufeffsmtp.example.org", "smtp.exam\u00adple.org", "smtp.\u202eexample.org",
            "smtp.example.org\u0007", "\0smtp.example.org"})
    void takesOutWhatCannotBeSeen(String typed) {
        assertSlip(Kind.INVISIBLE, "smtp.example.org", typed);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            smtp.gmаil.com, smtp.gmail.com
            smtр.example.org, smtp.example.org
            ѕmtp.example.org, smtp.example.org
            smtp.exαmple.org, smtp.example.org
            ЅMTP.EXАMPLE.ORG, smtp.example.org
            """)
    void pointsOutLettersThatLookLatin(String typed, String plain) {
        assertSlip(Kind.MIXED_SCRIPTS, plain, typed);
    }

    /// A name wholly in another script is an honest name, also beside Latin labels.
    @ParameterizedTest
    @ValueSource(strings = {"почта.example", "сор.example", "smtp.δοκιμή", "smtp.münchen.example", "日本語smtp.example"})
    void otherScriptsAreNoSlip(String typed) {
        assertInstanceOf(HostName.Usable.class, HostName.read(typed));
    }

    @Test
    void namesHaveAGreatestLength() {
        String longest = String.join(".", LONGEST_LABEL, LONGEST_LABEL, LONGEST_LABEL, "a".repeat(61));
        assertEquals(253, longest.length());
        assertEquals(new HostName.Usable(longest, false), HostName.read(longest));
        assertEquals(new HostName.Usable(longest, false), HostName.read(longest + "."));
        assertSlip(Kind.TOO_LONG, null, longest + "a");
        assertSlip(Kind.TOO_LONG, null, LONGEST_LABEL + "a.example");
        assertSlip(Kind.TOO_LONG, null, "ü".repeat(64) + ".example");
        assertSlip(Kind.TOO_LONG, null, "a.".repeat(5000) + "a");
        assertSlip(Kind.TOO_LONG, null, "a".repeat(1_000_000));
    }

    @Test
    void aSuggestionIsUsableItself() {
        assertSlip(Kind.URL, null, "https://bad host!/");
        assertSlip(Kind.BLANKS, null, " -smtp.example.org");
        assertSlip(Kind.PATH, null, "a b/c".replace(" ", "!"));
    }

    /// Whatever is typed, the answer is a slip or something that can be looked up.
    @Test
    void neverThrows() {
        var random = new Random(7);
        String alphabet = "a1.-_:/@[]% \"\\\u00fc\u0430\u200b\ud83d\ude00\ud800\u3002\0";
        for (int i = 0; i < 20_000; i++) {
            var typed = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                typed.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            if (HostName.read(typed.toString()) instanceof HostName.Usable(var ascii, var literal)) {
                assertTrue(literal || ascii.matches("[A-Za-z0-9_.-]+"), () -> "usable: " + typed);
            }
        }
    }

    private static void assertSlip(Kind kind, String suggestion, String typed) {
        assertEquals(new HostName.Slip(kind, typed == null ? "" : typed, Optional.ofNullable(suggestion)), HostName.read(typed));
    }
}
