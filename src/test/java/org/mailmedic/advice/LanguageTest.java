package org.mailmedic.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LanguageTest {
    @Test
    void aCountryReadsItsLanguage() {
        assertEquals(Language.GERMAN, Language.of(Locale.forLanguageTag("de-AT")));
        assertEquals(Language.BRAZILIAN_PORTUGUESE, Language.of(Locale.forLanguageTag("pt-PT")));
        assertEquals(Language.BRAZILIAN_PORTUGUESE, Language.of(Locale.of("pt", "BR")));
        assertEquals(Language.ENGLISH, Language.of(Locale.UK));
    }

    @Test
    void whoeverReadsNoneOfThemReadsEnglish() {
        assertEquals(Optional.empty(), Language.speaking(Locale.JAPANESE));
        assertEquals(Language.ENGLISH, Language.of(Locale.ROOT));
    }

    @Test
    void booksAndPagesAreNamedByTheTag() {
        assertEquals(List.of("", "_pt_BR"), Language.BRAZILIAN_PORTUGUESE.suffixes());
        assertEquals(List.of("pt-BR", "en"), Language.BRAZILIAN_PORTUGUESE.folders());
        assertEquals(List.of(""), Language.ENGLISH.suffixes());
    }
}
