package org.mailmedic.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ResolverAddressTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            192.0.2.53, 192.0.2.53, 53
            ' 192.0.2.53 ', 192.0.2.53, 53
            192.0.2.53:5353, 192.0.2.53, 5353
            2001:db8::53, 2001:db8::53, 53
            [2001:db8::53], 2001:db8::53, 53
            [2001:db8::53]:5353, 2001:db8::53, 5353
            ::1, ::1, 53
            127.0.0.1:65535, 127.0.0.1, 65535
            """)
    void reads(String text, String address, int port) {
        assertEquals(Optional.of(new InetSocketAddress(InetAddress.ofLiteral(address), port)), ResolverAddress.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "dns.example.org", "192.0.2", "192.0.2.53:", "192.0.2.53:0", "192.0.2.53:65536", "192.0.2.53:-1",
            "192.0.2.53:dns", "[2001:db8::53", "2001:db8::53]", "[192.0.2.53", "[2001:db8::53]x", "[2001:db8::53]:", "https://192.0.2.53",
            "192.0.2.53 5353",
                    ":53", "[]", "[]:53",
            "256.0.0.1", "+1.1.1.1"})
    void refuses(String text) {
        assertEquals(Optional.empty(), ResolverAddress.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://dns.example/dns-query", " https://192.0.2.53/dns-query", "HTTPS://[2001:db8::53]:8443/q"})
    void overHttps(String text) {
        assertEquals(java.net.URI.create(text.strip()), ResolverAddress.url(text).orElseThrow());
        assertEquals(Optional.empty(), ResolverAddress.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://dns.example/dns-query", "https://", "https:///q", "https://user:word@dns.example/", "192.0.2.53",
            "https://dns example/", ""})
    void noSuchUrl(String text) {
        assertEquals(Optional.empty(), ResolverAddress.url(text));
    }
}
