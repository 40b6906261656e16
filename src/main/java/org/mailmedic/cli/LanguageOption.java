package org.mailmedic.cli;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mailmedic.advice.Language;
import picocli.CommandLine.Model.OptionSpec;

/// An option that takes one of the languages that the words are there in, by its tag: `de`, `de-AT` and `de_AT.UTF-8` are all German.
final class LanguageOption {
    private final String name;
    private final OptionSpec option;

    private LanguageOption(String name, String description) {
        this.name = name;
        option = Choice.text(name, "TAG", description).build();
    }

    /// `--lang`.
    static LanguageOption words() {
        return new LanguageOption("--lang", "Language of the words: " + tags() + "; the system's without it.");
    }

    /// `--letter-lang`.
    static LanguageOption letters() {
        return new LanguageOption("--letter-lang", "Language of the message to whoever must act, where it is another one: " + tags() + ".");
    }

    OptionSpec spec() {
        return option;
    }

    /// The one that was asked for, else the system's; English where we do not speak that.
    Locale language(Terminal terminal) throws UsageException {
        Optional<Language> given = given();
        return given.isPresent() ? given.get().locale() : terminal.language();
    }

    /// Empty when the option was not given.
    Optional<Language> given() throws UsageException {
        String tag = option.getValue();
        return tag == null ? Optional.empty() : Optional.of(read(tag));
    }

    /// Scripts hand on what their users have: a language that we do not speak is English, what is no language tag is refused.
    private Language read(String tag) throws UsageException {
        return locale(tag).filter(locale -> !locale.getLanguage().isEmpty()).map(Language::of).orElseThrow(() -> unknown(tag));
    }

    /// @param tag as in BCP 47, or as systems write it: `de_DE.UTF-8`
    static Optional<Locale> locale(String tag) {
        try {
            return Optional.of(new Locale.Builder().setLanguageTag(tag.replaceFirst("[.@].*", "").replace('_', '-')).build());
        } catch (IllformedLocaleException senseless) {
            return Optional.empty();
        }
    }

    private UsageException unknown(String tag) {
        return new UsageException(name + " takes one of " + tags() + ", not: " + tag);
    }

    private static String tags() {
        return Arrays.stream(Language.values()).map(Language::tag).collect(Collectors.joining(", "));
    }
}
