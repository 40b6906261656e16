package org.mailmedic.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.mailmedic.plan.Controls;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a file of control endpoints, version 1 of the contract.
final class ControlsFile {
    private static final long LARGEST = 1024 * 1024;

    private ControlsFile() {}

    static Controls read(Path file) throws UsageException {
        try {
            if (Files.isDirectory(file) || Files.size(file) > LARGEST) {
                throw new UsageException(file + " is no file of control endpoints.");
            }
            return parse(new JsonMapper().readTree(Files.readString(file)), file);
        } catch (IOException unreadable) {
            throw new UsageException("The file " + file + " cannot be read. --controls takes a JSON file, or none.");
        } catch (JacksonException senseless) {
            throw new UsageException("The file " + file + " is not JSON: " + String.valueOf(senseless.getOriginalMessage()).lines().findFirst().orElse(""));
        }
    }

    private static Controls parse(JsonNode root, Path file) throws UsageException {
        if (!root.isObject() || root.path("version").asInt(0) != 1) {
            throw new UsageException("The file " + file + " is no file of control endpoints: it lacks \"version\": 1.");
        }
        return new Controls(
                list(root, "tcp", file, e -> new Controls.Tcp(text(e, "host"), port(e), e.path("smtp").asBoolean(false), e.path("tls").asBoolean(false))),
                list(root, "http", file, e -> new Controls.Http(text(e, "url"), e.path("status").asInt(204), e.path("body").asString(""))),
                list(root, "time", file, e -> new Controls.Time(text(e, "url"))),
                list(root, "canary", file, e -> text(e, "host")));
    }

    private static <T> List<T> list(JsonNode root, String name, Path file, Function<JsonNode, T> read) throws UsageException {
        List<T> all = new ArrayList<>();
        for (JsonNode each : root.path(name)) {
            try {
                all.add(read.apply(each));
            } catch (IllegalArgumentException missing) {
                throw new UsageException("In the file " + file + ", an entry of \"" + name + "\" needs " + missing.getMessage() + ".");
            }
        }
        return all;
    }

    private static String text(JsonNode entry, String field) {
        String value = entry.path(field).asString("");
        if (value.isBlank()) {
            throw new IllegalArgumentException("\"" + field + "\"");
        }
        return value;
    }

    private static int port(JsonNode entry) {
        int port = entry.path("port").asInt(0);
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("a \"port\" from 1 to 65535");
        }
        return port;
    }
}
