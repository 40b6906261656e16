package org.mailmedic.net.system.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RuleOriginTest {
    private static final RuleOrigin ANNA = new RuleOrigin("anna", 1000, Set.of("lo", "eth0"));

    @Test
    void theUserIsKnownByNameNumberAndRange() {
        assertTrue(ANNA.runBy("anna"));
        assertTrue(ANNA.runBy("1000"));
        assertTrue(ANNA.runBy("0-1000"));
        assertTrue(ANNA.runBy("1000-2000"));
    }

    @Test
    void theUserIsNobodyElse() {
        assertFalse(ANNA.runBy("bert"));
        assertFalse(ANNA.runBy("100"));
        assertFalse(ANNA.runBy("1001-2000"));
        assertFalse(ANNA.runBy(""));
        assertFalse(ANNA.runBy("99999999999999999999"));
    }

    @Test
    void anUnknownNumberIsInNoRange() {
        var unknown = new RuleOrigin("", -1, Set.of());
        assertFalse(unknown.userKnown());
        assertFalse(unknown.runBy("0-1000"));
    }

    @Test
    void interfacesAreKnownByTheirBeginning() {
        assertTrue(ANNA.has("eth0"));
        assertTrue(ANNA.has("eth*"));
        assertTrue(ANNA.has("eth+"));
        assertFalse(ANNA.has("eth"));
        assertFalse(ANNA.has("tun*"));
        assertTrue(new RuleOrigin("", -1, Set.of()).has("tun0"), "nothing is known");
    }

    @Test
    void theSystemKnowsWhoRunsThis() {
        assertEquals(Files.isDirectory(Path.of("/proc/self")), RuleOrigin.current().userKnown());
        assertEquals(System.getProperty("user.name"), RuleOrigin.current().user());
        assertFalse(RuleOrigin.current().interfaces().isEmpty());
    }
}
