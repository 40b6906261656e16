package org.mailmedic.discover.slip;

import java.text.Normalizer;

/// What cannot be seen in a text.
final class SlipWords {
    private SlipWords() {}

    static boolean blankOrInvisible(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT
                || Character.isISOControl(c);
    }

    static boolean hasBlankOrInvisible(String text) {
        return text.codePoints().anyMatch(SlipWords::blankOrInvisible);
    }

    static String visible(String text) {
        return text.codePoints().filter(c -> !blankOrInvisible(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /// Letters and digits of East Asian width, and their kin, as plain ones (Unicode Standard Annex 15, NFKC).
    static String plainWidth(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    static boolean ascii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
