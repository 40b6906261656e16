package org.mailmedic.diagnosis.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailmedic.evidence.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The list as it is written, and as the program reads it.
final class InterceptorsTest {
    private final Interceptors interceptors = new Interceptors();
    private List<JsonNode> written = List.of();

    @BeforeEach
    void read() throws IOException {
        try (var in = Interceptors.class.getResourceAsStream("/org/mailmedic/diagnosis/interceptors.json")) {
            written = JsonMapper.shared().readTree(in).path("interceptors").valueStream().toList();
        }
        assertTrue(written.size() > 10);
    }

    private static X500Principal named(String name) {
        return new X500Principal("CN=\"" + name + "\"");
    }

    @Test
    void everyNameOfAnIssuerIsKnown() {
        for (JsonNode each : written) {
            Optional<String> product = Optional.of(each.path("product").asString());
            each.path("contains").valueStream().map(JsonNode::asString).forEach(name -> assertEquals(product,
                    interceptors.product(named("The " + name + " authority")), name));
            each.path("is").valueStream().map(JsonNode::asString).forEach(name -> {
                assertEquals(product, interceptors.product(named(name)), name);
                assertEquals(Optional.empty(), interceptors.product(named(name + " of somebody else")), name);
            });
        }
    }

    @Test
    void everyNameInARefusalIsKnown() {
        for (JsonNode each : written) {
            each.path("says").valueStream().map(JsonNode::asString).forEach(name -> {
                assertEquals(Optional.of(each.path("product").asString()),
                        interceptors.speaking(new Reply(554, List.of("Blocked by " + name + ".1"))), name);
                assertEquals(Optional.empty(), interceptors.speaking(new Reply(250, List.of(name))), name);
            });
        }
    }
}
