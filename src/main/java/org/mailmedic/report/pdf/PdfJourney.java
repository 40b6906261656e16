package org.mailmedic.report.pdf;

import java.io.IOException;
import java.util.List;
import org.mailmedic.report.Tone;
import org.mailmedic.report.pdf.PdfPaper.Colour;
import org.mailmedic.report.story.Story.Block;

/// The stations of a journey side by side, joined by a line that breaks where mail did. Not thread-safe.
final class PdfJourney {
    private static final float LEFT = PdfPaper.LEFT;
    private static final float WIDTH = PdfPaper.WIDTH;
    private static final int MOST_IN_A_ROW = 10;
    private static final float USUAL = 7.5f;
    /// Names of ten stations side by side.
    private static final float CROWDED = 6.8f;

    private final PdfPaper paper;
    private final PdfTags tags;
    private final PdfFont regular;
    private final PdfFont strong;

    PdfJourney(PdfPaper paper, PdfTags tags, PdfFont regular, PdfFont strong) {
        this.paper = paper;
        this.tags = tags;
        this.regular = regular;
        this.strong = strong;
    }

    void set(Block.Journey journey) throws IOException {
        for (int from = 0; from < journey.stations().size(); from += MOST_IN_A_ROW) {
            row(journey.stations().subList(from, Math.min(from + MOST_IN_A_ROW, journey.stations().size())));
        }
    }

    private void row(List<Block.Station> stations) throws IOException {
        paper.need(90);
        float each = WIDTH / stations.size();
        float top = paper.y();
        for (int i = 1; i < stations.size(); i++) {
            Tone tone = stations.get(i).tone();
            paper.line(LEFT + each * (i - 0.5f) + 11, top + 10, LEFT + each * (i + 0.5f) - 11, top + 10, 2,
                    tone == Tone.BROKEN ? Colour.BROKEN : tone == Tone.QUIET ? Colour.LINE : Colour.FINE, tone == Tone.BROKEN);
        }
        float lowest = 0;
        tags.open("L");
        for (int i = 0; i < stations.size(); i++) {
            var station = stations.get(i);
            float middle = LEFT + each * (i + 0.5f);
            PdfMark.draw(paper, station.tone(), middle - 10, top, 20);
            tags.open("LI");
            tags.open("LBody");
            float y = centred(station.name(), strong, Colour.TEXT, middle, each - 2, top + 26);
            y = centred(station.note(), regular, station.tone() == Tone.BROKEN ? Colour.BROKEN : Colour.QUIET, middle, each - 2, y);
            tags.close();
            tags.close();
            lowest = Math.max(lowest, y);
        }
        tags.close();
        paper.down(lowest - top + 2);
    }

    private float centred(String text, PdfFont face, Colour colour, float middle, float room, float top) throws IOException {
        float y = top;
        float size = room < 56 ? CROWDED : USUAL;
        for (String line : face.lines(text, size, room).stream().limit(4).toList()) {
            paper.text(line, face, size, colour, middle - face.width(line, size) / 2, y);
            y += size * 1.3f;
        }
        return y;
    }
}
