package org.mailmedic.report.mask;

import org.jspecify.annotations.Nullable;

/// A text in which single characters are written by a sign and their number or name.
final class EscapedText {
    private EscapedText() {}

    /// @param kind which of them are undone
    /// @return null when nothing of the kind is in it
    static @Nullable DecodedView undo(SecretEncoding kind, DecodedView view) {
        DecodedBytes undone = null;
        int copied = 0;
        for (int i = 0; i < view.length(); ) {
            int end = i;
            if (sign(kind, view, i)) {
                // most texts have no sign in them: they are not copied to find that out
                undone = undone == null ? new DecodedBytes(view.length()) : undone;
                undone.literal(view, copied, i);
                copied = i;
                end = one(view, i, undone);
            }
            if (end > i) {
                i = end;
                copied = end;
            } else {
                i++;
            }
        }
        if (undone == null) {
            return null;
        }
        undone.literal(view, copied, view.length());
        return undone.changed() ? undone.view() : null;
    }

    /// Whether something of this kind may begin at `at`.
    private static boolean sign(SecretEncoding kind, DecodedView view, int at) {
        return switch (view.at(at)) {
            case '%' -> kind == SecretEncoding.FORM || is(kind, SecretEncoding.PERCENT);
            case '+' -> kind == SecretEncoding.FORM;
            case '&' -> is(kind, SecretEncoding.ENTITY);
            case '\\' -> is(kind, SecretEncoding.BACKSLASH);
            case '=' -> is(kind, SecretEncoding.QUOTED_PRINTABLE);
            case '0' -> is(kind, SecretEncoding.NUMBERS) && at + 1 < view.length() && (view.at(at + 1) | 0x20) == 'x';
            default -> false;
        };
    }

    private static boolean is(SecretEncoding kind, SecretEncoding wanted) {
        return kind == wanted || kind == SecretEncoding.ESCAPES;
    }

    /// Undoes what begins at `at`, where a sign is.
    ///
    /// @return its end, `at` itself when nothing does
    private static int one(DecodedView view, int at, DecodedBytes undone) {
        return switch (view.at(at)) {
            case '%' -> percent(view, at, undone);
            case '+' -> {
                undone.character(' ', view.from(at), view.to(at));
                yield at + 1;
            }
            case '&' -> entity(view, at, undone);
            case '\\' -> backslash(view, at, undone);
            case '=' -> printable(view, at, undone);
            case '0' -> number(view, at, undone);
            default -> at;
        };
    }

    private static int percent(DecodedView view, int at, DecodedBytes undone) {
        boolean wide = at + 1 < view.length() && view.at(at + 1) == 'u';
        int start = wide ? at + 2 : at + 1;
        int value = hex(view, start, wide ? 4 : 2);
        if (value < 0) {
            return at;
        }
        int end = start + (wide ? 4 : 2);
        undone.add(value, wide, view.from(at), view.to(end - 1));
        return end;
    }

    private static int entity(DecodedView view, int at, DecodedBytes undone) {
        int end = at + 1;
        while (end < view.length() && end < at + 12 && view.at(end) != ';') {
            end++;
        }
        if (end >= view.length() || view.at(end) != ';') {
            return at;
        }
        var name = new StringBuilder();
        for (int i = at + 1; i < end; i++) {
            name.append(Character.toLowerCase(view.at(i)));
        }
        int value = switch (name.toString()) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> numbered(name);
        };
        if (value < 0) {
            return at;
        }
        for (char unit : Character.toChars(value)) {
            undone.character(unit, view.from(at), view.to(end));
        }
        return end + 1;
    }

    private static int numbered(CharSequence name) {
        if (name.length() < 2 || name.charAt(0) != '#') {
            return -1;
        }
        boolean hexadecimal = name.charAt(1) == 'x';
        int value = 0;
        for (int i = hexadecimal ? 2 : 1; i < name.length(); i++) {
            int digit = Character.digit(name.charAt(i), hexadecimal ? 16 : 10);
            value = digit < 0 ? -1 : value * (hexadecimal ? 16 : 10) + digit;
            if (value < 0 || value > Character.MAX_CODE_POINT) {
                return -1;
            }
        }
        return hexadecimal && name.length() == 2 ? -1 : value;
    }

    private static int backslash(DecodedView view, int at, DecodedBytes undone) {
        if (at + 1 >= view.length()) {
            return at;
        }
        char next = view.at(at + 1);
        if (next == 'u' || next == 'x') {
            int digits = next == 'u' ? 4 : 2;
            int value = hex(view, at + 2, digits);
            if (value < 0) {
                return at;
            }
            undone.add(value, next == 'u', view.from(at), view.to(at + 1 + digits));
            return at + 2 + digits;
        }
        if (next >= '0' && next <= '3') {
            int value = 0;
            for (int i = at + 1; i < at + 4; i++) {
                int digit = i < view.length() ? Character.digit(view.at(i), 8) : -1;
                if (digit < 0) {
                    return at;
                }
                value = value * 8 + digit;
            }
            undone.add(value, false, view.from(at), view.to(at + 3));
            return at + 4;
        }
        int means = switch (next) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '"', '\\', '/', '\'' -> next;
            default -> -1;
        };
        if (means < 0) {
            return at;
        }
        undone.character((char) means, view.from(at), view.to(at + 1));
        return at + 2;
    }

    /// The digits are capitals; a soft break of a line means nothing.
    private static int printable(DecodedView view, int at, DecodedBytes undone) {
        int value = hex(view, at + 1, 2);
        if (value < 0 || Character.isLowerCase(view.at(at + 1)) || Character.isLowerCase(view.at(at + 2))) {
            return at;
        }
        undone.add(value, false, view.from(at), view.to(at + 2));
        return at + 3;
    }

    private static int number(DecodedView view, int at, DecodedBytes undone) {
        if (at + 1 >= view.length() || Character.toLowerCase(view.at(at + 1)) != 'x') {
            return at;
        }
        int value = hex(view, at + 2, 2);
        if (value < 0) {
            return at;
        }
        int end = at + 4;
        undone.add(value, false, view.from(at), view.to(end - 1));
        while (end < view.length() && end < at + 7 && ",; ".indexOf(view.at(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static int hex(DecodedView view, int at, int digits) {
        if (at + digits > view.length()) {
            return -1;
        }
        int number = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = view.at(i) < 128 ? Character.digit(view.at(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            number = number * 16 + digit;
        }
        return number;
    }
}
