package org.mailmedic.ui.page.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.ui.part.Texts;

final class AddressHintTest {
    private final AddressHint hint = new AddressHint(Texts.in(Locale.ENGLISH));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"shop @example.org|shop@example.org", "<shop@example.org>|shop@example.org",
        "Shop <shop@example.org>|shop@example.org", "mailto:shop@example.org|shop@example.org", "shop@example.org.|shop@example.org",
        "“shop@example.org”|shop@example.org", "shop@exam\u00a0ple.org|shop@example.org"})
    void repairsWhatWasMeant(String typed, String meant) {
        assertEquals(Optional.of(meant), AddressHint.repaired(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "@", "@example.org", "shop@", "a@b@c@", "shop@-"})
    void doesNotGuess(String typed) {
        assertEquals(Optional.empty(), AddressHint.repaired(typed));
    }

    @Test
    void aUserNameNeedNotBeAnAddress() {
        assertEquals(Optional.empty(), hint.aboutUser("apikey", _ -> { }));
        assertEquals(Optional.empty(), hint.aboutUser("shop@example.org", _ -> { }));
    }
}
