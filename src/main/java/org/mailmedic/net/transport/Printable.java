package org.mailmedic.net.transport;

/// Makes text from the network fit to be stored and shown: control characters and direction overrides are escaped, the length is bounded.
public final class Printable {
    private Printable() {}

    /// @param most the greatest length, at least 2
    public static String of(String text, int most) {
        var safe = new StringBuilder(Math.min(text.length(), most) + 8);
        for (int i = 0; i < text.length() && safe.length() < most; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\t') {
                safe.append(' ');
            } else if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || Character.getType(c) == Character.SURROGATE
                    || c == 0x2028 || c == 0x2029) {
                safe.append(c == '\r' ? "\\r" : c == '\n' ? "\\n" : c < 0x100 ? String.format("\\x%02x", c) : String.format("\\u%04x", c));
            } else {
                safe.appendCodePoint(c);
            }
        }
        if (safe.length() >= most) {
            boolean half = Character.isHighSurrogate(safe.charAt(most - 2));
            safe.setLength(half ? most - 2 : most - 1);
            safe.append('…');
        }
        return safe.toString();
    }
}
