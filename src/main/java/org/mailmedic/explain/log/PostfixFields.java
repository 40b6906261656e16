package org.mailmedic.explain.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Takes one line of Postfix's log apart into named fields, for who wants to know all that stands in it. The summary of a whole log
/// does not come this way: it reads bytes.
///
/// The shapes are data: `postfix-lines.json`. Thread-safe.
public final class PostfixFields {
    private static final String RESOURCE = "/org/mailmedic/explain/postfix-lines.json";
    private static final String RELAY = "{relay_hostname:w}[{relay_ip:ip}]";
    private static final String CLIENT = "{client_hostname:w}[{client_ip:ip}]";
    private static final String STRANGER = "{client_hostname:w}[{client_ip_unknown=unknown}]";
    private static final int LONGEST = 64 * 1024;

    private final Map<String, List<LineShape>> shapes = new HashMap<>();

    public PostfixFields() {
        JsonNode root;
        try (InputStream in = PostfixFields.class.getResourceAsStream(RESOURCE)) {
            root = JsonMapper.shared().readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        List<String> tls = root.path("tls").valueStream().map(JsonNode::asString).toList();
        root.path("daemons").propertyStream().forEach(daemon -> shapes.put(daemon.getKey(),
                daemon.getValue().valueStream().flatMap(shape -> written(shape.asString(), tls).stream()).map(LineShape::of).toList()));
    }

    /// With the abbreviations written out: one shape for each that they stand for.
    private static List<String> written(String shape, List<String> tls) {
        String line = shape.replaceFirst("\\bH(?= |:|$)", RELAY.replace("$", "\\$"));
        if (line.endsWith(" T")) {
            String head = line.substring(0, line.length() - 1).replaceFirst("\\bC(?=: )", CLIENT);
            return tls.stream().map(head::concat).toList();
        }
        String known = line.replaceFirst("(?<= )C(?= |:|$)", CLIENT);
        return known.equals(line) ? List.of(line) : List.of(known, line.replaceFirst("(?<= )C(?= |:|$)", STRANGER));
    }

    /// The fields of what follows the tag, by name; empty when the line has no shape that is known.
    ///
    /// @param daemon the last part of the tag: `smtp`, `smtpd`, `qmgr` …
    public Map<String, String> read(String daemon, String line) {
        Map<String, String> fields = new LinkedHashMap<>();
        String text = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        if (daemon.equals("command_counter_data")) {
            count(text, fields);
            return fields;
        }
        boolean level = FieldKind.of("level").test(text.substring(0, Math.max(0, text.indexOf(": "))));
        List<LineShape> own = shapes.getOrDefault(daemon.replace('-', '_'), List.of());
        boolean read = own.stream().anyMatch(shape -> shape.read(text, fields))
                || level && Objects.requireNonNull(shapes.get("")).getFirst().read(text, fields);
        if (read && fields.containsKey("postfix_proxy_message")) {
            reply(fields.get("postfix_proxy_message"), fields);
        }
        return fields;
    }

    /// `rcpt=0/1`: accepted of all; one number alone: all of them.
    private static void count(String text, Map<String, String> fields) {
        for (String pair : text.split(" ")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String name = "postfix_cmd_" + (pair.startsWith("commands=") ? "count" : pair.substring(0, equals));
                int slash = pair.indexOf('/', equals);
                if (slash > 0) {
                    fields.put(name + "_accepted", pair.substring(equals + 1, slash));
                }
                fields.put(name, pair.substring(Math.max(slash, equals) + 1));
            }
        }
    }

    private static void reply(String message, Map<String, String> fields) {
        String[] words = message.split(" ", 3);
        if (words.length > 1 && words[0].length() == 3 && FieldKind.of("n").test(words[0])) {
            fields.put("postfix_proxy_status_code", words[0]);
            if (FieldKind.of("esc").test(words[1])) {
                fields.put("postfix_proxy_status_code_enhanced", words[1]);
            }
        }
    }
}
