package org.mailmedic.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailmedic.settings.HostName;
import org.mailmedic.settings.UnfitFileException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads control endpoints, version 1 of the contract: the built-in ones and those from a person's file.
public final class ControlsReader {
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final Set<String> TOP = Set.of("version", "tcp", "http", "time", "canary");

    /// Words for whoever reads the file.
    private static final Set<String> NOTES = Set.of("comment", "source");

    private ControlsReader() {}

    /// The well-known endpoints that ship with the program.
    public static Controls builtIn() {
        try (InputStream in = ControlsReader.class.getResourceAsStream("/org/mailmedic/plan/controls.json")) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// @throws UnfitFileException when it is no such file
    public static Controls read(String json) throws UnfitFileException {
        JsonNode root;
        try {
            root = new JsonMapper().readTree(json.startsWith(BYTE_ORDER_MARK) ? json.substring(1) : json);
        } catch (JacksonException senseless) {
            var where = senseless.getLocation();
            throw where == null || where.getLineNr() < 1 ? new UnfitFileException("json", Map.of(), senseless)
                    : new UnfitFileException("json.line", Map.of("line", where.getLineNr(), "column", where.getColumnNr()), senseless);
        }
        if (!root.isObject() || root.path("version").asInt(0) != 1) {
            throw new UnfitFileException("controls.version");
        }
        known(root, TOP, "controls.unknown", Map.of());
        return new Controls(
                list(root, "tcp", Set.of("host", "port", "smtp", "tls"), e -> new Controls.Tcp(host(e), port(e), flag(e, "smtp"),
                        flag(e, "tls"))),
                list(root, "http", Set.of("url", "status", "body"), e -> new Controls.Http(url(e), status(e), body(e))),
                list(root, "time", Set.of("url"), e -> new Controls.Time(url(e))),
                list(root, "canary", Set.of("host"), ControlsReader::host));
    }

    /// What nobody reads would be taken for heard, most often a word with a slip in it.
    private static void known(JsonNode object, Set<String> names, String key, Map<String, ?> where) throws UnfitFileException {
        for (String name : object.propertyNames()) {
            if (!names.contains(name) && !NOTES.contains(name)) {
                throw new UnfitFileException(key, with(where, "name", name));
            }
        }
    }

    private interface Reading<T> {
        /// @throws UnfitFileException with what the entry needs, and not yet which one it is
        T of(JsonNode entry) throws UnfitFileException;
    }

    private static Map<String, Object> with(Map<String, ?> values, String name, Object value) {
        var all = new HashMap<String, Object>(values);
        all.put(name, value);
        return all;
    }

    private static <T> List<T> list(JsonNode root, String name, Set<String> fields, Reading<T> read) throws UnfitFileException {
        JsonNode entries = root.path(name);
        if (!entries.isArray() && !entries.isMissingNode()) {
            throw new UnfitFileException("controls.list", Map.of("list", name));
        }
        List<T> all = new ArrayList<>();
        for (JsonNode each : entries) {
            var where = Map.of("list", name, "number", all.size() + 1);
            if (!each.isObject()) {
                throw new UnfitFileException("controls.object", where);
            }
            known(each, fields, "controls.unknown.entry", where);
            try {
                all.add(read.of(each));
            } catch (UnfitFileException wrong) {
                var values = new HashMap<String, Object>(where);
                values.putAll(wrong.values());
                throw new UnfitFileException(wrong.key(), values, wrong);
            }
        }
        return all;
    }

    private static String host(JsonNode entry) throws UnfitFileException {
        JsonNode value = entry.path("host");
        if (!value.isString() || !(HostName.read(value.asString()) instanceof HostName.Usable(var host, var _))) {
            throw new UnfitFileException("controls.host");
        }
        return host;
    }

    private static int port(JsonNode entry) throws UnfitFileException {
        JsonNode port = entry.path("port");
        if (!port.isIntegralNumber() || !port.canConvertToInt() || port.asInt() < 1 || port.asInt() > 65535) {
            throw new UnfitFileException("controls.port");
        }
        return port.asInt();
    }

    private static boolean flag(JsonNode entry, String field) throws UnfitFileException {
        JsonNode value = entry.path(field);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw new UnfitFileException("controls.flag", Map.of("field", field));
        }
        return value.asBoolean(false);
    }

    private static int status(JsonNode entry) throws UnfitFileException {
        JsonNode value = entry.path("status");
        if (!value.isMissingNode() && (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < 100
                || value.asInt() > 599)) {
            throw new UnfitFileException("controls.status");
        }
        return value.asInt(204);
    }

    private static String body(JsonNode entry) throws UnfitFileException {
        JsonNode value = entry.path("body");
        if (!value.isMissingNode() && !value.isString()) {
            throw new UnfitFileException("controls.body");
        }
        return value.asString("");
    }

    private static String url(JsonNode entry) throws UnfitFileException {
        JsonNode value = entry.path("url");
        try {
            URI address = URI.create(value.isString() ? value.asString().strip() : "");
            boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (web && address.getHost() != null) {
                return value.asString().strip();
            }
        } catch (IllegalArgumentException noAddress) {
            // said below
        }
        throw new UnfitFileException("controls.url");
    }
}
