package org.mailmedic.explain.log;

/// Makes words out of a log harmless: control characters, terminal colours and broken encodings become plain signs.
final class Inert {
    private Inert() {}

    static String text(String raw) {
        StringBuilder plain = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char each = raw.charAt(i);
            boolean odd = Character.isISOControl(each) || Character.getType(each) == Character.FORMAT
                    || each == '\u2028' || each == '\u2029' || each == '\ufffd' || Character.isSurrogate(each) && !paired(raw, i);
            plain.append(odd ? ' ' : each);
        }
        return plain.toString().strip();
    }

    private static boolean paired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i)) ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
