package org.mailmedic.net.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// RFC 9525 §6.3 and §6.4, with near misses.
final class CertificateNamesTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            smtp.example.org, smtp.example.org, true
            SMTP.Example.ORG, smtp.example.org, true
            *.example.org, smtp.example.org, true
            *.EXAMPLE.org, smtp.example.ORG, true
            *.example.org, example.org, false
            *.example.org, a.b.example.org, false
            *.example.org, .example.org, false
            *.example.org, smtpexample.org, false
            *.example.org, smtp.example.org.evil.test, false
            *.org, example.org, false
            *, org, false
            smtp.*.org, smtp.example.org, false
            s*.example.org, smtp.example.org, false
            *smtp.example.org, smtp.example.org, false
            example.org, smtp.example.org, false
            smtp.example.org, example.org, false
            192.0.2.1, smtp.example.org, false
            xn--mnchen-3ya.example, xn--mnchen-3ya.example, true
            *.xn--mnchen-3ya.example, smtp.xn--mnchen-3ya.example, true
            '', smtp.example.org, false
            """)
    void names(String name, String host, boolean covered) {
        assertEquals(covered, new CertificateNames(List.of("unrelated.test", name), List.of(), List.of()).cover(host, false));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            192.0.2.1, 192.0.2.1, true
            192.0.2.1, 192.0.2.10, false
            0:0:0:0:0:0:0:1, ::1, true
            2001:db8:0:0:0:0:0:1, 2001:DB8::1, true
            2001:db8:0:0:0:0:0:1, 2001:db8::2, false
            *.0.2.1, 192.0.2.1, false
            smtp.example.org, 192.0.2.1, false
            """)
    void addresses(String name, String host, boolean covered) {
        assertEquals(covered, new CertificateNames(List.of("unrelated.test"), List.of("198.51.100.9", name), List.of()).cover(host, true));
    }

    /// RFC 9525 §6.4 and §6.5: a name of one kind never stands for the other.
    @Test
    void theKindCounts() {
        var asHost = new CertificateNames(List.of("192.0.2.1"), List.of(), List.of("192.0.2.1"));
        assertEquals(false, asHost.cover("192.0.2.1", true));
        var asAddress = new CertificateNames(List.of(), List.of("192.0.2.1"), List.of("192.0.2.1"));
        assertEquals(true, asAddress.cover("192.0.2.1", true));
        assertEquals(false, asAddress.cover("192.0.2.1", false));
    }

    @Test
    void theCommonNameIsShownAndMeansNobody() {
        var shown = new CertificateNames(List.of(), List.of(), List.of("smtp.example.org"));
        assertEquals(false, shown.cover("smtp.example.org", false));
    }
}
