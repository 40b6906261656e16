package org.mailmedic.ui.page;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.report.JsonReport;
import org.mailmedic.report.Masking;
import org.mailmedic.report.Opening;
import org.mailmedic.report.Report;
import org.mailmedic.report.ReportReader;
import org.mailmedic.report.Self;
import org.mailmedic.ui.Samples;
import org.mailmedic.ui.part.Texts;

final class SaveModelTest {
    private static final String USER = "u48151623";
    private final FakeDialogs dialogs = new FakeDialogs();
    @TempDir
    private Path folder;

    @Test
    void thePreviewIsWhatIsWrittenLetterByLetter() throws IOException {
        for (SaveModel.Form form : SaveModel.Form.values()) {
            SaveModel model = model(Shown.fresh(report("mail.gmx.net"), List.of()));
            model.formProperty().set(form);
            Path file = folder.resolve("x" + form);
            dialogs.answer = Optional.of(file);
            model.save();
            assertEquals(model.text(), Files.readString(file));
            assertEquals(model.previewProperty().get(), Files.readAllLines(file));
            assertEquals("Saved as x" + form + ".", model.noticeProperty().get());
        }
    }

    @Test
    void everythingIsMaskedUntilItIsSwitchedOff() {
        SaveModel model = model(Shown.fresh(report("mail.gmx.net"), List.of()));
        assertFalse(model.text().contains(USER));
        model.mask(Masking.Kind.USER, false);
        assertTrue(model.text().contains(USER));
        assertTrue(model.masks(Masking.Kind.ADDRESSES));
    }

    @Test
    void aSavedReportOpensAgain() {
        SaveModel model = model(Shown.fresh(report("mail.gmx.net"), List.of()));
        Opening.Opened opened = (Opening.Opened) ReportReader.read(model.text().getBytes(StandardCharsets.UTF_8));
        assertEquals(Opening.Digest.MATCHES, opened.digest());
        assertEquals("Your network blocks the mail door 587", opened.report().headline().orElseThrow().title());
    }

    @Test
    void anOpenedReportKeepsWhatThisVersionDoesNotKnow() {
        String foreign = JsonReport.write(report("mail.gmx.net")).replaceFirst("\\{", "{\n  \"from_the_future\": \"kept\",");
        Opening.Opened opened = (Opening.Opened) ReportReader.read(foreign.getBytes(StandardCharsets.UTF_8));
        SaveModel model = model(new Shown(opened.report(), List.of(), Optional.of(new Shown.File("x", opened))));
        assertTrue(model.text().contains("from_the_future"));
        assertFalse(model.text().contains(USER));
    }

    @Test
    void theProposedNameIsHarmlessWhateverTheHost() {
        for (String host : List.of("mail.gmx.net", "../../etc/passwd", "a/b\\c:d*?", "x".repeat(300), "")) {
            model(Shown.fresh(report(host), List.of())).save();
            String name = dialogs.proposed.getLast();
            assertTrue(name.matches("mail-medic-[A-Za-z0-9.-]{0,70}2026-11-20-1302\\.mailmedic\\.json"), name);
            assertFalse(name.contains(".."), name);
        }
        assertEquals("mail-medic-mail.gmx.net-2026-11-20-1302.mailmedic.json", dialogs.proposed.getFirst());
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() {
        SaveModel model = model(Shown.fresh(report("mail.gmx.net"), List.of()));
        dialogs.answer = Optional.of(folder.resolve("none/x.mailmedic.json"));
        model.save();
        assertEquals("x.mailmedic.json could not be written there. Choose another folder.", model.noticeProperty().get());
    }

    private SaveModel model(Shown shown) {
        return new SaveModel(shown, new SaveModel.Needs(dialogs, Runnable::run, Runnable::run, Self.UNKNOWN, Locale.ENGLISH, ZoneOffset.UTC,
                Texts.in(Locale.ENGLISH)), () -> { });
    }

    private static Report report(String host) {
        Report one = Samples.blocked();
        Map<String, Object> settings = new LinkedHashMap<>(Map.of("port", 587, "user", USER));
        settings.put("host", host);
        return new Report(one.id(), one.created(), one.tool(), settings, one.outcome(), one.diagnoses(), one.warnings(), one.stages(), one.evidence(),
                one.transcript(), one.totalMs());
    }
}
