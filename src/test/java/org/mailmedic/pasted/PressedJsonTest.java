package org.mailmedic.pasted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PressedJsonTest {
    private final List<Integer> origins = new ArrayList<>();

    @Test
    void anObjectInsideAnotherIsFurtherIn() {
        String parted = PressedJson.apart("first\n{\"mail\":{\"host\":\"a, {b}\",\"port\":25},\"more\":[1,2],\"x\":\"y\"}\nlast", origins);
        assertEquals(List.of("first", "{", "  \"mail\":{", "    \"host\":\"a, {b}\",", "    \"port\":25", "  },", "  \"more\":[", "    1,", "    2",
                "  ],", "  \"x\":\"y\"", "}", "last"), parted.lines().toList());
    }

    @Test
    void everyLineKnowsTheOneThatItComesFrom() {
        PressedJson.apart("first\n{\"mail\":{\"host\":\"smtp.hecke.example\",\"port\":25}}\nlast", origins);
        assertEquals(List.of(1, 2, 2, 2, 2, 2, 2, 3), origins);
    }

    @Test
    void whatAPersonWroteStaysAsItIs() {
        for (String text : List.of("{\n  \"mail\": {\n    \"host\": \"smtp.hecke.example\"\n  }\n}", "\"smtp\": { \"host\": \"smtp.hecke.example\" }",
                "{\"host\":\"smtp.hecke.example\",\"port\":25,\"user\":\"amsel\"}", "")) {
            assertSame(text, PressedJson.apart(text, origins));
        }
        assertTrue(origins.isEmpty());
    }

    @Test
    void aTornTextIsPartedAsFarAsItGoes() {
        assertEquals("{\n  \"mail\":{\n    \"host\":\"smtp.hecke.example, and so on", PressedJson.apart(
                "{\"mail\":{\"host\":\"smtp.hecke.example, and so on", origins));
    }
}
