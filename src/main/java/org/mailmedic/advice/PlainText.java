package org.mailmedic.advice;

/// Makes text from elsewhere harmless before a person sees it: one line, no control characters, no invisible or
/// direction-changing ones (Unicode category Cf, UTR 36 §3), bounded. Nothing is dropped silently: what cannot be shown is spelled out.
public final class PlainText {
    /// The most that a sentence takes of one fact, in characters.
    public static final int LONGEST = 300;
    private static final String MORE = "…";
    /// So much is given up for not cutting a word; where words are longer, they are cut.
    private static final int LAST_WORD = 24;

    private PlainText() {}

    /// `hostile` as one inert line of at most [#LONGEST] characters.
    public static String of(String hostile) {
        return of(hostile, LONGEST);
    }

    /// `hostile` as one inert line of at most `longest` characters, the last of them `…` when something is missing. A word is left out
    /// rather than cut.
    public static String of(String hostile, int longest) {
        var text = new StringBuilder();
        boolean blank = true;
        int i = 0;
        while (i < hostile.length() && text.length() <= longest) {
            int c = hostile.codePointAt(i);
            i += Character.charCount(c);
            if (isBlank(c)) {
                if (!blank) {
                    text.append(shown(c));
                }
                blank = true;
            } else {
                append(text, c);
                blank = false;
            }
        }
        int end = text.length();
        while (end > 0 && isBlank(text.charAt(end - 1))) {
            end--;
        }
        boolean whole = end <= longest && hostile.chars().skip(i).allMatch(PlainText::isBlank);
        return whole ? text.substring(0, end) : cut(text, longest);
    }

    /// `hostile` with its line breaks, each line inert and without a bound, for the dialogue and for letters.
    public static String lines(String hostile) {
        var text = new StringBuilder(hostile.length());
        hostile.codePoints().forEach(c -> {
            if (c == '\n' || c == ' ') {
                text.appendCodePoint(c);
            } else if (c != '\r') {
                append(text, isBlank(c) ? shown(c) : c);
            }
        });
        return text.toString();
    }

    /// True for what a terminal, a web page or an editor might obey instead of showing.
    public static boolean dangerous(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static void append(StringBuilder text, int c) {
        if (dangerous(c)) {
            text.append(c < 0x100 ? String.format("\\x%02x", c) : c < 0x10000 ? String.format("\\u%04x", c) : String.format("\\u{%x}", c));
        } else {
            text.appendCodePoint(c);
        }
    }

    /// One blank is like another, but that a line must not end at a no-break one, as before a colon in French.
    private static char shown(int blank) {
        return blank == '\u00a0' || blank == '\u202f' ? (char) blank : ' ';
    }

    private static boolean isBlank(int c) {
        return c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0x0b || Character.isSpaceChar(c);
    }

    private static String cut(StringBuilder text, int longest) {
        int end = Math.max(0, longest - MORE.length());
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        int word = end;
        while (word > 0 && end - word < LAST_WORD && !isBlank(text.charAt(word))) {
            word--;
        }
        // of what is short anyway, half a word tells more than none
        boolean between = word > longest / 2 && isBlank(text.charAt(word)) && !isBlank(text.charAt(word - 1));
        return text.substring(0, between ? word : end) + MORE;
    }
}
