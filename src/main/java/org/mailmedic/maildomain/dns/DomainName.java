package org.mailmedic.maildomain.dns;

import java.net.IDN;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Domain names as texts: without the closing dot, compared in small letters (RFC 4343).
public final class DomainName {
    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;

    private DomainName() {}

    /// In small letters, without the closing dot.
    public static String plain(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.endsWith(".") ? small.substring(0, small.length() - 1) : small;
    }

    /// What DNS knows it by: other letters than those of ASCII become A-labels (RFC 5891 §5), as every standard of mail looks them up
    /// (RFC 8616 §3). What no such name can be stays as it is.
    public static String ascii(String name) {
        if (name.chars().allMatch(c -> c < 0x80)) {
            return name;
        }
        try {
            return IDN.toASCII(name);
        } catch (IllegalArgumentException noName) {
            return name;
        }
    }

    public static List<String> labels(String name) {
        return Arrays.asList(name.split("\\.", -1));
    }

    /// Whether DNS can hold it (RFC 1035 §2.3.4): no empty or overlong label.
    public static boolean fits(String name) {
        return !name.isEmpty() && name.length() <= LONGEST
                && labels(name).stream().allMatch(label -> !label.isEmpty() && label.length() <= LONGEST_LABEL);
    }

    /// Whether `name` is `top` or lies below it; both plain.
    public static boolean within(String name, String top) {
        return name.equals(top) || name.endsWith("." + top);
    }

    /// The name without its first `count` labels.
    public static String without(String name, int count) {
        List<String> labels = labels(name);
        return String.join(".", labels.subList(count, labels.size()));
    }
}
