package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Checks what a command printed against its schema in `assets/`.
final class SchemaCheck {
    private SchemaCheck() {}

    /// The JSON, once it is known to be valid.
    static JsonNode valid(String schema, String json) {
        try {
            var compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of("assets", schema)), InputFormat.JSON);
            assertEquals(List.of(), compiled.validate(json, InputFormat.JSON), json);
            return JsonMapper.shared().readTree(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
