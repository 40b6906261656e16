package org.mailmedic.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class HostingBookTest {
    private static final HostingBook BOOK = HostingBook.load();

    @Test
    void knowsWhoBlocksWhat() {
        assertEquals(List.of(25, 465), BOOK.byKey("hetzner").orElseThrow().blockedPorts());
        assertEquals(List.of(587), BOOK.byKey("hetzner").orElseThrow().workaroundPorts());
        assertEquals("2025-09-26", BOOK.byKey("render").orElseThrow().since());
        assertTrue(BOOK.byKey("nobody").isEmpty());
    }

    @Test
    void knowsAtLeastFortyCompanies() {
        assertTrue(BOOK.all().size() >= 40, BOOK.all().size() + " entries");
    }

    @Test
    void aMachinesNameTellsItsCompany() {
        assertEquals("godaddy", BOOK.byMachine("n3plcpnl0123.prod.ams3.secureserver.net").orElseThrow().key());
        assertEquals("aws", BOOK.byMachine("ip-10-0-0-7.eu-west-1.compute.internal").orElseThrow().key());
        assertTrue(BOOK.byMachine("notsecureserver.net").isEmpty());
        assertTrue(BOOK.byMachine("secureserver.net.example.org").isEmpty());
        assertTrue(BOOK.byMachine("").isEmpty());
    }

    @Test
    void everyEntryIsWhole() {
        Set<String> facts = Set.of("blocked_ports", "plans", "since", "how_to_ask", "workaround_ports", "note", "source", "machines");
        assertEquals(BOOK.all().size(), BOOK.all().stream().map(Hosting::key).collect(Collectors.toSet()).size());
        for (Hosting each : BOOK.all()) {
            assertFalse(each.name().isBlank() || each.plans().isBlank() || each.source().isBlank(), each.key());
            assertFalse(each.blockedPorts().isEmpty() && each.note().isEmpty(), each.key());
            assertTrue(Stream.concat(each.blockedPorts().stream(), each.workaroundPorts().stream()).allMatch(p -> p > 0 && p < 65536),
                    each.key());
            assertTrue(Collections.disjoint(each.blockedPorts(), each.workaroundPorts()), each.key());
            assertTrue(facts.containsAll(each.unverified()), each.key());
            assertTrue(each.lastChecked().matches("20\\d\\d-\\d\\d"), each.key());
            if (!each.since().isEmpty()) {
                LocalDate.parse(each.since());
            }
        }
    }
}
