package org.mailmedic.cli;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailmedic.advice.Language;
import picocli.CommandLine.Model.OptionSpec;

/// An option that takes one of the languages that the words are there in, by its tag: `de`, `de-AT` and `de_AT.UTF-8` are all German.
final class LanguageOption {
    private final String name;
    private final OptionSpec option;

    private LanguageOption(String name) {
        this.name = name;
        option = Choice.text(name, "TAG").build();
    }

    /// `--lang`.
    static LanguageOption words() {
        return new LanguageOption("--lang");
    }

    /// `--letter-lang`.
    static LanguageOption letters() {
        return new LanguageOption("--letter-lang");
    }

    OptionSpec spec() {
        return option;
    }

    /// The one that was asked for, else the system's; English where we do not speak that.
    Locale language(Terminal terminal) throws UsageException {
        Optional<Language> given = given();
        return given.isPresent() ? given.get().locale() : terminal.language();
    }

    /// The same for what is said of a call that cannot be carried out; the system's where no language was given.
    Locale spoken(Terminal terminal) {
        String tag = option.getValue();
        return spoken(tag == null ? List.of() : List.of(name + "=" + tag), terminal);
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

    /// The language of what is said of a call before it is understood, or in place of its answer: the one that it asks for wherever that
    /// stands, else the system's.
    static Locale spoken(List<String> call, Terminal terminal) {
        int last = call.lastIndexOf("--lang");
        return Stream.concat(last < 0 ? Stream.of() : call.subList(last + 1, call.size()).stream().limit(1),
                call.stream().filter(word -> word.startsWith("--lang=")).map(word -> word.substring(7)))
                .flatMap(tag -> locale(tag).stream()).filter(locale -> !locale.getLanguage().isEmpty()).findFirst()
                .map(locale -> Language.of(locale).locale()).orElseGet(terminal::language);
    }

    private UsageException unknown(String tag) {
        return new UsageException("takes.one_of", Map.of("option", name, "choices", tags(), "given", tag));
    }

    /// All of them, as the help lists them.
    static String tags() {
        return Arrays.stream(Language.values()).map(Language::tag).collect(Collectors.joining(", "));
    }
}
