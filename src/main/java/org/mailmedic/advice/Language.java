package org.mailmedic.advice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The languages that all words are there in: `text/<name>_<suffix>.properties` and `advice/<tag>/<code>.md`.
public enum Language {
    ENGLISH("en", "English"),
    GERMAN("de", "Deutsch"),
    FRENCH("fr", "Français"),
    SPANISH("es", "Español"),
    ITALIAN("it", "Italiano"),
    BRAZILIAN_PORTUGUESE("pt-BR", "Português (Brasil)"),
    DUTCH("nl", "Nederlands");

    private final Locale locale;
    private final String ownName;

    Language(String tag, String ownName) {
        this.locale = Locale.forLanguageTag(tag);
        this.ownName = ownName;
    }

    /// The one whose language a person's locale has, whatever its country: Austria reads German, Portugal what was written for Brazil.
    /// English where there is none.
    public static Language of(Locale wanted) {
        return speaking(wanted).orElse(ENGLISH);
    }

    /// The same, empty where there is none.
    public static Optional<Language> speaking(Locale wanted) {
        return Arrays.stream(values()).filter(each -> each.locale.getLanguage().equals(wanted.getLanguage())).findFirst();
    }

    /// As in BCP 47: `pt-BR`.
    public String tag() {
        return locale.toLanguageTag();
    }

    public Locale locale() {
        return locale;
    }

    /// What its speakers call it.
    public String ownName() {
        return ownName;
    }

    /// What stands behind the names of its books, beginning with what all others fall back to.
    List<String> suffixes() {
        return this == ENGLISH ? List.of("") : List.of("", "_" + tag().replace('-', '_'));
    }

    /// Where its pages are looked for, its own first.
    List<String> folders() {
        return this == ENGLISH ? List.of(tag()) : List.of(tag(), ENGLISH.tag());
    }
}
