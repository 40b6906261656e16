package org.mailmedic.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.mailmedic.settings.HostName;
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

    /// @throws IllegalArgumentException when it is no such file; the message completes "it …" and is fit to be shown
    public static Controls read(String json) {
        JsonNode root;
        try {
            root = new JsonMapper().readTree(json.startsWith(BYTE_ORDER_MARK) ? json.substring(1) : json);
        } catch (JacksonException senseless) {
            var where = senseless.getLocation();
            throw new IllegalArgumentException("is not JSON" + (where == null || where.getLineNr() < 1 ? ""
                    : " (line " + where.getLineNr() + ", column " + where.getColumnNr() + ")"), senseless);
        }
        if (!root.isObject() || root.path("version").asInt(0) != 1) {
            throw new IllegalArgumentException("lacks \"version\": 1");
        }
        known(root, TOP, "");
        return new Controls(
                list(root, "tcp", Set.of("host", "port", "smtp", "tls"), e -> new Controls.Tcp(host(e), port(e), flag(e, "smtp"),
                        flag(e, "tls"))),
                list(root, "http", Set.of("url", "status", "body"), e -> new Controls.Http(url(e), status(e), body(e))),
                list(root, "time", Set.of("url"), e -> new Controls.Time(url(e))),
                list(root, "canary", Set.of("host"), ControlsReader::host));
    }

    /// What nobody reads would be taken for heard, most often a word with a slip in it.
    private static void known(JsonNode object, Set<String> names, String where) {
        for (String name : object.propertyNames()) {
            if (!names.contains(name) && !NOTES.contains(name)) {
                throw new IllegalArgumentException("has \"" + name + "\"" + where + ", which means nothing there");
            }
        }
    }

    private static <T> List<T> list(JsonNode root, String name, Set<String> fields, Function<JsonNode, T> read) {
        JsonNode entries = root.path(name);
        if (!entries.isArray() && !entries.isMissingNode()) {
            throw new IllegalArgumentException("needs a list, in [ ], as its \"" + name + "\"");
        }
        List<T> all = new ArrayList<>();
        for (JsonNode each : entries) {
            int number = all.size() + 1;
            if (!each.isObject()) {
                throw new IllegalArgumentException("has an entry of \"" + name + "\" (number " + number + ") that is no object in { }");
            }
            known(each, fields, " in an entry of \"" + name + "\" (number " + number + ")");
            try {
                all.add(read.apply(each));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException("has an entry of \"" + name + "\" (number " + number + ") that needs "
                        + wrong.getMessage(), wrong);
            }
        }
        return all;
    }

    private static String host(JsonNode entry) {
        JsonNode value = entry.path("host");
        if (!value.isString() || !(HostName.read(value.asString()) instanceof HostName.Usable(var host, var _))) {
            throw new IllegalArgumentException("a \"host\", a name or an address");
        }
        return host;
    }

    private static int port(JsonNode entry) {
        JsonNode port = entry.path("port");
        if (!port.isIntegralNumber() || !port.canConvertToInt() || port.asInt() < 1 || port.asInt() > 65535) {
            throw new IllegalArgumentException("a \"port\" from 1 to 65535");
        }
        return port.asInt();
    }

    private static boolean flag(JsonNode entry, String field) {
        JsonNode value = entry.path(field);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw new IllegalArgumentException("true or false as its \"" + field + "\", without quotation marks");
        }
        return value.asBoolean(false);
    }

    private static int status(JsonNode entry) {
        JsonNode value = entry.path("status");
        if (!value.isMissingNode() && (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < 100
                || value.asInt() > 599)) {
            throw new IllegalArgumentException("a number from 100 to 599 as its \"status\", without quotation marks");
        }
        return value.asInt(204);
    }

    private static String body(JsonNode entry) {
        JsonNode value = entry.path("body");
        if (!value.isMissingNode() && !value.isString()) {
            throw new IllegalArgumentException("a text as its \"body\"");
        }
        return value.asString("");
    }

    private static String url(JsonNode entry) {
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
        throw new IllegalArgumentException("a \"url\" that begins with http:// or https://");
    }
}
