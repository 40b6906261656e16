package org.mailmedic.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mailmedic.provider.Provider;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.Security;

final class ProviderListSourceTest {
    private static final ProviderBook BOOK = ProviderBook.load();

    @TestFactory
    Stream<DynamicTest> theBooksFirstChoiceForEveryProvider() {
        return BOOK.all().stream().map(provider -> DynamicTest.dynamicTest(provider.key(), () -> {
            for (String domain : provider.domains()) {
                Discovered found = Discovery.offline(BOOK, People.of("anna@" + domain), System::nanoTime);
                Provider.Server first = provider.serversFor(domain).getFirst();
                Candidate best = found.candidates().getFirst();
                assertEquals(new Candidate(first.host(), first.port(), first.security(), best.user(), Origin.LIST, true, false), best);
                assertEquals(Optional.empty(), found.meant());
            }
            assertTrue(provider.domains().stream().anyMatch(domain -> provider.serversFor(domain).getFirst().equals(provider.servers()
                    .getFirst())));
        }));
    }

    @Test
    void theSignInNameIsWrittenOut() {
        assertEquals("anna", Discovery.offline(BOOK, People.of("anna@web.de"), System::nanoTime).candidates().getFirst().user());
        assertEquals("anna@gmail.com", Discovery.offline(BOOK, People.of("anna@gmail.com"), System::nanoTime).candidates().getFirst()
                .user());
    }

    @Test
    void anUnknownDomainIsNothingAndASlipIsNamed() {
        Discovered unknown = Discovery.offline(BOOK, People.ANNA, System::nanoTime);
        assertEquals(List.of(), unknown.candidates());
        assertEquals(new Look.Nothing(), unknown.answers().getFirst().look());
        assertEquals(Optional.of("anna@gmail.com"), Discovery.offline(BOOK, People.of("anna@gmial.com"), System::nanoTime).meant());
        assertEquals(Optional.empty(), unknown.meant());
    }

    @Test
    void tlsFromTheFirstByteGoesFirstWhereTheProviderTakesBoth() {
        assertEquals(Security.TLS, Discovery.offline(BOOK, People.of("anna@gmail.com"), System::nanoTime).candidates().getFirst()
                .security());
    }
}
