package org.mailmedic.report.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.mailmedic.report.Tone;
import org.mailmedic.report.pdf.PdfPaper.Colour;
import org.mailmedic.report.story.Story;
import org.mailmedic.report.story.Story.Block;
import org.mailmedic.report.story.Story.Section;

/// Sets a story on paper, block by block. Nothing is wider than the page, and whatever is higher goes on overleaf. Not thread-safe.
final class PdfPress {
    private static final float LEFT = PdfPaper.LEFT;
    private static final float CHART_ROW = 14;
    private static final float WIDTH = PdfPaper.WIDTH;
    static final float LEADING = 1.42f;
    private static final float BODY = 10;
    static final float SMALL = 8.5f;
    private static final float INDENT = 26;

    private final PdfPaper paper;
    private final PdfTags tags;
    private final PdfFont regular;
    private final PdfFont strong;
    private final PdfJourney journey;

    PdfPress(PdfPaper paper, PdfTags tags, PdfFont regular, PdfFont strong) {
        this.paper = paper;
        this.tags = tags;
        this.regular = regular;
        this.strong = strong;
        journey = new PdfJourney(paper, tags, regular, strong);
    }

    void owner(Story story) throws IOException {
        brand(story.program());
        badges(story);
        words("H1", story.headline(), strong, 21, Colour.TEXT, LEFT, WIDTH);
        paper.down(2);
        words("P", story.checked(), regular, 9, Colour.QUIET, LEFT, WIDTH);
        paper.down(10);
        words("P", story.summary(), regular, 11, Colour.TEXT, LEFT, WIDTH);
        paper.down(14);
        if (story.journey().isPresent()) {
            journey.set(story.journey().get());
        }
        for (Section section : story.owner()) {
            heading("H2", section.title(), 13);
            for (Block block : section.blocks()) {
                block(block);
            }
        }
    }

    void expert(Story story) throws IOException {
        words("H1", story.expertTitle(), strong, 17, Colour.TEXT, LEFT, WIDTH);
        words("P", story.expertIntro(), regular, 9, Colour.QUIET, LEFT, WIDTH);
        for (Section section : story.expert()) {
            heading("H2", section.title(), 13);
            for (Block block : section.blocks()) {
                block(block);
            }
        }
    }

    private void brand(String program) throws IOException {
        float top = paper.y();
        paper.tile(LEFT, top, 20, 20, 4.4f, Colour.ACCENT);
        paper.strokes(1.2f, Colour.WHITE, LEFT + 11, top + 14.6f, LEFT + 4.6f, top + 14.6f, LEFT + 4.6f, top + 5.4f, LEFT + 15.4f, top
                + 5.4f,
                LEFT + 15.4f, top + 9.5f);
        paper.strokes(1.2f, Colour.WHITE, LEFT + 5, top + 6, LEFT + 10, top + 10, LEFT + 15, top + 6);
        paper.strokes(1.2f, Colour.WHITE, LEFT + 12.4f, top + 13.6f, LEFT + 13.9f, top + 15.1f, LEFT + 16.6f, top + 12.2f);
        tags.open("P");
        paper.text(strong.drawable(program), strong, 11, Colour.TEXT, LEFT + 28, top + 3.5f);
        tags.close();
        paper.down(40);
    }

    private void badges(Story story) throws IOException {
        float x = LEFT;
        tags.open("P");
        for (int i = 0; i < story.badges().size(); i++) {
            String text = strong.drawable(story.badges().get(i));
            float width = Math.min(WIDTH, strong.width(text, 9) + 22);
            boolean leads = i == 0;
            boolean fine = story.tone() == Tone.FINE;
            if (leads) {
                paper.tile(x, paper.y(), width, 21, 10.5f, fine ? Colour.FINE_TINT : Colour.CAUTION_TINT);
            } else {
                paper.frame(x, paper.y(), width, 21, 10.5f, Colour.LINE);
            }
            paper.text(text, strong, 9, leads ? fine ? Colour.FINE : Colour.CAUTION : Colour.QUIET, x + 11, paper.y() + 5.2f);
            x += width + 8;
        }
        tags.close();
        paper.down(33);
    }

    private void heading(String type, String text, float size) throws IOException {
        paper.need(90);
        if (!paper.fresh()) {
            paper.down(20);
        }
        words(type, text, strong, size, Colour.TEXT, LEFT, WIDTH);
        paper.down(6);
    }

