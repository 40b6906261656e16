package org.mailmedic.discover.paste.taking;

import java.util.regex.Pattern;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.settings.HostName;

/// What may stand in a field that is shown. A torn text can put anything into any field, a password too: what cannot belong there is
/// cut off, while slips that a person makes stay to be pointed out.
final class FieldBounds {
    private static final int LONGEST_PORT = 12;
    private static final int LONGEST_NAME = 120;
    private static final String NEVER_IN_HOSTS = "=;,{}|\\#$&*!";
    private static final String NEVER_IN_NAMES = ":=;,{}";
    /// Common in passwords and in no user name that is not an address (whose local part may hold any of them, RFC 5321 §4.1.2).
    private static final String ODD_IN_NAMES = "#$&*^?!%`~|<>";

    /// A slip to be mended, and no list: what stands behind the comma is an ending that every mail domain may have.
    private static final Pattern COMMA_FOR_DOT = Pattern.compile("[^\\s@:=;,{}]{1,64}@[A-Za-z0-9.-]{1,100},(?:com|net|org|info|eu|de|at|ch"
            + "|fr|be|es|it|br|com\\.br|nl|uk|co\\.uk|us|io)", Pattern.CASE_INSENSITIVE);

    private FieldBounds() {}

    static String fitting(SlipField field, String text) {
        return switch (field) {
            case HOST -> host(text);
            case PORT -> text.substring(0, Math.min(text.length(), LONGEST_PORT));
            case USER, FROM, TO -> name(text);
            case SECURITY, PASSWORD -> text;
        };
    }

    /// Blanks, schemes, ports and addresses stay: they are slips to be mended.
    private static String host(String text) {
        if (HostName.read(text) instanceof HostName.Usable) {
            return text;
        }
        String cut = upTo(Math.min(first(text, NEVER_IN_HOSTS), strangeColon(text)), text);
        boolean blanksOnly = HostName.read(cut.replaceAll("\\s", "")) instanceof HostName.Usable;
        return blanksOnly ? cut : upTo(innerBlank(cut), cut);
    }

    /// A colon that belongs to no scheme, no port and no `user:password@`.
    private static int strangeColon(String text) {
        for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
            boolean scheme = text.startsWith("//", colon + 1);
            boolean port = colon + 1 < text.length() && Character.isDigit(text.charAt(colon + 1)) && text.substring(colon + 1)
                    .length() <= LONGEST_PORT;
            if (!scheme && !port && text.indexOf('@', colon) < 0) {
                return colon;
            }
        }
        return text.length();
    }

    private static String name(String text) {
        if (COMMA_FOR_DOT.matcher(text.strip()).matches()) {
            return text.strip();
        }
        int open = text.lastIndexOf('<');
        if (open > 0 && text.endsWith(">") && first(text.substring(0, open), "%{}$") < open) {
            // a name that is made elsewhere
            return name(text.substring(open + 1, text.length() - 1));
        }
        boolean odd = text.indexOf('@') < 0 && first(text, ODD_IN_NAMES) < text.length();
        return odd ? "" : upTo(Math.min(Math.min(first(text, NEVER_IN_NAMES), behindAddress(text)), LONGEST_NAME), text);
    }

    /// Where the word ends that holds the `@`: a name may stand before an address, nothing behind it but blanks, which are a slip.
    private static int behindAddress(String text) {
        int at = text.indexOf('@');
        while (at >= 0 && at < text.length() && !Character.isWhitespace(text.charAt(at)) && text.charAt(at) != '(') {
            at++;
        }
        return at < 0 || text.substring(at).isBlank() ? text.length() : at;
    }

    private static int innerBlank(String text) {
        int at = 0;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int first(String text, String marks) {
        int at = 0;
        while (at < text.length() && marks.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static String upTo(int end, String text) {
        return text.substring(0, Math.min(end, text.length()));
    }
}
