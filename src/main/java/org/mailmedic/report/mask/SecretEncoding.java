package org.mailmedic.report.mask;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One way in which a text may be wrapped up, undone wherever it occurs; the rest of the text stays. Linear in the text.
enum SecretEncoding {
    /// `%4b` (RFC 3986 §2.1)
    PERCENT,
    /// the same with `+` for a blank (HTML forms)
    FORM,
    /// `&amp;` `&#75;` `&#x4b;`
    ENTITY,
    /// `\n` `\u004b` `\x4b` `\113`, as in JSON and many languages
    BACKSLASH,
    /// `=4B` (RFC 2045 §6.7)
    QUOTED_PRINTABLE,
    /// `0x4b, 0x75`
    NUMBERS,
    /// all of those but [#FORM]
    ESCAPES,
    /// two digits a byte without anything between
    HEX,
    /// both alphabets (RFC 4648 §4, §5)
    BASE64,
    /// RFC 4648 §6
    BASE32;

    private static final int SHORTEST_HEX = 8;
    private static final int SHORTEST_BLOB = 11;

    /// @return null when nothing of the kind is in it
    @Nullable DecodedView undo(DecodedView view) {
        return switch (this) {
            case HEX -> runs(view, SHORTEST_HEX);
            case BASE64, BASE32 -> runs(view, SHORTEST_BLOB);
            case PERCENT, FORM, ENTITY, BACKSLASH, QUOTED_PRINTABLE, NUMBERS, ESCAPES -> escapes(view);
        };
    }

    /// Most texts have none: they are not copied to find that out.
    private boolean maybe(DecodedView view) {
        for (int i = 0; i < view.length(); i++) {
            boolean sign = switch (view.at(i)) {
                case '%' -> is(PERCENT) || this == FORM;
                case '+' -> this == FORM;
                case '&' -> is(ENTITY);
                case '\\' -> is(BACKSLASH);
                case '=' -> is(QUOTED_PRINTABLE);
                case '0' -> is(NUMBERS) && i + 1 < view.length() && (view.at(i + 1) | 0x20) == 'x';
                default -> false;
            };
            if (sign) {
                return true;
            }
        }
        return false;
    }

    private boolean maybeRun(DecodedView view, int shortest) {
        int run = 0;
        for (int i = 0; i < view.length(); i++) {
            run = value(view.at(i)) >= 0 ? run + 1 : run > 0 && view.at(i) == '\n' ? run + 1 : 0;
            if (run >= shortest) {
                return true;
            }
        }
        return false;
    }

    private @Nullable DecodedView escapes(DecodedView view) {
        if (!maybe(view)) {
            return null;
        }
        var undone = new Bytes(view.length());
        boolean changed = false;
        for (int i = 0; i < view.length(); ) {
            int end = one(view, i, undone);
            if (end > i) {
                changed = true;
                i = end;
            } else {
                undone.literal(view.at(i), view.from(i), view.to(i));
                i++;
            }
        }
        return changed ? undone.view() : null;
    }

    /// Undoes what begins at `at`.
    ///
    /// @return its end, `at` itself when nothing does
    private int one(DecodedView view, int at, Bytes undone) {
        return switch (view.at(at)) {
            case '%' -> is(PERCENT) || this == FORM ? percent(view, at, undone) : at;
            case '+' -> {
                if (this == FORM) {
                    undone.literal(' ', view.from(at), view.to(at));
                    yield at + 1;
                }
                yield at;
            }
            case '&' -> is(ENTITY) ? entity(view, at, undone) : at;
            case '\\' -> is(BACKSLASH) ? backslash(view, at, undone) : at;
            case '=' -> is(QUOTED_PRINTABLE) ? printable(view, at, undone) : at;
            case '0' -> is(NUMBERS) ? number(view, at, undone) : at;
            default -> at;
        };
    }

    private boolean is(SecretEncoding kind) {
        return this == kind || this == ESCAPES;
    }

