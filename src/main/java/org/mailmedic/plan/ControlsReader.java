package org.mailmedic.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads control endpoints, version 1 of the contract: the built-in ones and those from a person's file.
public final class ControlsReader {
    private ControlsReader() {}

    /// The well-known endpoints that ship with the program.
    public static Controls builtIn() {
        try (InputStream in = ControlsReader.class.getResourceAsStream("/org/mailmedic/plan/controls.json")) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// @throws IllegalArgumentException when it is no such file; the message completes "it …" and is fit to be shown
    public static Controls read(String json) {
        JsonNode root;
        try {
            root = new JsonMapper().readTree(json);
        } catch (JacksonException senseless) {
            var where = senseless.getLocation();
            throw new IllegalArgumentException("is not JSON" + (where == null || where.getLineNr() < 1 ? ""
                    : " (line " + where.getLineNr() + ", column " + where.getColumnNr() + ")"), senseless);
        }
        if (!root.isObject() || root.path("version").asInt(0) != 1) {
            throw new IllegalArgumentException("lacks \"version\": 1");
        }
        return new Controls(
                list(root, "tcp", e -> new Controls.Tcp(text(e, "host"), port(e), e.path("smtp").asBoolean(false),
                        e.path("tls").asBoolean(false))),
                list(root, "http", e -> new Controls.Http(text(e, "url"), e.path("status").asInt(204), e.path("body").asString(""))),
                list(root, "time", e -> new Controls.Time(text(e, "url"))),
                list(root, "canary", e -> text(e, "host")));
    }

    private static <T> List<T> list(JsonNode root, String name, Function<JsonNode, T> read) {
        List<T> all = new ArrayList<>();
        for (JsonNode each : root.path(name)) {
            try {
                all.add(read.apply(each));
            } catch (IllegalArgumentException missing) {
                throw new IllegalArgumentException("has an entry of \"" + name + "\" that needs " + missing.getMessage(), missing);
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
