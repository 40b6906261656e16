package org.mailmedic.ui.details;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailmedic.report.Report;

final class LookupModelTest {
    private static LookupModel of(Report report) {
        return new LookupModel(report, Look.TEXTS, Look.WORDS);
    }

    private static Map<String, Object> found(String resolver, String type, String name, String... addresses) {
        return Look.fact("kind", "dns", "status", "ok", "resolver", resolver, "type", type, "name", name, "duration_ms", 18.2,
                "addresses", List.of(addresses), "aliases", List.of());
    }

    private static Map<String, Object> failed(String resolver, String type, String failure) {
        return Look.fact("kind", "dns", "status", "failed", "failure", failure, "resolver", resolver, "type", type, "name", "mail.example");
    }

    @Test
    void answersStandSideBySide() {
        var model = of(Look.report(found("system", "any", "MAIL.example", "192.0.2.1", "2001:db8::1"),
                found("9.9.9.9", "A", "mail.example", "192.0.2.1"),
                found("9.9.9.9", "AAAA", "mail.example", "2001:db8::1"), found("system", "any", "smtp.gmail.com", "198.51.100.7")));
        assertEquals("""
                All 2 name servers give the same addresses.
                IPv4
                  This computer: 192.0.2.1
                  9.9.9.9: 192.0.2.1
                IPv6
                  This computer: 2001:db8::1
                  9.9.9.9: 2001:db8::1
                Took
                  This computer: 18 ms
                  9.9.9.9: 18 ms
                smtp.gmail.com (this computer): 198.51.100.7
                """, model.text());
        assertEquals(DetailTone.FINE, model.tone());
    }

    @Test
    void aDifferenceIsSaidAndSeen() {
        var model = of(Look.report(found("system", "any", "mail.example", "10.0.0.1"), found("9.9.9.9", "A", "mail.example", "192.0.2.1"),
                failed("1.1.1.1", "A", "timeout"), failed("1.1.1.1", "AAAA", "no_address")));
        assertEquals("The 3 name servers do not all give the same addresses.", model.summary());
        assertEquals(DetailTone.CAUTION, model.tone());
        assertEquals("no answer came in time", model.grid().rows().getFirst().cells().get(2).words());
        assertEquals("none", model.grid().rows().get(1).cells().get(2).words());
        assertEquals("not asked", model.grid().rows().get(1).cells().get(1).words());
    }

    @Test
    void nobodyKnowsTheName() {
        var model = of(Look.report(failed("system", "any", "name_not_found"), failed("9.9.9.9", "A", "name_not_found")));
        assertEquals("No name server gives an address.", model.summary());
        assertEquals(DetailTone.BROKEN, model.tone());
    }

    @Test
    void theWayOverOtherNamesIsShown() {
        var alias = found("system", "any", "mail.example", "192.0.2.1");
        alias.put("aliases", List.of("mx.hoster.example"));
        assertTrue(of(Look.report(alias)).text().contains("Leads to\n  This computer: mx.hoster.example"));
    }

    @Test
    void withoutALookupASentenceStandsThere() {
        assertTrue(of(Look.report()).isEmpty());
        assertEquals("The server’s name was not looked up.", of(Look.report(null, null,
                List.of(found("system", "any", "other.example", "192.0.2.1")))).summary());
    }
}
