package org.mailmedic.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class HostLoadTest {
    private final HostLoad before = HostLoad.of("cpu  1000 20 300 8000 10 0 40 500 7 7");

    @Test
    void whatTheHostTookIsReadAsAPartOfAll() {
        assertEquals(new HostLoad(500, 9870), before, "guests' time is in the users' already");
        HostLoad after = HostLoad.of("cpu  1050 20 300 8020 10 0 40 530 9 9");
        assertEquals(0.3, after.since(before), 1e-9);
        assertTrue(after.muchSince(before));
    }

    @Test
    void aLittleIsUsual() {
        assertFalse(HostLoad.of("cpu  1100 20 300 8096 10 0 40 504 7 7").muchSince(before));
        assertFalse(before.muchSince(before), "no time has passed");
    }

    @Test
    void anotherLineIsNoLoad() {
        assertThrows(IllegalArgumentException.class, () -> HostLoad.of("cpu0 1 2"));
        assertThrows(IllegalArgumentException.class, () -> HostLoad.of(""));
    }
}
