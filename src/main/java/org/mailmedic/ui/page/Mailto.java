package org.mailmedic.ui.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// An address that opens a letter in the mail program.
///
/// @param whole false when the letter is too long for an address: then a short text stands in its place, and it has to be pasted
public record Mailto(String address, boolean whole) {
    /// What mail programs and systems take for an address without cutting it off.
    private static final int LONGEST = 1900;

    /// @param instead stands in the mail when the letter does not fit
    public static Mailto of(String subject, String letter, String instead) {
        String start = "mailto:?subject=" + encoded(subject) + "&body=";
        String whole = start + encoded(letter);
        return whole.length() <= LONGEST ? new Mailto(whole, true) : new Mailto(start + encoded(instead), false);
    }

    /// RFC 6068 §2 and §5: percent-encoded UTF-8, lines end in CRLF, no `+` for a blank.
    private static String encoded(String text) {
        String lines = text.replace("\r\n", "\n").replace("\n", "\r\n");
        return URLEncoder.encode(lines, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
