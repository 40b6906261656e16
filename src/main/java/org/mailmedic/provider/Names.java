package org.mailmedic.provider;

import java.util.Locale;

/// Comparing host names label by label.
final class Names {
    private Names() {}

    /// Lower case, without blanks around it and without the closing dot.
    static String plain(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /// Whether `name` is `domain` or lies below it.
    static boolean within(String name, String domain) {
        return name.equals(domain) || name.endsWith(domain) && name.charAt(name.length() - domain.length() - 1) == '.';
    }
}
