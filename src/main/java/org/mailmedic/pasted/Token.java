package org.mailmedic.pasted;

import java.util.List;

/// What the scanner saw in a text: something that is given a value, or something that is called.
public sealed interface Token {
    int line();

    /// `key = value` in any of its many spellings.
    ///
    /// @param key    as it stands there, without quotes
    /// @param value  without its quotes, otherwise as it stands there
    /// @param quoted whether it stood in quotes
    record Pair(String key, String value, boolean quoted, int line) implements Token {
        /// The last part of a key such as `$mail->Host` or `client.Port`.
        public String name() {
            int arrow = key.lastIndexOf("->");
            int dot = key.lastIndexOf('.');
            int start = Math.max(arrow < 0 ? 0 : arrow + 2, dot + 1);
            String name = key.substring(start);
            int colon = name.lastIndexOf(':');
            return name.substring(colon + 1);
        }
    }

    /// `name(argument, …)`, as far as the arguments are plain values.
    record Call(String name, List<Pair> arguments, int line) implements Token {
        /// The last part of `$mail->setFrom` or `smtplib.SMTP`.
        public String shortName() {
            return new Pair(name, "", false, line).name();
        }

        public String argument(int index) {
            return index < arguments.size() ? arguments.get(index).value() : "";
        }
    }
}
