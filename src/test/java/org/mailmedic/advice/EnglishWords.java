package org.mailmedic.advice;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds what was left in English in a text of another language.
public final class EnglishWords {
    /// What may be in English in any language: code, bold menus, what somebody said, addresses, holes, options.
    private static final Pattern QUOTED = Pattern.compile("`[^`]*`|<[^>]*>|“[^”]*”|„[^“”]*[“”]|«[^»]*»|\\*\\*[^*]*\\*\\*|\"[^\"]*\""
            + "|https?://\\S+|\\{\\w+}|--[a-z-]+(?:=\\S+)?");
    /// Names that have an English word in them: a department, a header field, a plan, a licence, the ending of Italian domains.
    private static final Pattern NAMES = Pattern.compile("\\bIT\\b|\\bFrom\\b|Pay-as-you-go|GPL-2.0 with Classpath|(?<=\\s)\\.it\\b");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    /// Words that hardly any English sentence does without, and that few of our languages have.
    private static final Set<String> USUAL = Set.of("the", "and", "with", "your", "you", "this", "that", "from", "does", "not", "have",
            "which", "when", "are", "were", "it", "of", "to", "is", "by");
    /// Words of a language that are written like an English one.
    private static final Map<Language, Set<String>> OWN = Map.of(Language.DUTCH, Set.of("is", "of"));

    private EnglishWords() {}

    public static List<String> in(String text, Language language) {
        String own = NAMES.matcher(QUOTED.matcher(text).replaceAll(" ")).replaceAll(" ");
        return WORD.matcher(own).results().map(match -> match.group().toLowerCase(Locale.ROOT))
                .filter(word -> USUAL.contains(word) && !OWN.getOrDefault(language, Set.of()).contains(word)).toList();
    }
}
