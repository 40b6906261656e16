package org.mailmedic.settings;

import java.net.IDN;
import java.net.InetAddress;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The reading itself: one question after the other, the most telling slip first.
final class HostNameReader {
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:/*(?=.*[A-Za-z0-9])");
    private static final Pattern URL = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://.*", Pattern.DOTALL);
    private static final Pattern PORT = Pattern.compile("^(.+?)[:,;](\\d{1,6})$");
    private static final Pattern DOTTED_NUMBERS = Pattern.compile("^[0-9.]+$");
    private static final Pattern IPV4 = Pattern.compile("^\\d{1,3}(\\.\\d{1,3}){3}$");
    private static final Pattern IPV6 = Pattern.compile("^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[0-9A-Za-z_.-]+)?$");
    private static final Pattern LABEL = Pattern.compile("^[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?$");
    private static final String QUOTES = "\"'`“”„‘’‚«»‹›";

    /// An IPv6 address with the name of an interface behind it (RFC 4007 §11).
    private static final int LONGEST_ADDRESS = 100;

    private HostNameReader() {}

    static HostName read(String typed) {
        return plain(typed) ? readNameOrAddress(typed) : readOdd(typed);
    }

    /// Nearly all are of these characters alone, and then there is nothing else to ask.
    private static boolean plain(String typed) {
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-' || c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return !typed.isEmpty();
    }

    private static HostName readOdd(String typed) {
        if (typed.codePoints().allMatch(c -> blank(c) || invisible(c))) {
            return slip(HostName.Kind.EMPTY, typed, null);
        }
        if (typed.codePoints().anyMatch(HostNameReader::invisible)) {
            return slip(HostName.Kind.INVISIBLE, typed, remove(typed, HostNameReader::invisible));
        }
        if (URL.matcher(typed.strip()).matches()) {
            return slip(HostName.Kind.URL, typed, hostOfUrl(typed.strip()));
        }
        if (typed.codePoints().anyMatch(HostNameReader::blank)) {
            String joined = remove(typed, HostNameReader::blank);
            return slip(HostName.Kind.BLANKS, typed, joined.indexOf('.') >= 0 ? joined : dotted(typed));
        }
        if (typed.codePoints().anyMatch(c -> QUOTES.indexOf(c) >= 0)) {
            return slip(HostName.Kind.QUOTES, typed, remove(typed, c -> QUOTES.indexOf(c) >= 0));
        }
        if (typed.indexOf('@') >= 0) {
            return slip(HostName.Kind.EMAIL_ADDRESS, typed, null);
        }
        if (typed.indexOf('/') >= 0 || typed.indexOf('\\') >= 0) {
            return slip(HostName.Kind.PATH, typed, typed.split("[/\\\\]", 2)[0]);
        }
        return readNameOrAddress(typed);
    }

    private static HostName readNameOrAddress(String typed) {
        String bare = typed.startsWith("[") && typed.endsWith("]") ? typed.substring(1, typed.length() - 1) : typed;
        if (bare.length() <= LONGEST_ADDRESS && IPV6.matcher(bare).matches()) {
            return literal(typed, bare);
        }
        var port = PORT.matcher(typed);
        if (port.matches()) {
            return slip(HostName.Kind.PORT_INSIDE, typed, port.group(1));
        }
        if (DOTTED_NUMBERS.matcher(bare).matches()) {
            return IPV4.matcher(bare).matches() ? literal(typed, bare) : slip(HostName.Kind.BAD_ADDRESS, typed, null);
        }
        if (bare.length() != typed.length()) {
            return slip(HostName.Kind.BAD_CHARACTER, typed, bare);
        }
        return readName(typed);
    }

    private static HostName literal(String typed, String bare) {
        if (IPV4.matcher(bare).matches()) {
            for (String part : bare.split("\\.")) {
                if (Integer.parseInt(part) > 255) {
                    return slip(HostName.Kind.BAD_ADDRESS, typed, null);
                }
            }
            return new HostName.Usable(bare, true);
        }
        try {
            InetAddress.ofLiteral(bare);
            return new HostName.Usable(bare, true);
        } catch (IllegalArgumentException notAnAddress) {
            return slip(HostName.Kind.BAD_ADDRESS, typed, null);
        }
    }

    private static HostName readName(String typed) {
        String ascii;
        try {
            ascii = typed.chars().allMatch(c -> c < 128) ? typed : IDN.toASCII(typed);
        } catch (IllegalArgumentException cannotBeConverted) {
            boolean tooLong = typed.length() > HostName.LONGEST_LABEL;
            return slip(tooLong ? HostName.Kind.TOO_LONG : HostName.Kind.BAD_CHARACTER, typed, null);
        }
        String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        if (name.length() > HostName.LONGEST_NAME) {
            return slip(HostName.Kind.TOO_LONG, typed, null);
        }
        for (String label : name.split("\\.", -1)) {
            if (label.isEmpty()) {
                return slip(HostName.Kind.BAD_LABEL, typed, joined(name));
            }
            if (label.length() > HostName.LONGEST_LABEL) {
                return slip(HostName.Kind.TOO_LONG, typed, null);
            }
            if (!LABEL.matcher(label).matches()) {
                boolean hyphen = label.matches("[A-Za-z0-9_-]+");
                return slip(hyphen ? HostName.Kind.BAD_LABEL : HostName.Kind.BAD_CHARACTER, typed, null);
            }
        }
        Optional<String> plain = Confusables.plainForm(typed);
        if (plain.isPresent()) {
            return slip(HostName.Kind.MIXED_SCRIPTS, typed, plain.get());
        }
        return new HostName.Usable(name, false);
    }

    /// `smtp..example.org` and `.example.org` with the empty labels taken out.
    private static @Nullable String joined(String name) {
        String once = name.replaceAll("\\.{2,}", ".").replaceAll("^\\.|\\.$", "");
        return once.isEmpty() ? null : once;
    }

    private static String hostOfUrl(String url) {
        String rest = SCHEME.matcher(url).replaceFirst("");
        String authority = rest.split("[/?#]", 2)[0];
        String afterUser = authority.substring(authority.lastIndexOf('@') + 1);
        var port = PORT.matcher(afterUser);
        return port.matches() ? port.group(1) : afterUser;
    }

    /// Where not one dot was typed, the blanks stand for them: `smtp gmail com`.
    private static String dotted(String typed) {
        var text = new StringBuilder();
        boolean gap = false;
        for (int c : typed.codePoints().toArray()) {
            if (blank(c)) {
                gap = !text.isEmpty();
            } else {
                text.append(gap ? "." : "").appendCodePoint(c);
                gap = false;
            }
        }
        return text.toString();
    }

    /// No-break and other typographic blanks included.
    private static boolean blank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /// Zero-width, direction and other format characters, soft hyphen, byte order mark, control characters.
    private static boolean invisible(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || (type == Character.CONTROL && !Character.isWhitespace(c));
    }

    private static String remove(String text, IntPredicate unwanted) {
        return text.codePoints().filter(c -> !unwanted.test(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /// A suggestion is only given when it is usable itself.
    private static HostName slip(HostName.Kind kind, String typed, @Nullable String suggestion) {
        return new HostName.Slip(kind, typed, Optional.ofNullable(suggestion)
                .filter(meant -> !meant.equals(typed) && read(meant) instanceof HostName.Usable));
    }
}
