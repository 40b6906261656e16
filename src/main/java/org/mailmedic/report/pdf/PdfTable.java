package org.mailmedic.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.jspecify.annotations.Nullable;
import org.mailmedic.report.Tone;
import org.mailmedic.report.pdf.PdfPaper.Colour;
import org.mailmedic.report.story.Story.Block;

/// Sets a table, as wide as the page; rows go on overleaf. Not thread-safe.
final class PdfTable {
    private static final float LEFT = PdfPaper.LEFT;
    private static final float WIDTH = PdfPaper.WIDTH;
    private static final float LEADING = PdfPress.LEADING;
    private static final float SMALL = PdfPress.SMALL;
    /// How far a cell's words stand behind the left edge of its mark.
    private static final float MARKED = 13;

    private final PdfPaper paper;
    private final PdfTags tags;
    private final PdfFont regular;

    PdfTable(PdfPaper paper, PdfTags tags, PdfFont regular) {
        this.paper = paper;
        this.tags = tags;
        this.regular = regular;
    }

    /// The rows; what the table is called stands above it already.
    void set(Block.Table table) throws IOException {
        int columns = Stream.concat(Stream.of(table.head()), table.rows().stream()).mapToInt(List::size).max().orElse(0);
        float[] widths = widths(columns, table.head().isEmpty());
        tags.open("Table");
        if (!table.head().isEmpty()) {
            row(table.head().stream().map(Block.Cell::of).toList(), widths, Colour.QUIET, true);
        }
        for (var cells : table.rows()) {
            paper.need(SMALL * LEADING + 6);
            paper.line(LEFT, paper.y(), LEFT + WIDTH, paper.y(), 0.5f, Colour.LINE, false);
            paper.down(3);
            row(cells, widths, Colour.TEXT, false);
            paper.down(3);
        }
        tags.close();
        paper.down(8);
    }

    private static float[] widths(int columns, boolean facts) {
        float[] parts = switch (columns) {
            case 2 -> facts ? new float[] {0.26f, 0.74f} : new float[] {0.5f, 0.5f};
            case 3 -> new float[] {0.27f, 0.27f, 0.46f};
            case 4 -> new float[] {0.24f, 0.26f, 0.38f, 0.12f};
            default -> null;
        };
        float[] widths = new float[columns];
        for (int i = 0; i < columns; i++) {
            widths[i] = WIDTH * (parts == null ? 1f / columns : parts[i]);
        }
        return widths;
    }

    /// With a cell in every column. A row that is higher than what is left of the page is set as rows of one line each.
    private void row(List<Block.Cell> cells, float[] widths, Colour colour, boolean heads) throws IOException {
        var whole = new ArrayList<>(cells);
        while (whole.size() < widths.length) {
            whole.add(Block.Cell.of(""));
        }
        var columns = new ArrayList<List<String>>();
        int most = 0;
        for (int i = 0; i < widths.length; i++) {
            float room = widths[i] - 10 - (whole.get(i).tone() == null ? 0 : MARKED);
            columns.add(regular.lines(whole.get(i).text(), SMALL, room));
            most = Math.max(most, columns.getLast().size());
        }
        boolean fits = paper.room() >= most * SMALL * LEADING;
        int step = fits ? most : 1;
        for (int from = 0; from < most; from += step) {
            paper.need(step * SMALL * LEADING);
            tags.open("TR");
            float x = LEFT;
            for (int i = 0; i < widths.length; i++) {
                List<String> lines = columns.get(i);
                tags.open(heads || i == 0 ? "TH" : "TD");
                if (heads || i == 0) {
                    tags.heads(heads ? PDTableAttributeObject.SCOPE_COLUMN : PDTableAttributeObject.SCOPE_ROW);
                }
                var here = lines.subList(Math.min(from, lines.size()), Math.min(from + step, lines.size()));
                cell(whole.get(i).tone(), from == 0, here, colour, x);
                tags.close();
                x += widths[i];
            }
            tags.close();
            paper.down(step * SMALL * LEADING);
        }
    }

    private void cell(@Nullable Tone tone, boolean first, List<String> lines, Colour colour, float x) throws IOException {
        if (tone != null && first) {
            PdfMark.draw(paper, tone, x, paper.y() + 0.8f, 9);
        }
        float y = paper.y();
        for (String line : lines) {
            paper.text(line, regular, SMALL, colour, x + (tone == null ? 0 : MARKED), y);
            y += SMALL * LEADING;
        }
    }
}
