package org.mailmedic.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.mailmedic.report.Tone;

/// Pages that fill from the top. Lengths are points; heights count downwards from the top of the page. Not thread-safe.
final class PdfPaper {
    static final float LEFT = 48;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
    private static final float TOP = 48;
    private static final float BOTTOM = 60;
    private static final float HEIGHT = PDRectangle.A4.getHeight();
    /// How far below the top of its line a text stands, in parts of its size.
    private static final float ASCENT = 0.93f;
    /// The control points of a quarter of a circle.
    private static final float ROUND = 0.5523f;

    private final PDDocument document;
    private final PdfTags tags;
    private final List<PDPage> pages = new ArrayList<>();
    private PDPageContentStream ink;
    private float y;

    PdfPaper(PDDocument document, PdfTags tags) throws IOException {
        this.document = document;
        this.tags = tags;
        turn();
    }

    /// Goes on at the top of a new page.
    void turn() throws IOException {
        if (ink != null) {
            ink.close();
        }
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        tags.page(page, pages.size());
        pages.add(page);
        ink = new PDPageContentStream(document, page, AppendMode.OVERWRITE, true);
        y = TOP;
    }

    /// Turns the page when less than `height` is left on it.
    void need(float height) throws IOException {
        if (y + height > HEIGHT - BOTTOM && y > TOP) {
            turn();
        }
    }

    void down(float height) {
        y += height;
    }

    /// Whether nothing is on the page yet.
    boolean fresh() {
        return y <= TOP;
    }

    /// What is left of the page.
    float room() {
        return HEIGHT - BOTTOM - y;
    }

    float y() {
        return y;
    }

    /// Text of the element that is open. One line; see [PdfFont#lines].
    ///
    /// @param top of the line on the page
    void text(String drawable, PdfFont type, float size, Colour colour, float x, float top) throws IOException {
        if (drawable.isBlank()) {
            return;
        }
        ink.beginMarkedContent(tags.type(), tags.next(pages.getLast()));
        write(drawable, type, size, colour, x, top);
        ink.endMarkedContent();
    }

    private void write(String drawable, PdfFont type, float size, Colour colour, float x, float top) throws IOException {
        fill(colour);
        ink.beginText();
        ink.setFont(type.font(), size);
        ink.newLineAtOffset(x, HEIGHT - top - size * ASCENT);
        ink.showText(drawable);
        ink.endText();
    }

    /// A filled rectangle with round corners; decoration.
    void tile(float x, float top, float width, float height, float radius, Colour colour) throws IOException {
        artifact();
        fill(colour);
        outline(x, top, width, height, Math.min(radius, Math.min(width, height) / 2));
        ink.fill();
        ink.endMarkedContent();
    }

    /// The edge of such a rectangle.
    void frame(float x, float top, float width, float height, float radius, Colour colour) throws IOException {
        artifact();
        stroke(colour, 0.75f);
        outline(x, top, width, height, Math.min(radius, Math.min(width, height) / 2));
        ink.stroke();
        ink.endMarkedContent();
    }

    void line(float x1, float y1, float x2, float y2, float thickness, Colour colour, boolean dashed) throws IOException {
        artifact();
        stroke(colour, thickness);
        ink.setLineDashPattern(dashed ? new float[] {4, 3} : new float[] {}, 0);
        ink.moveTo(x1, HEIGHT - y1);
        ink.lineTo(x2, HEIGHT - y2);
        ink.stroke();
        ink.setLineDashPattern(new float[] {}, 0);
        ink.endMarkedContent();
    }

    /// Joined lines, as icons are drawn: pairs of x and y.
    void strokes(float thickness, Colour colour, float... points) throws IOException {
        artifact();
        stroke(colour, thickness);
        ink.setLineCapStyle(1);
        ink.setLineJoinStyle(1);
        ink.moveTo(points[0], HEIGHT - points[1]);
        for (int i = 2; i < points.length; i += 2) {
            ink.lineTo(points[i], HEIGHT - points[i + 1]);
        }
        ink.stroke();
        ink.endMarkedContent();
    }

    private void outline(float x, float top, float width, float height, float r) throws IOException {
        float bottom = HEIGHT - top - height;
        float right = x + width;
        float above = HEIGHT - top;
        float c = r * (1 - ROUND);
        ink.moveTo(x + r, bottom);
        ink.lineTo(right - r, bottom);
        ink.curveTo(right - c, bottom, right, bottom + c, right, bottom + r);
        ink.lineTo(right, above - r);
        ink.curveTo(right, above - c, right - c, above, right - r, above);
        ink.lineTo(x + r, above);
        ink.curveTo(x + c, above, x, above - c, x, above - r);
        ink.lineTo(x, bottom + r);
        ink.curveTo(x, bottom + c, x + c, bottom, x + r, bottom);
        ink.closePath();
    }

    private void artifact() throws IOException {
        ink.beginMarkedContent(COSName.ARTIFACT);
    }

    private void fill(Colour colour) throws IOException {
        ink.setNonStrokingColor(colour.red(), colour.green(), colour.blue());
    }

    private void stroke(Colour colour, float thickness) throws IOException {
        ink.setStrokingColor(colour.red(), colour.green(), colour.blue());
        ink.setLineWidth(thickness);
    }

    /// Writes below each page where in the whole it is, and ends the pages.
    ///
    /// @param feet one drawable line for each page
    void finish(IntFunction<String> feet, String left, PdfFont type) throws IOException {
        ink.close();
        for (int i = 0; i < pages.size(); i++) {
            ink = new PDPageContentStream(document, pages.get(i), AppendMode.APPEND, true, true);
            artifact();
            String foot = type.drawable(feet.apply(i + 1));
            write(foot, type, 8, Colour.QUIET, LEFT + WIDTH - type.width(foot, 8), HEIGHT - 36);
            write(left, type, 8, Colour.QUIET, LEFT, HEIGHT - 36);
            ink.endMarkedContent();
            ink.close();
        }
    }

    int pages() {
        return pages.size();
    }

    /// The colours of the light look: paper is white.
    enum Colour {
        TEXT(0x1b2027), QUIET(0x56606c), LINE(0xdfe3e8), GROUND(0xf6f7f9), WHITE(0xffffff), ACCENT(0x2457c5), ACCENT_TINT(0xeaf0fc),
        FINE(0x187a47), FINE_TINT(0xe6f4ec), CAUTION(0x8a5a00), CAUTION_TINT(0xfdf3dc), BROKEN(0xb42318);

        private final int rgb;

        Colour(int rgb) {
            this.rgb = rgb;
        }

        static Colour of(Tone tone) {
            return switch (tone) {
                case FINE -> FINE;
                case CAUTION -> CAUTION;
                case BROKEN -> BROKEN;
                case QUIET -> LINE;
            };
        }

        float red() {
            return (rgb >> 16) / 255f;
        }

        float green() {
            return (rgb >> 8 & 0xff) / 255f;
        }

        float blue() {
            return (rgb & 0xff) / 255f;
        }
    }
}
