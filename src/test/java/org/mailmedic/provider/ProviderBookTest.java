package org.mailmedic.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mailmedic.settings.HostName;
import org.mailmedic.settings.Security;

final class ProviderBookTest {
    private static final ProviderBook BOOK = ProviderBook.load();

    @Test
    void byHost() {
        assertEquals("gmail", BOOK.byHost("SMTP.gmail.com.").orElseThrow().key());
        assertEquals(Optional.empty(), BOOK.byHost("smtp.gmail.com.example.org"));
        assertEquals(Optional.empty(), BOOK.byHost("gmail.com"));
    }

    @Test
    void aStarStandsForOneLabel() {
        assertEquals("ses", BOOK.byHost("email-smtp.eu-west-2.amazonaws.com").orElseThrow().key());
        assertEquals(Optional.empty(), BOOK.byHost("email-smtp.eu.west.amazonaws.com"));
        assertEquals(Optional.empty(), BOOK.byHost("email-smtp.amazonaws.com"));
    }

    @Test
    void byDomain() {
        assertEquals("webde", BOOK.byDomain("WEB.de").orElseThrow().key());
        assertEquals(Optional.empty(), BOOK.byDomain("example.org"));
    }

    @Test
    void everyEntryIsWhole() {
        for (Provider each : BOOK.all()) {
            assertFalse(each.servers().isEmpty(), each.key());
            assertFalse(each.name().isBlank() || each.source().isBlank(), each.key());
            assertTrue(each.lastChecked().matches("20\\d\\d-\\d\\d"), each.key());
            for (var server : each.servers()) {
                assertTrue(server.host().indexOf('*') >= 0 || HostName.read(server.host()) instanceof HostName.Usable, server.host());
                assertEquals(server.port() == 465, server.security() == Security.TLS, server.host() + " " + server.port());
            }
        }
    }

    @Test
    void keysHostsAndDomainsBelongToOne() {
        assertEquals(BOOK.all().size(), BOOK.all().stream().map(Provider::key).collect(Collectors.toSet()).size());
        BOOK.allHosts().forEach(host -> assertEquals(1, BOOK.all().stream().filter(p -> p.serves(host)).count(), host));
        BOOK.all().stream().flatMap(p -> p.domains().stream())
                .forEach(domain -> assertEquals(1, BOOK.all().stream().filter(p -> p.domains().contains(domain)).count(), domain));
    }
}
