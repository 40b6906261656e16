package org.mailmedic.report.mask;

import java.nio.charset.StandardCharsets;

/// Recognises a text whose characters may each be written as they are or in one of the ways in which formats escape them.
final class Escapes {
    private static final int NONE = -1;

    private Escapes() {}

    /// The end of `wanted` in `text` from `start` on, whichever of its characters are escaped; -1 when it does not stand there.
    static int match(String text, int start, char[] wanted) {
        int at = start;
        for (int i = 0; i < wanted.length; ) {
            int c = Character.codePointAt(wanted, i);
            at = one(text, at, c);
            if (at < 0) {
                return NONE;
            }
            i += Character.charCount(c);
        }
        return at;
    }

    /// The number written in `digits` hexadecimal digits, -1 when they are not there.
    static int hex(String text, int at, int digits) {
        if (at + digits > text.length()) {
            return NONE;
        }
        int number = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(text.charAt(at + i), 16);
            if (digit < 0) {
                return NONE;
            }
            number = number * 16 + digit;
        }
        return number;
    }

    private static int one(String text, int at, int c) {
        if (at >= text.length()) {
            return NONE;
        }
        return switch (text.charAt(at)) {
            case '\\' -> orItself(backslash(text, at, c), text, at, c);
            case '%' -> orItself(percent(text, at, c), text, at, c);
            case '&' -> orItself(entity(text, at, c), text, at, c);
            case '+' -> c == ' ' ? at + 1 : itself(text, at, c);
            default -> itself(text, at, c);
        };
    }

    private static int orItself(int end, String text, int at, int c) {
        return end >= 0 ? end : itself(text, at, c);
    }

    private static int itself(String text, int at, int c) {
        return text.codePointAt(at) == c ? at + Character.charCount(c) : NONE;
    }

    /// JSON (RFC 8259 §7), and what [org.mailmedic.advice.PlainText] writes.
    private static int backslash(String text, int at, int c) {
        int next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
        if (next == 'u') {
            int end = at;
            for (char unit : Character.toChars(c)) {
                if (end + 1 >= text.length() || text.charAt(end) != '\\' || text.charAt(end + 1) != 'u' || hex(text, end + 2, 4) != unit) {
                    return NONE;
                }
                end += 6;
            }
            return end;
        }
        if (next == 'x') {
            return hex(text, at + 2, 2) == c ? at + 4 : NONE;
        }
        int means = switch (next) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '"', '\\', '/', '\'' -> next;
            default -> NONE;
        };
        return means == c ? at + 2 : NONE;
    }

    /// The UTF-8 bytes of one character (RFC 3986 §2.1).
    private static int percent(String text, int at, int c) {
        int end = at;
        for (byte each : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
            if (end >= text.length() || text.charAt(end) != '%' || hex(text, end + 1, 2) != (each & 0xff)) {
                return NONE;
            }
            end += 3;
        }
        return end;
    }

    private static int entity(String text, int at, int c) {
        for (String form : new String[] {"&#" + c + ";", "&#x" + Integer.toHexString(c) + ";", named(c)}) {
            if (!form.isEmpty() && text.regionMatches(true, at, form, 0, form.length())) {
                return at + form.length();
            }
        }
        return NONE;
    }

    private static String named(int c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&apos;";
            default -> "";
        };
    }
}
