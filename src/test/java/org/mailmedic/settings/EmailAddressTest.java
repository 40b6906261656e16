package org.mailmedic.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailAddressTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            person@example.org, person, example.org
            ' person@example.org ', person, example.org
            o'neil+news@example.org, o'neil+news, example.org
            a@b, a, b
            пользователь@почта.рф, пользователь, почта.рф
            person@[192.0.2.1], person, [192.0.2.1]
            '"two@signs"@example.org', '"two@signs"', example.org
            x!%$#=@example.org, x!%$#=, example.org
            """)
    void reads(String typed, String local, String domain) {
        assertEquals(Optional.of(new EmailAddress(local, domain)), EmailAddress.parse(typed));
        assertEquals(local + "@" + domain, EmailAddress.parse(typed).orElseThrow().toString());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "person", "@example.org", "person@", "a@b@example.org", "two words@example.org", "a@exa mple.org",
            "Person <person@example.org>", "<person@example.org>", "person@example..org", "person@-example.org",
                    "person@example.org\r\nRCPT TO:<x@y>",
            "per\tson@example.org", "per\u0000son@example.org", "person@example.org/x", "person@example.org:25", "\"@\"@",
                    "per\u2028son@example.org"})
    void refuses(String typed) {
        assertEquals(Optional.empty(), EmailAddress.parse(typed));
    }

    @ParameterizedTest
    @ValueSource(ints = {254, 255})
    void hasAGreatestLength(int length) {
        String typed = "a".repeat(length - "@example.org".length()) + "@example.org";
        assertEquals(length <= 254, EmailAddress.parse(typed).isPresent());
    }
}
