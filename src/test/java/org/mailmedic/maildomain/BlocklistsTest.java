package org.mailmedic.maildomain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailmedic.maildomain.check.Blocklist;
import org.mailmedic.maildomain.check.Blocklist.Kind;
import org.mailmedic.settings.UnfitFileException;

final class BlocklistsTest {
    @Test
    void linesAndJsonAreRead() throws UnfitFileException {
        assertEquals(List.of(new Blocklist("bl.example.org", "bl.example.org", Kind.ADDRESS, "")),
                Blocklists.read("# mine\n\nBL.example.org.  # the one\n"));
        assertEquals(List.of(new Blocklist("bl.example.org", "Mine", Kind.ADDRESS, ""), new Blocklist("dbl.example.org", "dbl.example.org",
                Kind.DOMAIN,
                "https://x.example/")), Blocklists.read("{\"version\": 1, \"lists\": [{\"zone\": \"bl.example.org\", \"name\": \"Mine\"},"
                + "{\"zone\": \"dbl.example.org\", \"kind\": \"domain\", \"delist\": \"https://x.example/\"}]}"));
        assertEquals(1, Blocklists.read("[\"bl.example.org\"]").size());
    }

    @Test
    void whatIsNoneIsRefused() {
        for (String bad : List.of("no name here", "{\"lists\": [", "x".repeat(300) + ".example", "single", "a.example\n".repeat(60))) {
            assertThrows(UnfitFileException.class, () -> Blocklists.read(bad), bad);
        }
        for (String without : List.of("{\"a\": 1}", "{\"lists\": {}}")) {
            assertThrows(UnfitFileException.class, () -> Blocklists.read(without), without);
        }
    }

    @Test
    void theBuiltInDataIsWhole() {
        assertTrue(Blocklists.builtIn().stream().anyMatch(list -> list.zone().equals("zen.spamhaus.org")));
        assertTrue(Blocklists.builtIn().stream().anyMatch(list -> list.kind() == Kind.DOMAIN));
        assertFalse(BulkRules.all().isEmpty());
        assertTrue(BulkRules.all().stream().allMatch(rule -> rule.source().startsWith("https://") && rule.since()
                .matches("20\\d\\d-\\d\\d(-\\d\\d)?")));
        assertTrue(BulkRules.lastChecked().matches("\\d{4}-\\d\\d-\\d\\d"));
    }

    @Test
    void theCompanyBehindTheNameServersIsKnown() {
        var hosts = DnsHosts.load();
        assertEquals(Optional.of("Cloudflare"), hosts.of(List.of("ada.ns.cloudflare.com")).map(DnsHost::name));
        assertEquals(Optional.of("Amazon Route 53"), hosts.of(List.of("ns-1.awsdns-22.co.uk")).map(DnsHost::name));
        assertEquals(Optional.empty(), hosts.of(List.of("ns1.example.org", "notcloudflare.com")).map(DnsHost::name));
    }
}
