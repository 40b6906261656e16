package org.mailmedic.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailmedic.practice.fault.Fault;
import org.mailmedic.practice.fault.Faults;

/// Every fault shows what it says: the table in `shown.txt` has, for each, the step where a plain client's dialogue
/// ends, and how.
@Timeout(60)
class ShownTest {
    /// Wrong, but not in the eyes of a patient Java client.
    private static final Set<String> UNSEEN = Set.of("greeting-tarpit", "cert-weak-key-1024", "cert-sha1");

    @ParameterizedTest
    @MethodSource("names")
    void showsWhatItSays(String name) throws Exception {
        var expected = table().get(name);
        try (var server = Servers.start(name)) {
            var walk = new Walk(server, expected.endsWith(" silence") ? expected.replace(" silence", "") : "");
            assertEquals(expected, walk.end());
        }
    }

    @Test
    void theTableIsComplete() throws IOException {
        assertEquals(names(), List.copyOf(table().keySet()));
    }

    /// "Only" where the server offers a single mechanism, which SignInTest tries.
    @Test
    void whatIsHarmlessEndsWell() throws IOException {
        var table = table();
        for (var fault : Faults.all()) {
            assertEquals(fault.harmless(), table.get(fault.name()).matches("done|sign_in only [A-Z0-9-]+")
                    && !UNSEEN.contains(fault.name()), fault.name());
        }
    }

    static List<String> names() {
        return Faults.all().stream().map(Fault::name).toList();
    }

    private static Map<String, String> table() throws IOException {
        var table = new LinkedHashMap<String, String>();
        try (var reader = new BufferedReader(new InputStreamReader(ShownTest.class.getResourceAsStream("shown.txt"),
                StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                var parts = line.split(": ", 2);
                table.put(parts[0], parts[1]);
            }
        }
        return table;
    }
}
