package org.mailmedic.explain.bounce;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import org.mailmedic.explain.text.CleanText;
import org.mailmedic.explain.text.PastedBytes;

/// Takes the words out of rich text; where a page of the web was put into it (\[MS-OXRTFEX\]), the page is taken out first.
final class RichText {
    /// Groups that hold no words of the message.
    private static final Set<String> ASIDE = Set.of("fonttbl", "colortbl", "stylesheet", "info", "pict", "header", "footer", "themedata",
            "listtable", "generator", "mhtmltag", "object");
    private static final int DEEPEST = 200;
    private static final Charset WESTERN = PastedBytes.charset("windows-1252").orElse(StandardCharsets.ISO_8859_1);

    /// What holds until a group ends.
    ///
    /// @param aside whether it holds no words
    /// @param rich  whether it is only for programs that show no pages of the web
    /// @param after how many letters stand behind a character for programs that do not know it
    private record Group(boolean aside, boolean rich, int after) {}

    private final byte[] rtf;
    private final int most;
    private final StringBuilder words = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Deque<Group> outer = new ArrayDeque<>();
    private Group group = new Group(false, false, 1);
    private Charset page = WESTERN;
    private boolean web;
    private boolean optional;
    private int at;
    private int skip;

    private RichText(byte[] rtf, int most) {
        this.rtf = rtf;
        this.most = most;
    }

    /// @param most what is beyond is left out
    static String of(byte[] rtf, int most) {
        var text = new RichText(rtf, most);
        text.read();
        String read = text.words.toString();
        return text.web ? CleanText.of("<br><br>" + read).text().strip() : read.strip();
    }

    private void read() {
        while (at < rtf.length && words.length() < most) {
            char c = (char) (rtf[at++] & 0xff);
            switch (c) {
                case '{' -> open();
                case '}' -> close();
                case '\\' -> control();
                case '\r', '\n' -> { }
                default -> letter(c);
            }
        }
        decode();
    }

    private void open() {
        if (outer.size() < DEEPEST) {
            outer.push(group);
        }
        skip = 0;
    }

    private void close() {
        decode();
        if (!outer.isEmpty()) {
            group = outer.pop();
        }
        skip = 0;
        optional = false;
    }

    private boolean quiet() {
        return group.aside() || group.rich();
    }

    private void letter(char c) {
        optional = false;
        if (skip > 0) {
            skip--;
        } else if (!quiet()) {
            bytes.write(c);
        }
    }

    private void say(String text) {
        decode();
        if (!quiet()) {
            words.append(text);
        }
    }

    private void decode() {
        if (bytes.size() > 0) {
            words.append(bytes.toString(page));
            bytes.reset();
        }
    }

    /// What begins with a backslash: a word with a number, or one letter.
    private void control() {
        if (at >= rtf.length) {
            return;
        }
        char c = (char) (rtf[at] & 0xff);
        if (!letters(c)) {
            at++;
            symbol(c);
            return;
        }
        int from = at;
        while (at < rtf.length && letters((char) rtf[at]) && at - from < 32) {
            at++;
        }
        String word = new String(rtf, from, at - from, StandardCharsets.US_ASCII);
        Optional<Integer> number = number();
        if (at < rtf.length && rtf[at] == ' ') {
            at++;
        }
        word(word, number);
    }

    private static boolean letters(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private Optional<Integer> number() {
        int from = at;
        if (at < rtf.length && rtf[at] == '-') {
            at++;
        }
        while (at < rtf.length && rtf[at] >= '0' && rtf[at] <= '9' && at - from < 8) {
            at++;
        }
        String digits = new String(rtf, from, at - from, StandardCharsets.US_ASCII);
        return digits.isEmpty() || digits.equals("-") ? Optional.empty() : Optional.of(Integer.valueOf(digits));
    }

    private void symbol(char c) {
        switch (c) {
            case '\'' -> {
                int high = at < rtf.length ? Character.digit(rtf[at], 16) : -1;
                int low = at + 1 < rtf.length ? Character.digit(rtf[at + 1], 16) : -1;
                at = Math.min(rtf.length, at + 2);
                if (high >= 0 && low >= 0) {
                    letter((char) (high * 16 + low));
                }
            }
            case '*' -> optional = true;
            case '~' -> say(" ");
            case '_' -> say("-");
            case '\r', '\n' -> say("\n");
            case '{', '}', '\\' -> letter(c);
            default -> { }
        }
    }

    private void word(String word, Optional<Integer> number) {
        boolean unknown = optional;
        optional = false;
        switch (word) {
            case "par", "line", "row", "sect", "page" -> say("\n");
            case "tab", "cell" -> say("\t");
            case "u" -> {
                number.ifPresent(point -> say(Character.toString((char) (point & 0xffff))));
                skip = group.after();
            }
            case "uc" -> group = new Group(group.aside(), group.rich(), Math.clamp(number.orElse(1), 0, 9));
            case "ansicpg" -> page = number.flatMap(each -> PastedBytes.charset(each == 65001 ? "UTF-8" : "windows-" + each)).orElse(page);
            case "fromhtml" -> web = true;
            case "htmlrtf" -> {
                decode();
                group = new Group(group.aside(), number.orElse(1) != 0, group.after());
            }
            case "htmltag" -> decode();
            case "lquote", "rquote" -> say("'");
            case "ldblquote", "rdblquote" -> say("\"");
            case "endash", "emdash" -> say("-");
            case "bullet" -> say("*");
            default -> {
                if (unknown || ASIDE.contains(word)) {
                    decode();
                    group = new Group(true, group.rich(), group.after());
                }
            }
        }
    }
}
