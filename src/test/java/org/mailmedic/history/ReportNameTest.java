package org.mailmedic.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReportNameTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void sayWhenAndWhich() {
        assertEquals("20261121T120000.000Z-ab-1.mailmedic.json", ReportName.after(Optional.empty(), NOON, "ab-1"));
    }

    @Test
    void sortInTheOrderOfKeeping() {
        String first = ReportName.after(Optional.empty(), NOON, "b");
        String second = ReportName.after(Optional.of(first), NOON.minusSeconds(9), "a");
        assertEquals("20261121T120000.001Z-a.mailmedic.json", second);
        assertTrue(second.compareTo(first) > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "a/b", "..", "", "\0", "ü", "CON", "a b", "x\\y"})
    void areHarmlessWhateverTheIdIs(String id) {
        assertTrue(ReportName.ours(ReportName.after(Optional.empty(), NOON, id)));
    }

    @Test
    void haveRoomForAnyTime() {
        for (Instant odd : new Instant[] {Instant.MIN, Instant.MAX, Instant.EPOCH}) {
            String name = ReportName.after(Optional.empty(), odd, "x".repeat(500));
            assertTrue(ReportName.ours(name), name);
            assertTrue(ReportName.ours(ReportName.after(Optional.of(name), NOON, "y")), name);
        }
        assertTrue(ReportName.ours(ReportName.after(Optional.of("20269999T999999.999Z-x.mailmedic.json"), NOON, "y")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.mailmedic.json", "index.jsonl", "20261121T120000.000Z-.mailmedic.json",
            "20261121T120000.000Z-a.mailmedic.json.bak", "x20261121T120000.000Z-a.mailmedic.json",
            "20261121T120000.000Z-a b.mailmedic.json", "20261121T120000.000Z-a.mailmedic.html"})
    void ofOthersAreNotOurs(String name) {
        assertFalse(ReportName.ours(name));
    }
}
