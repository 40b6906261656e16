package org.mailmedic.ui.part;

import java.net.IDN;

/// A server's name as the person wrote it: `blumen-müller.de` for `xn--blumen-mller-klb.de` (RFC 5891 §4.4). A name in which another script
/// than the Latin one stands stays as it is asked for, since it could be made to look like another.
public final class ReadableName {
    private static final int LONGEST = 253;

    private ReadableName() {}

    /// @param host in ASCII, or whatever was typed
    public static String of(String host) {
        if (!host.contains("xn--") || host.length() > LONGEST) {
            return host;
        }
        try {
            String readable = IDN.toUnicode(host);
            boolean latin = readable.codePoints().filter(Character::isLetter)
                    .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
            return latin && IDN.toASCII(readable).equalsIgnoreCase(host) ? readable : host;
        } catch (IllegalArgumentException noName) {
            return host;
        }
    }
}
