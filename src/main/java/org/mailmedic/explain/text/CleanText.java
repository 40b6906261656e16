package org.mailmedic.explain.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A pasted text without what only gets in the way: line ends of other systems, colours of a terminal, markup, escapes, quote marks and
/// the prefixes of container logs. Remembers for each character where it stood in the text as given. Immutable.
public final class CleanText {
    private static final Pattern MARKUP = Pattern.compile("</?(?:a|b|br|body|code|div|em|font|h[1-6]|head|hr|html|i|li|meta|ol|p|pre|sma"
            + "ll|span|strong"
            + "|table|tbody|td|th|thead|tr|tt|u|ul|img|center|blockquote|title)\\b[^<>\\n]{0,400}>", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOOKS_MARKED_UP = Pattern.compile("<(?:html|body|br|p|div|span|td|pre|table|li|b|strong|code)\\b[^<>\\n"
            + "]{0,200}>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,6}|#[xX][0-9a-fA-F]{1,6}|lt|gt|amp|quot|apos|nbsp|#39);");
    private static final Map<String, String> ENTITIES = Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'", "nbsp", " ");
    private static final Pattern UNICODE_ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
    /// A reply in a log of the World Wide Web's form, as Windows' SMTP service writes it: `550+5.7.1+Unable+to+relay`.
    private static final Pattern PLUSSED = Pattern.compile("(?<!\\S)[2-5]\\d\\d\\+\\S{3,1000}");
    private static final Pattern WINDOWS_LOG = Pattern.compile("\\bSMTPSVC|\\bOutboundConnection");
    /// What became of a delivery, as qmail-send writes it: `delivery 12: deferral: Connected_to_192.0.2.1_but_…/`.
    private static final Pattern QMAIL_REPORT = Pattern.compile("\\bdelivery \\d{1,10}: (?:success|deferral|failure): \\S{1,2000}");
    private static final Pattern QUOTED = Pattern.compile("^(?:> ?){1,100}");
    private static final Pattern NUMBERED = Pattern.compile("^\\s{0,6}(\\d{1,6})(?:[.:|)]\\s?|\\s{1,4}|\\t)(?=\\S|$)");
    private static final Pattern QP_SOFT = Pattern.compile("=\\n");
    private static final Pattern QP_BYTE = Pattern.compile("=(?:3D|20|C3|E2|[0-9A-F]{2}=[0-9A-F]{2})");

    private final String given;
    private final String text;
    private final int[] origin;

    private CleanText(String given, String text, int[] origin) {
        this.given = given;
        this.text = text;
        this.origin = origin;
    }

    public static CleanText of(String given) {
        CleanText plain = plain(given);
        CleanText unmarked = LOOKS_MARKED_UP.matcher(plain.text).results().limit(2).count() > 1 ? plain.withoutMarkup() : plain;
        CleanText unquoted = unmarked.withoutLinePrefixes();
        CleanText unescaped = unquoted.text.contains("\\") ? unquoted.unescaped() : unquoted;
        CleanText spaced = unescaped.text.contains("delivery ") ? unescaped.with(QMAIL_REPORT, '_') : unescaped;
        return WINDOWS_LOG.matcher(spaced.text).find() ? spaced.with(PLUSSED, '+') : spaced;
    }

    /// The text to read.
    public String text() {
        return text;
    }

    /// The same text without any cleaning beyond line ends, for what has its own structure, such as a mail.
    public static String withPlainLines(String given) {
        return given.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "");
    }

    /// Where the character at `place` of [#text] stood in the text as given, in code points.
    public int given(int place) {
        int at = Math.min(origin[Math.min(place, origin.length - 1)], given.length());
        return given.codePointCount(0, at);
    }

    /// Line ends, colours, zero bytes, invisible characters, blanks and quotes of word processors.
    private static CleanText plain(String given) {
        var out = new Builder(given.length());
        for (int i = 0; i < given.length(); i++) {
            char c = given.charAt(i);
            switch (c) {
                case '\r' -> {
                    if (i + 1 < given.length() && given.charAt(i + 1) == '\n') {
                        i++;
                    }
                    out.add('\n', i);
                }
                case '\u001b' -> i = sequence(given, i);
                case '\0', '\uFEFF', '\u200B', '\u200C', '\u200D', '\u2060', '\u00AD', '\u0007', '\b' -> { }
                case '\u00A0', '\u2007', '\u202F', '\u3000' -> out.add(' ', i);
                case '\u2018', '\u2019', '\u201A', '\u2032' -> out.add('\'', i);
                case '\u201C', '\u201D', '\u201E', '\u2033' -> out.add('"', i);
                case '\u2010', '\u2011', '\u2012', '\u2013' -> out.add('-', i);
                case '\u2028', '\u2029', '\u0085', '\u000B', '\u21B5', '\u23CE' -> out.add('\n', i);
                default -> out.add(c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c, i);
            }
        }
        return out.build(given);
    }

    /// The last character of a terminal's escape sequence (ECMA-48 §5.4): `ESC [ … letter`.
    private static int sequence(String text, int escape) {
        int at = escape + 1;
        if (at < text.length() && text.charAt(at) == '[') {
            at++;
            while (at < text.length() && at < escape + 24 && (Character.isDigit(text.charAt(at)) || ";?:".indexOf(text.charAt(at)) >= 0)) {
                at++;
            }
            return Math.min(at, text.length() - 1);
        }
        return escape;
    }

