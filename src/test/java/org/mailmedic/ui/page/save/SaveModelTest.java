package org.mailmedic.ui.page.save;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.report.Report;
import org.mailmedic.report.json.JsonReport;
import org.mailmedic.report.json.OpenedReport;
import org.mailmedic.report.json.ReportReader;
import org.mailmedic.report.mask.Masking;
import org.mailmedic.report.mask.OwnNames;
import org.mailmedic.ui.Samples;
import org.mailmedic.ui.page.FakeDialogs;
import org.mailmedic.ui.page.ShownReport;
import org.mailmedic.ui.part.Texts;

final class SaveModelTest {
    private static final String USER = "u48151623";
    private final FakeDialogs dialogs = new FakeDialogs();
    @TempDir
    private Path folder;

    @Test
    void thePreviewIsWhatIsWrittenLetterByLetter() throws IOException {
        for (SaveModel.Form form : SaveModel.Form.values()) {
            SaveModel model = model(ShownReport.fresh(report("mail.gmx.net"), List.of()));
            model.formProperty().set(form);
            Path file = folder.resolve("x" + form);
            dialogs.answer = Optional.of(file);
            model.save();
            assertArrayEquals(model.bytes(), Files.readAllBytes(file));
            if (form.literal()) {
                assertEquals(model.previewProperty().get(), Files.readAllLines(file));
            }
            assertEquals("Saved as x" + form + " in " + folder + ".", model.noticeProperty().get());
        }
    }

    @Test
    void everythingIsMaskedUntilItIsSwitchedOff() {
        SaveModel model = model(ShownReport.fresh(report("mail.gmx.net"), List.of()));
        assertFalse(text(model).contains(USER));
        model.mask(Masking.Kind.USER, false);
        assertTrue(text(model).contains(USER));
        assertTrue(model.masks(Masking.Kind.ADDRESSES));
    }

    @Test
    void aSavedReportOpensAgain() {
        SaveModel model = model(ShownReport.fresh(report("mail.gmx.net"), List.of()));
        OpenedReport.Opened opened = (OpenedReport.Opened) ReportReader.read(model.bytes());
        assertEquals(OpenedReport.Digest.MATCHES, opened.digest());
        assertEquals("Your network blocks the mail door 587", opened.report().headline().orElseThrow().title());
    }

    @Test
    void anOpenedReportKeepsWhatThisVersionDoesNotKnow() {
        String foreign = JsonReport.write(report("mail.gmx.net")).replaceFirst("\\{", "{\n  \"from_the_future\": \"kept\",");
        OpenedReport.Opened opened = (OpenedReport.Opened) ReportReader.read(foreign.getBytes(StandardCharsets.UTF_8));
        SaveModel model = model(new ShownReport(opened.report(), List.of(), Optional.of(new ShownReport.File("x", opened))));
        assertTrue(text(model).contains("from_the_future"));
        assertFalse(text(model).contains(USER));
    }

    @Test
    void theProposedNameIsHarmlessWhateverTheHost() {
        for (String host : List.of("mail.gmx.net", "../../etc/passwd", "a/b\\c:d*?", "x".repeat(300), "")) {
            model(ShownReport.fresh(report(host), List.of())).save();
            String name = dialogs.proposed.getLast();
            assertTrue(name.matches("mail-medic-[A-Za-z0-9.-]{0,70}2026-11-20-1302\\.mailmedic\\.json"), name);
            assertFalse(name.contains(".."), name);
        }
        assertEquals("mail-medic-mail.gmx.net-2026-11-20-1302.mailmedic.json", dialogs.proposed.getFirst());
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() {
        SaveModel model = model(ShownReport.fresh(report("mail.gmx.net"), List.of()));
        dialogs.answer = Optional.of(folder.resolve("none/x.mailmedic.json"));
        model.save();
        assertEquals("x.mailmedic.json could not be written there. What was there before is unchanged. Choose another folder, or free "
                + "some space.", model.noticeProperty().get());
    }

    @Test
    void ofAFormWithLooksEveryWordIsShownBefore() throws IOException {
        SaveModel model = model(ShownReport.fresh(report("mail.gmx.net"), List.of()));
        model.formProperty().set(SaveModel.Form.PDF);
        try (var pdf = Loader.loadPDF(model.bytes())) {
            Set<String> shown = Set.copyOf(words(String.join(" ", model.previewProperty().get())));
            List<String> unseen = words(new PDFTextStripper().getText(pdf).replaceAll("Page \\d+ of \\d+", " ")).stream()
                    .filter(word -> !shown.contains(word)).toList();
            assertEquals(List.of(), unseen);
            assertTrue(shown.size() > 100, "there is something to compare");
        }
        assertFalse(String.join(" ", model.previewProperty().get()).contains(USER));
        model.formProperty().set(SaveModel.Form.HTML);
        assertTrue(text(model).startsWith("<!DOCTYPE html>"));
        model.mask(Masking.Kind.USER, false);
        assertEquals(text(model).contains(USER), String.join(" ", model.previewProperty().get()).contains(USER));
    }

    /// Letters and digits alone, since a line may break after any other character.
    private static List<String> words(String text) {
        return Pattern.compile("[^\\p{L}\\p{N}]+").splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    }

    private static String text(SaveModel model) {
        return new String(model.bytes(), StandardCharsets.UTF_8);
    }

    private SaveModel fresh(ShownReport shown) {
        return new SaveModel(shown, new SaveModel.Needs(dialogs, Runnable::run, Runnable::run, OwnNames.UNKNOWN, ZoneOffset.UTC,
                Texts.in(Locale.ENGLISH)), () -> { });
    }

    /// About to write the whole report.
    private SaveModel model(ShownReport shown) {
        SaveModel model = fresh(shown);
        model.formProperty().set(SaveModel.Form.JSON);
        return model;
    }

    @Test
    void whatPeopleReadComesFirst() {
        assertEquals(SaveModel.Form.PDF, fresh(ShownReport.fresh(report("mail.gmx.net"), List.of())).formProperty().get());
    }

    @Test
    void aSavedTextEndsWithoutACommandLinesWords() {
        SaveModel model = fresh(ShownReport.fresh(report("mail.gmx.net"), List.of()));
        model.formProperty().set(SaveModel.Form.TEXT);
        assertFalse(text(model).contains("--format"), text(model));
    }

    private static Report report(String host) {
        Report one = Samples.blocked();
        Map<String, Object> settings = new LinkedHashMap<>(Map.of("port", 587, "user", USER));
        settings.put("host", host);
        return new Report(one.id(), one.created(), one.tool(), settings, one.outcome(), one.diagnoses(), one.warnings(), one.stages(),
                one.evidence(),
                one.transcript(), one.totalMs());
    }
}
