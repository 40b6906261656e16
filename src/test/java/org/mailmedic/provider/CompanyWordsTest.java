package org.mailmedic.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailmedic.advice.TextBook;

/// What the data files say about companies stands in the text book, so that it can be said in any language.
class CompanyWordsTest {
    private static final TextBook BOOK = TextBook.open("provider", Locale.ENGLISH);

    @Test
    void everyKeyOfAHostingCompanyHasItsSentenceAndEverySentenceItsCompany() {
        Set<String> named = HostingBook.load().all().stream().map(Hosting::howToAsk).filter(key -> !key.isEmpty())
                .collect(Collectors.toSet());
        assertEquals(sorted(BOOK.keys().stream().filter(key -> key.startsWith("hosting."))), sorted(named.stream()));
    }

    private static List<String> sorted(Stream<String> keys) {
        return keys.sorted().toList();
    }
}
