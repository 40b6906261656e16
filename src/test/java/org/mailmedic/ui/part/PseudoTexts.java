package org.mailmedic.ui.part;

import java.util.Locale;

/// The window's English words, made longer than any translation is likely to be, with accents, so that what is cut off shows and what is
/// not from a bundle too.
public final class PseudoTexts {
    private static final String PLAIN = "aeioucnsyAEIOUCNSY";
    private static final String ACCENTED = "áéíöüçñšýÁÉÍÖÜÇÑŠÝ";

    private PseudoTexts() {}

    /// 40 % longer, in brackets that show where a text ends.
    public static Texts longest() {
        return Texts.in(Locale.ENGLISH).mapped(PseudoTexts::lengthened);
    }

    /// Placeholders, choices and mnemonics stay as they are.
    public static String lengthened(String text) {
        if (text.isBlank()) {
            return text;
        }
        var longer = new StringBuilder("⟦");
        int depth = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : 0;
            int at = PLAIN.indexOf(c);
            if (depth == 0 && at >= 0) {
                longer.append(ACCENTED.charAt(at));
                letters++;
                if (letters % 2 == 0 && "aeiou".indexOf(c) >= 0) {
                    longer.append(ACCENTED.charAt(at)).append(ACCENTED.charAt(at));
                }
            } else {
                longer.append(c);
            }
            depth -= c == '}' ? 1 : 0;
        }
        // what fills a placeholder is longer or shorter than its format, and is no word
        int format = text.length() - text.replaceAll("\\{[^{}]*}", "").length();
        while (longer.length() - format < (text.length() - format) * 1.4) {
            longer.append('~');
        }
        return longer.append('⟧').toString();
    }
}