    private void block(Block block) throws IOException {
        switch (block) {
            case Block.Text(var text, var quiet) -> {
                words("P", text, regular, quiet ? 9 : BODY, quiet ? Colour.QUIET : Colour.TEXT, LEFT, WIDTH);
                paper.down(8);
            }
            case Block.Steps(var steps) -> steps(steps, BODY);
            case Block.Letter(var text) -> letter(text);
            case Block.Journey stations -> {
                journey.set(stations);
                paper.down(8);
            }
            case Block.Waterfall waterfall -> waterfall(waterfall);
            case Block.Attempts attempts -> attempts(attempts);
            case Block.Finding finding -> finding(finding);
            case Block.Table table -> table(table);
            case Block.Dialogue(var lines) -> dialogue(lines);
        }
    }

    /// An element of lines, which may go on overleaf.
    private void words(String type, String text, PdfFont face, float size, Colour colour, float x, float room) throws IOException {
        if (text.isBlank()) {
            return;
        }
        tags.open(type);
        for (String line : face.lines(text, size, room)) {
            paper.need(size * LEADING);
            paper.text(line, face, size, colour, x, paper.y());
            paper.down(line.isEmpty() ? size * 0.7f : size * LEADING);
        }
        tags.close();
    }

    private void steps(List<String> steps, float size) throws IOException {
        tags.open("L");
        for (int i = 0; i < steps.size(); i++) {
            paper.need(size * LEADING * 2);
            if (i > 0) {
                paper.line(LEFT, paper.y(), LEFT + WIDTH, paper.y(), 0.5f, Colour.LINE, false);
                paper.down(7);
            }
            tags.open("LI");
            String number = Integer.toString(i + 1);
            paper.tile(LEFT, paper.y() - 1.5f, 17, 17, 5, Colour.ACCENT_TINT);
            tags.open("Lbl");
            paper.text(number, strong, 9, Colour.ACCENT, LEFT + 8.5f - strong.width(number, 9) / 2, paper.y() + 1.6f);
            tags.close();
            words("LBody", steps.get(i), regular, size, Colour.TEXT, LEFT + INDENT, WIDTH - INDENT);
            tags.close();
            paper.down(6);
        }
        tags.close();
    }

    private void letter(String text) throws IOException {
        tags.open("BlockQuote");
        float size = 9.5f;
        strip(10);
        for (String line : regular.lines(text, size, WIDTH - 32)) {
            float height = line.isEmpty() ? size * 0.8f : size * LEADING;
            paper.need(height);
            paper.tile(LEFT, paper.y() - 0.2f, WIDTH, height + 0.4f, 0, Colour.GROUND);
            paper.text(line, regular, size, Colour.TEXT, LEFT + 16, paper.y());
            paper.down(height);
        }
        strip(10);
        tags.close();
    }

    private void strip(float height) throws IOException {
        paper.need(height * 2);
        paper.tile(LEFT, paper.y() - 0.2f, WIDTH, height + 0.4f, 0, Colour.GROUND);
        paper.down(height);
    }

    /// A row of a chart, opened with its name before the lane.
    ///
    /// @return its upper edge
    private float openRow(String name, float names) throws IOException {
        paper.need(CHART_ROW);
        float top = paper.y();
        tags.open("TR");
        tags.open("TH");
        tags.heads(PDTableAttributeObject.SCOPE_ROW);
        paper.text(first(name, SMALL, names - 8), regular, SMALL, Colour.TEXT, LEFT, top);
        tags.close();
        return top;
    }

    private void waterfall(Block.Waterfall waterfall) throws IOException {
        float names = WIDTH * 0.40f;
        float lane = WIDTH * 0.45f;
        float right = LEFT + WIDTH;
        tags.open("Table");
        for (var bar : waterfall.bars()) {
            float top = openRow(bar.name(), names);
            double start = Math.clamp(bar.startMs() / waterfall.totalMs(), 0, 0.995);
            double width = Math.clamp(bar.durationMs() / waterfall.totalMs(), 0.005, 1 - start);
            paper.tile(LEFT + names, top + 1, lane, 8, 2, Colour.GROUND);
            paper.tile(LEFT + names + (float) start * lane, top + 1, (float) width * lane, 8, 2, Colour.of(bar.tone()));
            PdfMark.draw(paper, bar.tone(), LEFT + names + lane + 8, top + 0.5f, 9);
            String duration = regular.drawable(bar.duration());
            tags.open("TD");
            paper.text(duration, regular, SMALL, Colour.TEXT, right - regular.width(duration, SMALL), top);
            tags.close();
            tags.close();
            paper.down(CHART_ROW);
        }
        tags.close();
    }

