package org.mailmedic.maildomain.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What one receiver wrote down about a message (RFC 8601), or what the seal of a forwarder passes on (RFC 8617).
///
/// @param by       whose word it is
/// @param instance of an ARC set, counted from the first forwarder; 0 for the receiver's own
public record AuthenticationResults(String by, int instance, List<Result> results) {
    private static final int MOST = 30;
    private static final int LONGEST = 8192;

    /// @param method     such as `spf`
    /// @param result     such as `pass`
    /// @param properties such as `header.d`
    public record Result(String method, String result, Map<String, String> properties) {}

    public AuthenticationResults {
        results = List.copyOf(results);
    }

    /// Of all such fields, from the top.
    public static List<AuthenticationResults> of(MessageFile message) {
        List<AuthenticationResults> all = new ArrayList<>();
        for (String field : List.of("Authentication-Results", "ARC-Authentication-Results")) {
            message.all(field).stream().limit(MOST).map(AuthenticationResults::read).flatMap(Optional::stream).forEach(all::add);
        }
        return all;
    }

    private static Optional<AuthenticationResults> read(String value) {
        List<String> parts = parts(value.substring(0, Math.min(LONGEST, value.length())));
        int instance = instance(value);
        int at = instance > 0 ? 1 : 0;
        if (parts.size() <= at || parts.get(at).isEmpty()) {
            return Optional.empty();
        }
        List<Result> results = new ArrayList<>();
        for (String part : parts.subList(at + 1, parts.size())) {
            result(part).ifPresent(results::add);
        }
        return Optional.of(new AuthenticationResults(parts.get(at).split("\\s", 2)[0], instance, results));
    }

    /// With which one of a seal begins (RFC 8617 §4.1.1); 0 where it does not.
    static int instance(String value) {
        String first = parts(value.substring(0, Math.min(LONGEST, value.length()))).getFirst();
        return first.matches("i\\s*=\\s*\\d{1,2}") ? Integer.parseInt(first.replaceAll("\\D", "")) : 0;
    }

    private static Optional<Result> result(String part) {
        Map<String, String> properties = new LinkedHashMap<>();
        String method = "";
        String result = "";
        for (String word : part.replaceAll("\\s*=\\s*", "=").split("\\s+")) {
            int sign = word.indexOf('=');
            if (sign <= 0) {
                continue;
            }
            String name = word.substring(0, sign).toLowerCase(Locale.ROOT);
            String value = word.substring(sign + 1).replace("\"", "");
            if (method.isEmpty()) {
                method = name.split("/", 2)[0];
                result = value.toLowerCase(Locale.ROOT);
            } else if (properties.size() < MOST) {
                properties.putIfAbsent(name, value);
            }
        }
        return method.isEmpty() ? Optional.empty() : Optional.of(new Result(method, result, properties));
    }

    /// Split at semicolons, without remarks in parentheses; quotes protect both.
    private static List<String> parts(String value) {
        List<String> parts = new ArrayList<>();
        var part = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' && depth == 0) {
                quoted = !quoted;
            }
            if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')' && depth > 0) {
                depth--;
            } else if (!quoted && c == ';' && depth == 0) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else if (depth == 0) {
                part.append(c);
            }
        }
        parts.add(part.toString().strip());
        return parts;
    }
}
