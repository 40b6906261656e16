package org.mailmedic.ui.part;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.mailmedic.advice.EvidenceWords;
import org.mailmedic.advice.FactWords;
import org.mailmedic.advice.PseudoWords;
import org.mailmedic.advice.TextBook;

/// The window's English words, made longer than any translation is likely to be, with accents, so that what is cut off shows and what is
/// not from a bundle too.
public final class PseudoTexts {
    /// What is for the program and no word.
    private static final Pattern SIGN = Pattern.compile("[.,]");
    private static final String PLAIN = "aeioucnsyAEIOUCNSY";
    private static final String ACCENTED = "áéíöüçñšýÁÉÍÖÜÇÑŠÝ";

    private PseudoTexts() {}

    /// 40 % longer, in brackets that show where a text ends.
    public static Texts longest() {
        return mapped(PseudoTexts::lengthened);
    }

    /// English, each of its words changed.
    public static Texts mapped(UnaryOperator<String> change) {
        return perLanguage(_ -> change);
    }

    /// English, changed in another way in each language, so that one sees which one is spoken.
    public static Texts perLanguage(Function<Locale, UnaryOperator<String>> changes) {
        return Texts.from(new Texts.Source() {
            @Override
            public TextBook book(String name, Locale language) {
                UnaryOperator<String> change = changes.apply(language);
                return TextBook.open(name, Locale.ENGLISH).mapped(text -> SIGN.matcher(text).matches() ? text : change.apply(text));
            }

            @Override
            public FactWords facts(Locale language) {
                return PseudoWords.words(changes.apply(language));
            }

            @Override
            public EvidenceWords evidence(Locale language) {
                return PseudoWords.evidence(changes.apply(language));
            }
        }, Locale.ENGLISH);
    }

    /// The same in a language that is written from right to left. The letters are those of the other pseudo-language: JavaFX 26 cannot
    /// break lines of Hebrew or Arabic ones (`PrismTextLayout.computeTrailingSpaceWidth` reads beyond its array).
    public static String mirrored(String text) {
        return text.equals("ltr") ? "rtl" : lengthened(text);
    }

    /// Placeholders, choices and mnemonics stay as they are.
    public static String lengthened(String text) {
        if (text.isBlank() || text.equals("ltr")) {
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
