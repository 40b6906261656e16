package org.mailmedic.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.mailmedic.advice.PlainText;

/// One typeface, embedded as far as it is used. What it cannot draw is spelled out, so that any text at all can be set. Not thread-safe.
final class PdfFont {
    private static final int MOST_LINES = 400;
    private static final float UNITS = 1000f;
    private static final String MARKS = "»:;!?";
    private static final Set<String> UNITS_OF_MEASURE = Set.of("ms", "s", "min", "h", "d", "%", "kB", "MB", "GB", "ko", "Mo", "Go", "KB");

    private final PDType0Font font;
    private final CmapLookup glyphs;
    private final Map<Integer, Float> widths = new HashMap<>();

    private PdfFont(PDType0Font font, CmapLookup glyphs) {
        this.font = font;
        this.glyphs = glyphs;
    }

    /// @param name file name of a bundled typeface
    static PdfFont load(PDDocument document, String name) throws IOException {
        try (var in = PdfFont.class.getResourceAsStream("/org/mailmedic/font/" + name)) {
            TrueTypeFont ttf = new TTFParser().parse(new RandomAccessReadBuffer(in));
            // Character for character, so that what is copied is what was written; and a hundred times faster.
            ttf.setEnableGsub(false);
            return new PdfFont(PDType0Font.load(document, ttf, true), ttf.getUnicodeCmapLookup());
        }
    }

    PDType0Font font() {
        return font;
    }

    /// Inert, and of characters that the typeface has.
    String drawable(String text) {
        var drawable = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n') {
                drawable.append(' ');
            } else if (!PlainText.dangerous(c) && glyphs.getGlyphId(c) > 0) {
                drawable.appendCodePoint(c);
            } else {
                drawable.append(String.format(c < 0x10000 ? "\\u%04x" : "\\u{%x}", c));
            }
        });
        return drawable.toString();
    }

    /// In points; for drawable text.
    float width(String text, float size) {
        float units = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            units += width(c);
            i += Character.charCount(c);
        }
        return units * size / UNITS;
    }

    private float width(int c) {
        return widths.computeIfAbsent(c, each -> {
            try {
                return font.getStringWidth(Character.toString(each));
            } catch (IOException | IllegalArgumentException unknown) {
                return UNITS;
            }
        });
    }

    /// Drawable lines no wider than `room`, with the line breaks of the text; words wider than a line are cut, and what is longer than a
    /// few
    /// pages ends in an ellipsis.
    List<String> lines(String text, float size, float room) {
        var lines = new ArrayList<String>();
        for (String paragraph : text.split("\n", -1)) {
            paragraph(drawable(paragraph), size, room, lines);
            if (lines.size() > MOST_LINES) {
                var cut = new ArrayList<>(lines.subList(0, MOST_LINES));
                cut.add("…");
                return cut;
            }
        }
        return lines;
    }

    /// What must not be parted by the end of a line: words, with what belongs to them although a blank stands between, as French has it
    /// inside of quotation marks and before marks, and every language between a number and its unit.
    private static List<String> words(String paragraph) {
        var words = new ArrayList<String>();
        for (String word : paragraph.split(" ")) {
            String before = words.isEmpty() ? "" : words.getLast();
            if (!before.isEmpty() && !word.isEmpty() && together(before, word)) {
                words.set(words.size() - 1, before + " " + word);
            } else {
                words.add(word);
            }
        }
        return words;
    }

    private static boolean together(String before, String after) {
        return before.endsWith("«") || MARKS.indexOf(after.charAt(0)) >= 0 && after.codePoints().noneMatch(Character::isLetterOrDigit)
                || Character.isDigit(before.charAt(before.length() - 1))
                && UNITS_OF_MEASURE.contains(after.replaceFirst("[.,;:!?)]+$", ""));
    }

    private void paragraph(String paragraph, float size, float room, List<String> lines) {
        var line = new StringBuilder();
        float used = 0;
        float blank = width(' ') * size / UNITS;
        for (String word : words(paragraph)) {
            float wide = width(word, size);
            if (!line.isEmpty() && used + blank + wide > room) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            if (!line.isEmpty()) {
                line.append(' ');
                used += blank;
            }
            if (wide <= room) {
                line.append(word);
                used += wide;
                continue;
            }
            for (int i = 0; i < word.length(); ) {
                int c = word.codePointAt(i);
                float next = width(c) * size / UNITS;
                if (!line.isEmpty() && used + next > room) {
                    lines.add(line.toString());
                    line.setLength(0);
                    used = 0;
                }
                line.appendCodePoint(c);
                used += next;
                i += Character.charCount(c);
            }
        }
        lines.add(line.toString());
    }
}
