package org.mailmedic.report.text;

import java.util.ArrayList;
import java.util.List;

/// Breaks text into lines for a terminal. Widths are columns: East Asian characters take two, combining marks none.
public final class Wrap {
    private Wrap() {}

    /// `text` in lines of at most `width` columns; words wider than a line are cut. Line breaks in `text` are kept.
    public static List<String> lines(String text, int width) {
        var lines = new ArrayList<String>();
        for (String paragraph : text.split("\n", -1)) {
            paragraph(paragraph, width, lines);
        }
        return lines;
    }

    private static void paragraph(String paragraph, int width, List<String> lines) {
        var line = new StringBuilder();
        int used = 0;
        for (String word : paragraph.strip().split(" +")) {
            String rest = word;
            if (used > 0 && used + 1 + columns(rest) > width) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            while (columns(rest) > width) {
                int cut = fitting(rest, width);
                lines.add(rest.substring(0, cut));
                rest = rest.substring(cut);
            }
            if (used > 0) {
                line.append(' ');
                used++;
            }
            line.append(rest);
            used += columns(rest);
        }
        lines.add(line.toString());
    }

    private static int fitting(String word, int width) {
        int used = 0;
        int i = 0;
        while (i < word.length()) {
            int c = word.codePointAt(i);
            used += columns(c);
            if (used > width && i > 0) {
                break;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    public static int columns(String text) {
        return text.codePoints().map(Wrap::columns).sum();
    }

    private static int columns(int c) {
        if (c < 0x300) {
            return 1;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115f || c >= 0x2e80 && c <= 0xa4cf || c >= 0xac00 && c <= 0xd7a3 || c >= 0xf900 && c <= 0xfaff
                || c >= 0xfe30 && c <= 0xfe6f || c >= 0xff00 && c <= 0xff60 || c >= 0x1f300 && c <= 0x1faff || c >= 0x20000 && c <= 0x3fffd;
        return wide ? 2 : 1;
    }
}
