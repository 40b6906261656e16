package org.mailmedic.report.mask;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Gives each thing of one kind its own mask: the same thing always the same, different things never.
public final class Pseudonyms {
    public static final String DOTS = "•••";

    private final Map<String, String> masks = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();

    /// @param thing compared without case
    /// @param mask  what would be said for it; another thing that has this mask already makes it `mask` and a number
    String of(String thing, String mask) {
        return masks.computeIfAbsent(thing.toLowerCase(Locale.ROOT), _ -> {
            int number = taken.merge(mask.toLowerCase(Locale.ROOT), 1, Integer::sum);
            return number == 1 ? mask : mask + number;
        });
    }

    /// The first character, then dots.
    String name(String name) {
        int first = name.isEmpty() ? 0 : Character.charCount(name.codePointAt(0));
        return of(name, name.substring(0, first) + DOTS);
    }
}
