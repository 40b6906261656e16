package org.mailmedic.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Letters of other scripts that look like Latin ones. Only a label that mixes scripts is suspicious: a name wholly in
/// Greek or Cyrillic letters is an honest name (Unicode Technical Standard 39, §5.1 "single script").
final class Confusables {
    private static final Map<Character, Character> LOOKALIKES = Map.ofEntries(
            Map.entry('а', 'a'), Map.entry('е', 'e'), Map.entry('о', 'o'), Map.entry('р', 'p'), Map.entry('с', 'c'),
            Map.entry('у', 'y'), Map.entry('х', 'x'), Map.entry('і', 'i'), Map.entry('ј', 'j'), Map.entry('ѕ', 's'),
            Map.entry('ԁ', 'd'), Map.entry('ԛ', 'q'), Map.entry('ԝ', 'w'), Map.entry('һ', 'h'), Map.entry('т', 't'),
            Map.entry('м', 'm'), Map.entry('к', 'k'), Map.entry('в', 'b'), Map.entry('н', 'h'), Map.entry('г', 'r'),
            Map.entry('ο', 'o'), Map.entry('α', 'a'), Map.entry('ν', 'v'), Map.entry('ρ', 'p'), Map.entry('τ', 't'),
            Map.entry('ι', 'i'), Map.entry('κ', 'k'), Map.entry('υ', 'u'), Map.entry('χ', 'x'), Map.entry('ε', 'e'), Map.entry('ӏ', 'l'));

    private Confusables() {}

    /// The Latin name that `name` looks like, when one of its labels mixes Latin letters with lookalikes of another script.
    static Optional<String> plainForm(String name) {
        boolean mixed = false;
        for (String label : name.toLowerCase(Locale.ROOT).split("\\.")) {
            boolean latin = label.chars().anyMatch(c -> c >= 'a' && c <= 'z');
            boolean lookalike = label.chars().anyMatch(c -> LOOKALIKES.containsKey((char) c));
            mixed |= latin && lookalike;
        }
        if (!mixed) {
            return Optional.empty();
        }
        var plain = new StringBuilder();
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            plain.append(LOOKALIKES.getOrDefault(c, c));
        }
        return Optional.of(plain.toString());
    }
}
