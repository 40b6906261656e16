package org.mailmedic.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProviderNamesTest {
    private static final ProviderBook BOOK = ProviderBook.load();

    @Test
    void everyServerHasTheNameThatTheBookGivesIt() {
        ProviderNames names = ProviderNames.load();
        List<String> hosts = BOOK.all().stream().flatMap(provider -> provider.servers().stream()).map(Provider.Server::host).toList();
        assertTrue(hosts.size() > 300);
        hosts.forEach(host -> assertEquals(BOOK.byHost(host).map(Provider::name), names.byHost(host), host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SMTP.Gmail.com.", "email-smtp.eu-west-1.amazonaws.com", "email-smtp.a.b.amazonaws.com", "smtp", "", "*", ".",
            "gmail.com\tGmail", "smtp.gmail.com\nsmtp", "127.0.0.1", "smtp.example.org"})
    void answersAsTheBookDoes(String host) {
        Optional<String> name = BOOK.byHost(host).map(Provider::name);
        assertEquals(name, ProviderNames.load().byHost(host));
    }
}
