package org.mailmedic.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// By which words a note tells that a protective program was switched off.
///
/// @param programs parts of their names, in small letters (`protective` in `text/experiment.properties`)
/// @param off      whole words for switching off, in small letters (`switched_off` there)
public record ProtectiveWords(Set<String> programs, Set<String> off) {
    /// @param programs separated by commas, `off` likewise
    public static ProtectiveWords of(String programs, String off) {
        return new ProtectiveWords(split(programs), split(off));
    }

    private static Set<String> split(String words) {
        return Arrays.stream(words.toLowerCase(Locale.ROOT).split(",")).map(String::strip).filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    /// Whether it names such a program and says that it is off. *Set the security to TLS* names one and switches nothing off.
    boolean switchedOff(String note) {
        String words = note.toLowerCase(Locale.ROOT);
        return programs.stream().anyMatch(words::contains) && Arrays.stream(words.split("[^\\p{L}]+")).anyMatch(off::contains);
    }
}
