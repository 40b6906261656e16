package org.mailmedic.report.pdf;

import java.io.IOException;
import org.mailmedic.report.Tone;
import org.mailmedic.report.pdf.PdfPaper.Colour;

/// A disc with its sign; what it means stands beside it in words.
final class PdfMark {
    private PdfMark() {}

    /// @param size of the disc, in points
    static void draw(PdfPaper paper, Tone tone, float x, float top, float size) throws IOException {
        float u = size / 20;
        if (tone == Tone.QUIET) {
            paper.tile(x, top, size, size, size, Colour.WHITE);
            paper.frame(x + 0.5f, top + 0.5f, size - 1, size - 1, size, Colour.LINE);
            return;
        }
        paper.tile(x, top, size, size, size, Colour.of(tone));
        switch (tone) {
            case FINE -> paper.strokes(1.8f * u, Colour.WHITE, x + 6 * u, top + 10.4f * u, x + 9 * u,
                    top + 13.3f * u, x + 14.2f * u, top + 7 * u);
            case BROKEN -> {
                paper.strokes(1.8f * u, Colour.WHITE, x + 7 * u, top + 7 * u, x + 13 * u, top + 13 * u);
                paper.strokes(1.8f * u, Colour.WHITE, x + 13 * u, top + 7 * u, x + 7 * u, top + 13 * u);
            }
            case CAUTION -> {
                paper.strokes(2 * u, Colour.WHITE, x + 10 * u, top + 5.6f * u, x + 10 * u, top + 10.8f * u);
                paper.strokes(2.2f * u, Colour.WHITE, x + 10 * u, top + 14 * u, x + 10 * u, top + 14.05f * u);
            }
            case QUIET -> { }
        }
    }
}
