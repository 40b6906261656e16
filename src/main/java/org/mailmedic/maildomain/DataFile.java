package org.mailmedic.maildomain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The data files of this room.
final class DataFile {
    private DataFile() {}

    static JsonNode read(String name) {
        try (InputStream in = DataFile.class.getResourceAsStream(name)) {
            return new JsonMapper().readTree(in.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
