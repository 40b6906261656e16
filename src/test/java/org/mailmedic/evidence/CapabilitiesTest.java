package org.mailmedic.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CapabilitiesTest {
    @Test
    void readsKeywordsWithoutCase() {
        var offered = of("mail.example at your service", "starttls ", "Size 100", "8BITMIME");
        assertTrue(offered.offers("STARTTLS"));
        assertTrue(offered.offers("SIZE"));
        assertFalse(offered.offers("mail.example"), "the first line is no keyword");
        assertFalse(offered.offers("START"));
        assertEquals("mail.example", offered.domain());
    }

    @Test
    void aNearMissIsNotOffered() {
        var offered = of("mail.example", "XSTARTTLS", "STARTTLSX", "X-ANONYMOUSTLS", "XXXXXXXA", "NOSTARTTLS STARTTLS");
        assertFalse(offered.offers("STARTTLS"));
    }

    @Test
    void joinsTheFormsOfAuth() {
        assertEquals(List.of("PLAIN", "LOGIN"), of("m", "AUTH PLAIN LOGIN").mechanisms());
        assertEquals(List.of("LOGIN", "PLAIN"), of("m", "auth=login plain").mechanisms());
        assertEquals(List.of("PLAIN", "LOGIN", "XOAUTH2"), of("m", "AUTH PLAIN LOGIN", "AUTH=LOGIN XOAUTH2").mechanisms());
        assertEquals(List.of(), of("m", "AUTH").mechanisms());
        assertEquals(List.of(), of("m", "X-AUTH PLAIN").mechanisms());
        assertEquals(List.of(), of("m").mechanisms());
    }

    @ParameterizedTest
    @CsvSource({"SIZE 10485760, 10485760", "SIZE 0,", "SIZE,", "SIZE many,", "SIZE -5,", "SIZE 99999999999999999999,", "PIPELINING,"})
    void readsTheSize(String line, Long size) {
        assertEquals(size == null ? OptionalLong.empty() : OptionalLong.of(size), of("m", line).size());
    }

    @Test
    void anEmptyReplyOffersNothing() {
        var offered = new Capabilities(new Reply(250, List.of("")));
        assertEquals(List.of(), offered.lines());
        assertEquals("", offered.domain());
        assertEquals(Optional.empty(), offered.parameters("AUTH"));
    }

    private static Capabilities of(String... lines) {
        return new Capabilities(new Reply(250, List.of(lines)));
    }
}