    private static int percent(DecodedView view, int at, Bytes undone) {
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

    private static int entity(DecodedView view, int at, Bytes undone) {
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
            undone.literal(unit, view.from(at), view.to(end));
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

    private static int backslash(DecodedView view, int at, Bytes undone) {
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
        undone.literal((char) means, view.from(at), view.to(at + 1));
        return at + 2;
    }

    /// The digits are capitals; a soft break of a line means nothing.
    private static int printable(DecodedView view, int at, Bytes undone) {
        int value = hex(view, at + 1, 2);
        if (value < 0 || Character.isLowerCase(view.at(at + 1)) || Character.isLowerCase(view.at(at + 2))) {
            return at;
        }
        undone.add(value, false, view.from(at), view.to(at + 2));
        return at + 3;
    }

    private static int number(DecodedView view, int at, Bytes undone) {
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

    private @Nullable DecodedView runs(DecodedView view, int shortest) {
        if (!maybeRun(view, shortest)) {
            return null;
        }
        var undone = new Bytes(view.length());
        boolean changed = false;
        int at = 0;
        while (at < view.length()) {
            int end = at;
            while (end < view.length() && (value(view.at(end)) >= 0 || end > at && view.at(end) == '\n')) {
                end++;
            }
            if (end - at >= shortest && decode(view, at, end, undone)) {
                changed = true;
                at = end;
            } else {
                end = Math.max(end, at + 1);
                for (; at < end; at++) {
                    undone.literal(view.at(at), view.from(at), view.to(at));
                }
            }
        }
        return changed ? undone.view() : null;
    }

    /// The whole run stands for each of its bytes, since its neighbours share their bits; of hexadecimal only the pair does.
    ///
    /// @return false when what comes out is no text, so that the run was an ordinary word
    private boolean decode(DecodedView view, int start, int end, Bytes undone) {
        int bits = this == HEX ? 4 : this == BASE32 ? 5 : 6;
        var bytes = new byte[(end - start) * bits / 8];
        var ends = new int[bytes.length];
        int count = 0;
        int waiting = 0;
        int have = 0;
        for (int i = start; i < end; i++) {
            if (view.at(i) != '\n') {
                waiting = waiting << bits | value(view.at(i));
                have += bits;
                if (have >= 8) {
                    have -= 8;
                    ends[count] = i;
                    bytes[count++] = (byte) (waiting >> have);
                }
            }
        }
        if (!text(bytes, count)) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            int first = i == 0 ? start : ends[i - 1] + 1;
            undone.add(bytes[i] & 0xff, false, view.from(this == HEX ? first : start), view.to(this == HEX ? ends[i] : end - 1));
        }
        return true;
    }

    /// Whether most of it can be read; NUL and \u0001 stand in what sign-in says.
    private static boolean text(byte[] bytes, int count) {
        String text = new String(bytes, 0, count, StandardCharsets.UTF_8);
        long strange = text.chars().filter(c -> c == 0xfffd || c > 1 && c < ' ' && c != '\t' && c != '\r' && c != '\n').count();
        return count > 0 && 5 * strange <= text.length();
    }

    private int value(char c) {
        if (c >= 128) {
            return -1;
        }
        return switch (this) {
            case HEX -> Character.digit(c, 16);
            case BASE32 -> c >= 'A' && c <= 'Z' ? c - 'A' : c >= 'a' && c <= 'z' ? c - 'a' : c >= '2' && c <= '7' ? c - '2' + 26 : -1;
            case BASE64, PERCENT, FORM, ENTITY, BACKSLASH, QUOTED_PRINTABLE, NUMBERS, ESCAPES -> c >= 'A' && c <= 'Z' ? c - 'A'
                    : c >= 'a' && c <= 'z' ? c - 'a' + 26 : c >= '0' && c <= '9' ? c - '0' + 52
                    : c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
        };
    }

    /// Puts bytes that follow each other together to characters: UTF-8 where they are that, else one each.
    private static final class Bytes {
        private final DecodedView view;
        private final List<int[]> pending = new ArrayList<>();

        Bytes(int capacity) {
            view = new DecodedView(capacity);
        }

        void add(int value, boolean character, int from, int to) {
            if (character || value < 0x80) {
                flush();
                view.add((char) value, from, to);
            } else {
                pending.add(new int[] {value, from, to});
            }
        }

        void literal(char c, int from, int to) {
            flush();
            view.add(c, from, to);
        }

        DecodedView view() {
            flush();
            return view;
        }

        private void flush() {
            if (pending.isEmpty()) {
                return;
            }
            for (int i = 0; i < pending.size(); ) {
                int lead = pending.get(i)[0];
                int count = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
                String text = i + count <= pending.size() ? utf8(i, count) : "\uFFFD";
                if (text.indexOf('\uFFFD') >= 0) {
                    view.add((char) lead, pending.get(i)[1], pending.get(i)[2]);
                    i++;
                    continue;
                }
                for (char unit : text.toCharArray()) {
                    view.add(unit, pending.get(i)[1], pending.get(i + count - 1)[2]);
                }
                i += count;
            }
            pending.clear();
        }

        private String utf8(int start, int count) {
            var bytes = new byte[count];
            for (int i = 0; i < count; i++) {
                bytes[i] = (byte) pending.get(start + i)[0];
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
