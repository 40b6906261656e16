package org.mailmedic.discover.paste;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.discover.paste.taking.PastedSettings;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.Growth;

/// A pasted file may be anything, a minified script of one line included: reading it takes time in proportion to its length.
@Timeout(300)
final class GrowthOfReadingTest {
    private static final SettingsReader READER = new SettingsReader(ProviderBook.load());

    @ParameterizedTest
    @ValueSource(strings = {"f('a','b');", "f('a','b');\n", "f(", "f(a,", "('a'", "a=b;", "a: b\n", "a=\"b", "smtp://a:b@c ", "smtp://",
            "{\"a\":", "[", "<a>", "<a b='c'/>",
        "define('SMTP_HOST','x');", "$a['b']='c';", "'", "\\", "=", ":", "# host\n", "host ", "smtp.example.org:587 ", "s:1:\"a\";",
                "a -> b ", "%41", "\"a\":\"b\",",
        "Server: smtp.example.org Port: 587 ", "p.q.r=s\n", "\t- a: b\n", "aaaaaaaaaaaaaaaa", "1", "::::", "\u00fc", "a\r\n",
        "SMTP pw: x\n", "set a_b to c\n", "| a_b | c d | e |\n", "[a.b]: c:d\n", "account a   :   b\nhost c\n", "pw pw ",
                "sendEmail -s a "})
    void isLinear(String piece) {
        Growth.assertLinear("settings out of " + piece, 64 * 1024, size -> piece.repeat(size / piece.length()), text ->
                READER.read(text).ifPresent(PastedSettings::close));
    }
}
