package org.mailmedic.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.settings.HostName;

final class ProviderDetailsTest {
    private static final ProviderBook BOOK = ProviderBook.load();

    @Test
    void belongToProvidersOfTheBook() {
        Set<String> keys = BOOK.all().stream().map(Provider::key).collect(Collectors.toSet());
        assertEquals(Set.of(), BOOK.detailed().filter(key -> !keys.contains(key)).collect(Collectors.toSet()));
        assertTrue(BOOK.detailed().count() >= 30);
    }

    @Test
    void everyFactHasASource() {
        for (Provider each : BOOK.all()) {
            ProviderDetails details = BOOK.details(each);
            Stream.of(details.rules(), details.limits(), details.dkimSelectors(), details.spfInclude().stream().toList())
                    .flatMap(facts -> facts.stream()).forEach(fact -> {
                        assertFalse(fact.value().isBlank() || fact.source().isBlank(), each.key() + " " + fact);
                        assertFalse(fact.verified() && fact.source().contains("common knowledge"), each.key() + " " + fact);
                        assertFalse(fact.verified() && fact.source().contains("third-party"), each.key() + " " + fact);
                    });
            assertTrue(details == ProviderDetails.NONE || details.lastChecked().matches("20\\d\\d-\\d\\d"), each.key());
        }
    }

    @Test
    void refusalsLeadToCodesOfTheContract() {
        Set<String> codes = Arrays.stream(Code.values()).map(Code::id).collect(Collectors.toSet());
        for (Provider each : BOOK.all()) {
            for (Refusal refusal : BOOK.details(each).refusals()) {
                assertTrue(codes.contains(refusal.code()), each.key() + " " + refusal);
                assertTrue(refusal.reply().matches("[45]\\d\\d .+"), each.key() + " " + refusal);
                assertFalse(refusal.source().isBlank(), each.key() + " " + refusal);
            }
        }
    }

    @Test
    void includesAreNames() {
        for (Provider each : BOOK.all()) {
            BOOK.details(each).spfInclude().ifPresent(include ->
                    assertTrue(HostName.read(include.value()) instanceof HostName.Usable(var _, var literal) && !literal, each.key()));
        }
    }
}
