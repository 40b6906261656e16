package org.mailmedic.discover.paste.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PageSignInTest {
    @Test
    void aNameIsAnAddressOrTheOnlyWord() {
        assertEquals(Optional.of("anna@example.org"), user("User name: please use anna@example.org here"));
        assertEquals(Optional.of("web0815"), user("User name: web0815"));
        assertEquals(Optional.of("web0815"), user("User name: web0815 (customer)"));
    }

    @Test
    void wordsThatDescribeANameAreNone() {
        assertEquals(Optional.empty(), user("User name: required"));
        assertEquals(Optional.empty(), user("User name: your address"));
        assertEquals(Optional.empty(), user("User name: w••••5"));
        assertEquals(Optional.empty(), user("User name: w***5"));
    }

    @Test
    void aPasswordIsNoSentence() {
        assertEquals("Zaunkoenig#7431", PageSignIn.password("Zaunkoenig#7431"));
        assertEquals("Zaunkoenig#7431", PageSignIn.password("\"Zaunkoenig#7431\""));
        assertEquals("abcd efgh ijkl mnop", PageSignIn.password("abcd efgh ijkl mnop"));
        assertEquals("", PageSignIn.password("abcd efgh ijkl mnopq"));
        assertEquals("", PageSignIn.password("Generate an app-specific password."));
        assertEquals("", PageSignIn.password("Your mailbox password"));
        assertEquals("", PageSignIn.password("required"));
        assertEquals("", PageSignIn.password("(hidden)"));
    }

    @Test
    void anAddressBehindAnEqualsSignBelongsToAnotherSetting() {
        assertEquals(Optional.of("anna@example.org"), PageSignIn.address("Anna <anna@example.org>"));
        assertEquals(Optional.empty(), PageSignIn.address("from=anna@example.org"));
        assertEquals(Optional.empty(), PageSignIn.address("Anna"));
    }

    private static Optional<String> user(String line) {
        return PageSignIn.user(PageLine.value(line).orElseThrow(), PageLineTest.line(line));
    }
}