    private CleanText withoutMarkup() {
        var out = new Builder(text.length());
        Matcher markup = MARKUP.matcher(text);
        int from = 0;
        while (markup.find()) {
            out.copy(this, from, markup.start());
            String tag = markup.group().toLowerCase(Locale.ROOT);
            boolean breaks = tag.startsWith("<br") || tag.startsWith("</p") || tag.startsWith("</div") || tag.startsWith("</tr")
                    || tag.startsWith("</li") || tag.startsWith("<p") || tag.startsWith("</h");
            out.add(breaks ? '\n' : ' ', origin[markup.start()]);
            from = markup.end();
        }
        out.copy(this, from, text.length());
        return out.build(given).withoutEntities();
    }

    /// The same with blanks where a log writes another character in their place.
    private CleanText with(Pattern blankless, char blank) {
        return new CleanText(given,
                blankless.matcher(text).replaceAll(words -> Matcher.quoteReplacement(words.group().replace(blank, ' '))),
                origin);
    }

    private CleanText withoutEntities() {
        var out = new Builder(text.length());
        Matcher entity = ENTITY.matcher(text);
        int from = 0;
        while (entity.find()) {
            out.copy(this, from, entity.start());
            String name = entity.group(1);
            String said = name.startsWith("#") ? character(name) : ENTITIES.getOrDefault(name, " ");
            for (int i = 0; i < said.length(); i++) {
                out.add(said.charAt(i), origin[entity.start()]);
            }
            from = entity.end();
        }
        out.copy(this, from, text.length());
        return out.build(given);
    }

    private static String character(String name) {
        boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        int point = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        return Character.isValidCodePoint(point) && point >= ' ' ? Character.toString(point) : " ";
    }

    /// Quote marks of mail, and the line numbers of a paste site: only where nearly all lines have them.
    private CleanText withoutLinePrefixes() {
        List<String> lines = text.lines().limit(400).filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return this;
        }
        long quoted = lines.stream().filter(line -> line.startsWith(">") && !line.startsWith(">>>")).count();
        if (quoted * 2 > lines.size()) {
            return without(QUOTED);
        }
        return numbered(lines) ? without(NUMBERED) : this;
    }

    private static boolean numbered(List<String> lines) {
        int last = -1;
        int rising = 0;
        for (String line : lines) {
            Matcher number = NUMBERED.matcher(line);
            if (number.find()) {
                int here = Integer.parseInt(number.group(1));
                rising += here == last + 1 ? 1 : 0;
                last = here;
            }
        }
        return lines.size() >= 3 && rising >= (lines.size() - 1) * 4 / 5;
    }

    private CleanText without(Pattern prefix) {
        var out = new Builder(text.length());
        for (int start = 0; start <= text.length(); ) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            Matcher matcher = prefix.matcher(text.substring(start, Math.min(end, start + 200)));
            out.copy(this, matcher.find() ? start + matcher.end() : start, end);
            if (newline < 0) {
                break;
            }
            out.add('\n', origin[newline]);
            start = newline + 1;
        }
        return out.build(given);
    }

    /// `\n`, `\"`, `\/` and `\u00e9` of JSON and of programs that print strings with their escapes.
    private CleanText unescaped() {
        var out = new Builder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 >= text.length()) {
                out.add(c, origin[i]);
                continue;
            }
            char next = text.charAt(i + 1);
            char after = i + 2 < text.length() ? text.charAt(i + 2) : ' ';
            boolean path = Character.isLowerCase(after) && i > 0 && (text.charAt(i - 1) == ':'
                    || Character.isLetterOrDigit(text.charAt(i - 1)));
            if ((next == 'n' || next == 'r') && !path) {
                if (!(next == 'r' && after == '\\')) {
                    out.add('\n', origin[i]);
                }
                i++;
            } else if (next == 't' && !path) {
                out.add(' ', origin[i]);
                i++;
            } else if (next == '"' || next == '/' || next == '\'') {
                out.add(next, origin[i + 1]);
                i++;
            } else if (next == 'u' && i + 5 < text.length() && UNICODE_ESCAPE.matcher(text.substring(i, i + 6)).matches()) {
                out.add((char) Integer.parseInt(text.substring(i + 2, i + 6), 16), origin[i]);
                i += 5;
            } else {
                out.add(c, origin[i]);
            }
        }
        return out.build(given);
    }

    /// Whether a text is in quoted-printable (RFC 2045 §6.7), as the source of a mail shows it.
    public static boolean quotedPrintable(String text) {
        return QP_SOFT.matcher(text).find() && QP_BYTE.matcher(text).find() || QP_BYTE.matcher(text).results().limit(4).count() > 3;
    }

    /// The lines, each cut into stretches of at most `longest` characters.
    public List<Line> lines(int most, int longest) {
        var lines = new ArrayList<Line>();
        for (int start = 0; start < text.length() && lines.size() < most; ) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            for (int at = start; at < end && lines.size() < most; at += longest) {
                lines.add(new Line(at, text.substring(at, Math.min(end, at + longest))));
            }
            start = end + 1;
        }
        return lines;
    }

    /// @param at where it begins in [#text]
    public record Line(int at, String text) {}

    private static final class Builder {
        private final StringBuilder text;
        private int[] origin;

        Builder(int length) {
            text = new StringBuilder(length);
            origin = new int[length + 1];
        }

        void add(char c, int from) {
            if (text.length() + 1 >= origin.length) {
                origin = java.util.Arrays.copyOf(origin, origin.length * 2 + 16);
            }
            origin[text.length()] = from;
            text.append(c);
        }

        void copy(CleanText source, int from, int to) {
            for (int i = from; i < to; i++) {
                add(source.text.charAt(i), source.origin[i]);
            }
        }

        CleanText build(String given) {
            origin[text.length()] = given.length();
            return new CleanText(given, text.toString(), java.util.Arrays.copyOf(origin, text.length() + 1));
        }
    }
}
