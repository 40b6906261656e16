package org.mailmedic.discover.paste.format;

import java.util.Optional;
import org.mailmedic.pasted.Snippet;

/// The parts that a line of a help page has: a bullet, a label, a separator and a value.
final class PageLine {
    private PageLine() {}

    /// A setting that is commented out; a mark in front of mere words makes a heading of them.
    static boolean remark(Snippet.Line line) {
        String text = line.text().stripLeading();
        boolean marked = text.startsWith("#") || text.startsWith(";") || text.startsWith("//") || text.startsWith("dnl ")
                || text.startsWith("<!--");
        return marked && (text.indexOf('=') >= 0 || text.indexOf('.') > 0 || text.indexOf(':') > 0 && text.indexOf(':') < text.length() - 1
                || text.indexOf('(') >= 0);
    }

    /// Without the bullet in front.
    static Snippet.Line bare(Snippet.Line line) {
        int at = 0;
        while (at < line.text().length() && " \t•*·–—-▪●○◦☑☐✓✔>".indexOf(line.text().charAt(at)) >= 0) {
            at++;
        }
        return line.from(at);
    }

    /// What stands in front of the separator; the whole line where there is none.
    static String label(String line) {
        int separator = separator(line);
        return separator < 0 ? line : line.substring(0, separator);
    }

    /// What stands behind the label.
    static Optional<String> value(String line) {
        int separator = separator(line);
        String value = separator < 0 ? "" : line.substring(separator + 1).strip();
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /// Where the label ends; -1 when there is none.
    static int separator(String line) {
        for (int i = 1; i < line.length(); i++) {
            if (":=\t|：".indexOf(line.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
