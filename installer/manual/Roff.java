/// A page in the making. Texts given to it are escaped; lines are taken as they are.
final class Roff {
    /// Below mandoc's 80, with room for what escaping adds.
    private static final int WIDTH = 68;

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
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                line(escape(line.toString()));
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        line(escape(line.toString()));
    }

    void item(String term, String words) {
        line(".TP");
        line(term);
        text(words);
    }

    /// A backslash starts a command, a bare hyphen may be typeset as something that cannot be typed, and a dot or a quote begins a macro at
    /// the line's start.
    static String escape(String words) {
        var escaped = words.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq");
        return escaped.startsWith(".") ? "\\&" + escaped : escaped;
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
