package org.mailmedic.discover.paste.format;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.mailmedic.pasted.Token;

/// A value of a Kubernetes `Secret`, which is written in base64 below `data:`.
final class Base64Value {
    private static final int GROUP = 4;

    private Base64Value() {}

    /// The pair with its value decoded, or as it is when that gives nothing readable.
    static Token.Pair plain(Token.Pair pair) {
        String coded = pair.value().strip();
        if (coded.isEmpty() || coded.length() % GROUP != 0) {
            return pair;
        }
        try {
            String text = new String(Base64.getDecoder().decode(coded), StandardCharsets.UTF_8).stripTrailing();
            boolean readable = !text.isEmpty() && text.chars().noneMatch(c -> c < ' ' || c == '\uFFFD' || c == 0x7f);
            return readable ? new Token.Pair(pair.key(), text, true, pair.line()) : pair;
        } catch (IllegalArgumentException other) {
            return pair;
        }
    }
}
