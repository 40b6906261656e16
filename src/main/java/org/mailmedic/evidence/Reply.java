package org.mailmedic.evidence;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// One SMTP reply (RFC 5321 §4.2), as it came.
///
/// @param code  200 to 599
/// @param lines the text of each line without the code, at least one
public record Reply(int code, List<String> lines) {
    private static final Pattern ENHANCED = Pattern.compile("^([245]\\.\\d{1,3}\\.\\d{1,3})(?=\\s|$)");

    public Reply {
        lines = List.copyOf(lines);
    }

    /// The enhanced status code of the first line that has one (RFC 2034 §4, RFC 3463).
    public Optional<String> enhanced() {
        for (String line : lines) {
            var matcher = ENHANCED.matcher(line.strip());
            if (matcher.find()) {
                return Optional.of(matcher.group(1));
            }
        }
        return Optional.empty();
    }

    /// Done (RFC 5321 §4.2.1). A 3yz wants more of something, and is no success where nothing more can be given.
    public boolean positive() {
        return code >= 200 && code < 300;
    }

    /// 3yz: the server waits for the rest of what it takes to be under way.
    public boolean intermediate() {
        return code >= 300 && code < 400;
    }

    public boolean temporary() {
        return code >= 400 && code < 500;
    }

    public boolean permanent() {
        return code >= 500;
    }

    /// All lines as one text, in the server's words. The enhanced status code that begins each line (RFC 2034 §4) is said once.
    public String text() {
        String first = enhanced().orElse("");
        var text = new StringBuilder();
        for (String line : lines) {
            boolean again = !text.isEmpty() && !first.isEmpty() && line.strip().startsWith(first + " ");
            text.append(text.isEmpty() ? "" : " ").append(again ? line.strip().substring(first.length() + 1).strip() : line);
        }
        return text.toString().strip();
    }

    /// Code and text, as a log would show it.
    public String full() {
        return code + " " + text();
    }
}
