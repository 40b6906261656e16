package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.report.Report;
import org.mailmedic.report.json.JsonReport;

/// Reports are saved, opened and dropped on the window.
final class ReportWalkTest extends WalkThrough {
    @TempDir
    private Path folder;

    @Test
    void aReportIsSavedMaskedAndOpenedAgain() throws IOException {
        Gestures.answer(window, Samples.blocked());
        Path file = folder.resolve("saved.mailmedic.json");
        window.dialogs.answer = Optional.of(file);
        robot.clickOn("Save report");
        assertEquals("Save report", hands().headline());
        robot.clickOn("#save-json");
        robot.clickOn("Save");
        assertTrue(hands().shows("Saved as saved.mailmedic.json in " + folder + "."));
        robot.clickOn("Back");
        assertEquals("Your network blocks the mail door 587", hands().headline());
        robot.clickOn("Start over");
        robot.clickOn("Open a saved report");
        assertEquals("Your network blocks the mail door 587", hands().headline());
        assertTrue(hands().shows("Saved report"), "it is marked as one from elsewhere");
        assertFalse(hands().shows("I changed something: check again"));
        robot.clickOn("Technical details");
        assertTrue(window.sees(() -> window.scene().lookup(".drawer").isVisible()));
    }

    @Test
    void theFormThatAnArrowKeyPicksIsTheFormThatIsSaved() throws IOException {
        Gestures.answer(window, Samples.blocked());
        Path file = folder.resolve("saved");
        window.dialogs.answer = Optional.of(file);
        robot.clickOn("Save report");
        robot.clickOn("#save-json");
        String first = window.sees(() -> window.scene().getFocusOwner().getId());
        hands().press(KeyCode.UP);
        String picked = window.sees(() -> window.scene().getFocusOwner().getId());
        assertNotEquals(first, picked);
        robot.clickOn("Save");
        assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).startsWith("{"), picked);
    }

    @Test
    void aFileThatIsNoReportGetsItsOneSentence() throws IOException {
        Path file = Files.writeString(folder.resolve("holiday.mailmedic.json"),
                "{\"format\": \"mailmedic-report\", \"version\": 1, \"id\"");
        window.does(() -> window.walk().openReport(file));
        assertEquals("This file can’t be shown", hands().headline());
        robot.clickOn("Back");
        assertEquals("What is happening with your mail?", hands().headline());
    }

    /// A report from elsewhere may hold any number of causes; a window of ten thousand parts would stand still.
    @Test
    void ofEndlessCausesAFewAreShown() {
        Report one = Samples.blocked();
        List<Report.Verdict> many = Collections.nCopies(10_000, one.diagnoses().getFirst());
        Gestures.answer(window, new Report(one.id(), one.created(), one.tool(), one.settings(), one.outcome(), many,
                one.warnings(), one.stages(), one.evidence(), one.transcript(), one.totalMs()));
        String rest = "9,969 more are in the report, which can be saved.";
        assertTrue(window.sees(() -> window.scene().getRoot().lookupAll(".label").stream()
                .anyMatch(label -> label instanceof Labeled words && rest.equals(words.getText()))));
        assertTrue(window.sees(() -> window.scene().getRoot().lookupAll(".label").size() < 1000));
    }

    /// Only the system can begin a real drag; what is done with the dropped files is all here.
    @Test
    void aDroppedFileIsOpenedAndTwoAreNot() throws IOException {
        Path file = Files.writeString(folder.resolve("sent.mailmedic.json"), JsonReport.write(Samples.blocked()));
        assertEquals(Optional.empty(), ReportDrop.only(List.of(file.toFile(), file.toFile())));
        assertEquals(Optional.empty(), ReportDrop.only(null));
        window.does(() -> ReportDrop.only(List.of(file.toFile())).ifPresent(window.walk()::openReport));
        assertEquals("Your network blocks the mail door 587", hands().headline());
    }
}
