/// A page in the making. Texts given to it are escaped; lines are taken as they are.
final class Roff {
    /// What mandoc lets a line have, which counts a letter beyond ASCII as it is written for roff: `\[u00E4]`.
    private static final int WIDTH = 80;
    private static final int LETTER = 8;

    private final StringBuilder page = new StringBuilder();

    void line(String roff) {
        page.append(roff).append('\n');
    }

    void heading(String words) {
        line(".SH " + words);
    }

    /// Breaks the words into lines, as people do who write such pages by hand; `man` fills them again.
    void text(String words) {
        var line = new StringBuilder();
        for (var word : words.split(" ")) {
            if (!line.isEmpty() && width(line + " " + word) > WIDTH) {
                line(escape(line.toString()));
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        line(escape(line.toString()));
    }

    private static int width(String words) {
        return escape(words).chars().map(letter -> letter < 128 ? 1 : LETTER).sum();
    }

    void item(String term, String words) {
        line(".TP");
        line(term);
        text(words);
    }

    /// A backslash starts a command, a bare hyphen may be typeset as something that cannot be typed, and a dot or a quote begins a macro at
    /// the line's start. A space that must not end a line is one of roff's own.
    static String escape(String words) {
        var escaped = words.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
                .replace("\u00a0", "\\ ").replace("\u202f", "\\ ");
        return escaped.startsWith(".") ? "\\&" + escaped : escaped;
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