    private void attempts(Block.Attempts attempts) throws IOException {
        float names = WIDTH * 0.18f;
        float lane = WIDTH * 0.40f;
        words("P", attempts.legend().sent() + " · " + attempts.legend().deferred() + " · " + attempts.legend().bounced(), regular, 9,
                Colour.QUIET, LEFT, WIDTH);
        tags.open("Table");
        for (var row : attempts.rows()) {
            float top = openRow(row.at(), names);
            float x = LEFT + names;
            float one = lane / attempts.most();
            paper.tile(x, top + 1, lane, 8, 2, Colour.GROUND);
            x = bar(x, top, row.sent() * one, Colour.FINE);
            x = bar(x, top, row.deferred() * one, Colour.CAUTION);
            bar(x, top, row.bounced() * one, Colour.BROKEN);
            String said = row.words() + (row.began() ? " · " + attempts.legend().began() : "");
            tags.open("TD");
            paper.text(first(said, SMALL, WIDTH - names - lane - 10), regular, SMALL, Colour.TEXT, LEFT + names + lane + 10, top);
            tags.close();
            tags.close();
            paper.down(CHART_ROW);
        }
        tags.close();
    }

    private float bar(float x, float top, float width, Colour colour) throws IOException {
        if (width > 0) {
            paper.tile(x, top + 1, width, 8, 0, colour);
        }
        return x + width;
    }

    private String first(String text, float size, float room) {
        var lines = regular.lines(text, size, room);
        return lines.size() == 1 ? lines.getFirst() : regular.lines(text, size, room - size).getFirst() + "…";
    }

    private void finding(Block.Finding finding) throws IOException {
        paper.need(60);
        PdfMark.draw(paper, finding.tone(), LEFT, paper.y() + 0.5f, 13);
        words("H3", finding.title(), strong, 11, Colour.TEXT, LEFT + 20, WIDTH - 20);
        words("P", finding.facts(), regular, 9, Colour.QUIET, LEFT + 20, WIDTH - 20);
        paper.down(3);
        words("P", finding.summary(), regular, BODY, Colour.TEXT, LEFT + 20, WIDTH - 20);
        paper.down(4);
        if (!finding.steps().isEmpty()) {
            tags.open("L");
            for (String step : finding.steps()) {
                tags.open("LI");
                paper.need(BODY * LEADING);
                tags.open("Lbl");
                paper.text("–", regular, BODY, Colour.QUIET, LEFT + 20, paper.y());
                tags.close();
                words("LBody", step, regular, BODY, Colour.TEXT, LEFT + 32, WIDTH - 32);
                tags.close();
            }
            tags.close();
        }
        if (!finding.evidence().isEmpty()) {
            tags.open("L");
            for (var cell : finding.evidence()) {
                paper.need(SMALL * LEADING);
                if (cell.tone() != null) {
                    PdfMark.draw(paper, cell.tone(), LEFT + 20, paper.y() + 0.8f, 9);
                }
                tags.open("LI");
                words("LBody", cell.text(), regular, SMALL, Colour.TEXT, LEFT + 34, WIDTH - 34);
                tags.close();
            }
            tags.close();
        }
        paper.down(10);
    }

    private void table(Block.Table table) throws IOException {
        if (!table.name().isEmpty() && table.head().isEmpty()) {
            paper.need(50);
            words("H3", table.name(), strong, BODY, Colour.TEXT, LEFT, WIDTH);
        }
        new PdfTable(paper, tags, regular).set(table);
    }

    private void dialogue(List<Block.Said> lines) throws IOException {
        tags.open("L");
        for (var said : lines) {
            boolean ours = said.who().equals("client");
            boolean theirs = said.who().equals("server");
            Colour colour = ours ? Colour.ACCENT : theirs ? Colour.TEXT : Colour.QUIET;
            paper.need(SMALL * LEADING);
            tags.open("LI");
            tags.open("Lbl");
            String at = regular.drawable(said.at());
            paper.text(at, regular, SMALL, Colour.QUIET, LEFT + 38 - regular.width(at, SMALL), paper.y());
            paper.text(regular.drawable(said.whoInWords()), regular, SMALL, ours ? Colour.ACCENT : Colour.QUIET, LEFT + 48, paper.y());
            tags.close();
            words("LBody", said.text().isEmpty() ? " " : said.text(), regular, SMALL, colour, LEFT + 90, WIDTH - 90);
            if (said.text().isBlank()) {
                paper.down(SMALL * LEADING);
            }
            tags.close();
        }
        tags.close();
    }
}
