package org.mailmedic.maildomain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.mailmedic.advice.TextBook;

class DnsHostsTest {
    @Test
    void theWayToTheRecordsIsAKeyWithItsEnglishWords() {
        DnsHost host = DnsHosts.load().of(List.of("ada.ns.cloudflare.com")).orElseThrow();
        assertEquals("dns_host.cloudflare", host.whereKey());
        assertEquals("dash.cloudflare.com, your domain, DNS, Records", host.where());
    }

    @Test
    void everyKeyHasItsWordsAndAllWordsAreUsed() {
        var used = StreamSupport.stream(DataFile.read("dns-hosts.json").get("hosts").spliterator(), false)
                .map(each -> each.get("where").asString()).collect(Collectors.toCollection(TreeSet::new));
        var words = TextBook.open("provider", Locale.ENGLISH).keys().stream().filter(key -> key.startsWith("dns_host."))
                .collect(Collectors.toCollection(TreeSet::new));
        assertFalse(words.isEmpty());
        assertEquals(words, used);
    }
}
