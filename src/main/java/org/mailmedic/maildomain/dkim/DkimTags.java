package org.mailmedic.maildomain.dkim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A list of `tag=value`, as keys and signatures have it (RFC 6376 §3.2).
public final class DkimTags {
    private static final int MOST = 100;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private DkimTags() {}

    /// Empty where it is no such list, or a tag comes twice.
    public static Optional<Map<String, String>> read(String text) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String part : text.split(";", MOST)) {
            if (part.isBlank()) {
                continue;
            }
            int sign = part.indexOf('=');
            String name = sign < 0 ? "" : part.substring(0, sign).strip();
            if (!NAME.matcher(name).matches() || tags.put(name, part.substring(sign + 1).strip()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(tags);
    }

    public static String withoutBlanks(String value) {
        return value.replaceAll("[ \\t\\r\\n]", "");
    }
}
