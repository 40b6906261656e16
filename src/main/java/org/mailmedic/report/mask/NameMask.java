package org.mailmedic.report.mask;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Masks a name where it stands as a word of its own: the user name, the computer's, the account's.
final class NameMask implements Mask {
    private static final int SHORTEST = 2;

    private final Masking.Kind kind;
    private final String name;
    private final String part;
    private final Pseudonyms names;
    private final List<String> open;

    /// @param open names that must stay readable even where they contain this one, such as the host's
    NameMask(Masking.Kind kind, String name, Pseudonyms names, List<String> open) {
        this.kind = kind;
        this.name = name;
        this.part = name.indexOf('@') > 0 ? name.substring(0, name.lastIndexOf('@')) : "";
        this.names = names;
        this.open = open;
    }

    @Override
    public Masking.Kind kind() {
        return kind;
    }

    @Override
    public String apply(String text, boolean foreign) {
        String masked = part.isEmpty() ? word(text, name, names.name(name))
                : word(text, name, names.name(part) + name.substring(part.length()));
        if (foreign && !part.isEmpty()) {
            masked = word(masked, part, names.name(part));
        }
        return foreign && kind == Masking.Kind.USER && name.length() > SHORTEST ? encoded(masked) : masked;
    }

    /// Sign-in writes the name in base64 (RFC 4954 §4).
    private String encoded(String text) {
        try (var forms = Redactor.ofName(name, open)) {
            return forms.redact(text);
        }
    }

    private String word(String text, String wanted, String mask) {
        if (wanted.length() < SHORTEST) {
            return text;
        }
        Matcher found = Pattern.compile("(?<![\\p{L}\\p{N}_•-])(?<!\\p{N}\\.)" + Pattern.quote(wanted) + "(?![\\p{L}\\p{N}_•-])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher(text);
        if (!found.find()) {
            return text;
        }
        var spared = spared(text);
        var masked = new StringBuilder();
        int at = 0;
        do {
            int start = found.start();
            int end = found.end();
            if (spared.stream().noneMatch(range -> range[0] <= start && end <= range[1])) {
                masked.append(text, at, start).append(mask);
                at = end;
            }
        } while (found.find());
        return masked.append(text, at, text.length()).toString();
    }

    private List<int[]> spared(String text) {
        var ranges = new ArrayList<int[]>();
        for (String each : open) {
            for (int at = each.isBlank() ? -1 : text.indexOf(each); at >= 0; at = text.indexOf(each, at + 1)) {
                ranges.add(new int[] {at, at + each.length()});
            }
        }
        return ranges;
    }
}
