package org.mailmedic.maildomain.transport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// An MTA-STS policy (RFC 8461 §3.2).
///
/// @param mode   `enforce`, `testing` or `none`
/// @param maxAge seconds for which it may be remembered, at most one year and a day
/// @param mx     names, or `*.` and a name
public record StsPolicy(String mode, long maxAge, List<String> mx) {
    private static final int LONGEST = 64 * 1024;
    private static final int MOST_LINES = 1000;
    private static final long LONGEST_AGE = 31_557_600;

    public StsPolicy {
        mx = List.copyOf(mx);
    }

    /// Empty where it is none.
    public static Optional<StsPolicy> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        List<String> mx = new ArrayList<>();
        String[] lines = text.split("\r?\n", MOST_LINES);
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                if (!line.isBlank()) {
                    return Optional.empty();
                }
                continue;
            }
            String name = line.substring(0, colon).strip();
            String value = line.substring(colon + 1).strip();
            if (name.equals("mx")) {
                mx.add(value.toLowerCase(Locale.ROOT));
            } else {
                fields.putIfAbsent(name, value);
            }
        }
        String mode = fields.getOrDefault("mode", "");
        String age = fields.getOrDefault("max_age", "");
        boolean formed = "STSv1".equals(fields.get("version")) && List.of("enforce", "testing", "none").contains(mode)
                && age.matches("\\d{1,10}") && Long.parseLong(age) <= LONGEST_AGE && (!mx.isEmpty() || mode.equals("none"));
        return formed ? Optional.of(new StsPolicy(mode, Long.parseLong(age), mx)) : Optional.empty();
    }

    /// Whether the policy names this host (§4.1): a `*` stands for exactly one label.
    public boolean covers(String host) {
        return mx.stream().anyMatch(pattern -> pattern.equals(host) || pattern.startsWith("*.") && host.indexOf('.') > 0
                && host.substring(host.indexOf('.') + 1).equals(pattern.substring(2)));
    }
}
