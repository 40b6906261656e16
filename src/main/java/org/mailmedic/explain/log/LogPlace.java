package org.mailmedic.explain.log;

import java.util.HexFormat;
import java.util.Optional;

/// How far a log was followed: enough to find the file and the place in it again after a restart, also when it was rotated meanwhile.
///
/// @param offset      of the first byte that was not read, at the begin of a line
/// @param printLength how many of the file's first bytes the print is made of
/// @param print       of those bytes
public record LogPlace(long offset, int printLength, long print) {
    /// The begin of a file of which nothing is known.
    public static final LogPlace BEGIN = new LogPlace(0, 0, 0);

    /// One line of text for keeping it.
    public String text() {
        return "1 " + offset + " " + printLength + " " + HexFormat.of().toHexDigits(print);
    }

    /// Reads what [#text()] wrote; empty for anything else.
    public static Optional<LogPlace> of(String text) {
        String[] words = text.strip().split(" ");
        if (words.length != 4 || !words[0].equals("1")) {
            return Optional.empty();
        }
        try {
            var place = new LogPlace(Long.parseLong(words[1]), Integer.parseInt(words[2]), HexFormat.fromHexDigitsToLong(words[3]));
            return Optional.of(place).filter(each -> each.offset >= 0 && each.printLength >= 0 && each.printLength <= LogFollower.PRINT);
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}
