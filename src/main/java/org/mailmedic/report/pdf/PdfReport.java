package org.mailmedic.report.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.mailmedic.advice.PlainText;
import org.mailmedic.advice.TextBook;
import org.mailmedic.report.Report;
import org.mailmedic.report.story.Story;
import org.mailmedic.report.story.StoryTeller;

/// The report as a PDF: the same story as [HtmlReport], with embedded typefaces, tags, a title and a language. Any text can
/// be set. Immutable.
public final class PdfReport {
    private final StoryTeller teller;
    private final TextBook book;
    /// The library's own remarks are nobody's business, and the terminal's second stream is for people. Held, or the setting would be lost.
    private final Logger library = Logger.getLogger("org.apache.pdfbox");

    /// @param zone of the times shown
    public PdfReport(Locale language, ZoneId zone) {
        teller = new StoryTeller(language, zone);
        book = TextBook.open("report", language);
        library.setLevel(Level.OFF);
    }

    public byte[] write(Report report) {
        Story story = teller.tell(report);
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            PdfFacts.write(story, report.created(), document);
            var tags = new PdfTags(document);
            var regular = PdfFont.load(document, "Inter-Regular.ttf");
            var strong = PdfFont.load(document, "Inter-SemiBold.ttf");
            var paper = new PdfPaper(document, tags);
            var press = new PdfPress(paper, tags, regular, strong);
            press.owner(story);
            paper.turn();
            press.expert(story);
            int pages = paper.pages();
            String footer = regular.drawable(PlainText.of(story.footer(), 100));
            paper.finish(page -> book.get("page", Map.of("page", page, "pages", pages)), footer, regular);
            tags.finish();
            document.save(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
        return bytes.toByteArray();
    }
}
