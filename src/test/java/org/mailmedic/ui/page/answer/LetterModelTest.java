package org.mailmedic.ui.page.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.report.Report;
import org.mailmedic.ui.Samples;
import org.mailmedic.ui.page.FakeDialogs;
import org.mailmedic.ui.page.FakePlaces;
import org.mailmedic.ui.page.Outside;
import org.mailmedic.ui.part.Texts;

/// The message to whoever must act leaves the window whole, or not at all.
final class LetterModelTest {
    private final List<String> opened = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final FakeDialogs dialogs = new FakeDialogs();

    @Test
    void becomesAMailtoAddressThatComesBackWhole() {
        LetterModel letter = letter(Samples.blocked());
        assertTrue(letter.openInMailProgram());
        URI uri = URI.create(opened.getFirst());
        assertEquals("mailto", uri.getScheme());
        String body = uri.getSchemeSpecificPart().split("&body=", 2)[1];
        assertEquals(letter.text().orElseThrow().replace("\n", "\r\n"), body);
    }

    @Test
    void whatIsTooLongIsNotCutOffButPasted() {
        LetterModel letter = letter(Samples.unruly());
        assertTrue(letter.text().orElseThrow().length() > 600);
        if (letter.openInMailProgram()) {
            assertTrue(opened.getFirst().length() <= 1900, "it fitted");
        } else {
            assertTrue(opened.getFirst().length() < 300, opened.getFirst());
            assertFalse(notices.getLast().isEmpty());
        }
        Report.Verdict old = Samples.blocked().diagnoses().getFirst();
        Report one = Samples.blocked();
        var wordy = new Report.Verdict(old.code(), old.stage(), old.party(), old.confidence(), old.title(), old.summary(), old.steps(),
                old.evidence(),
                "Ä".repeat(3000));
        LetterModel long3000 = letter(new Report(one.id(), one.created(), one.tool(), one.settings(), one.outcome(), List.of(wordy),
                one.warnings(),
                one.stages(), one.evidence(), one.transcript(), one.totalMs()));
        assertFalse(long3000.openInMailProgram());
        assertTrue(opened.getLast().contains("Paste%20the%20message%20here"), opened.getLast());
        assertFalse(opened.getLast().contains("%C3%84"));
    }

    /// A report from elsewhere may hold any host: its line breaks would become headers of the message.
    @Test
    void theSubjectIsOneLine() {
        Report one = Samples.blocked();
        var settings = new LinkedHashMap<>(one.settings());
        settings.put("host", "mail.example\r\nBcc: evil@example.net");
        letter(new Report(one.id(), one.created(), one.tool(), settings, one.outcome(), one.diagnoses(), one.warnings(), one.stages(),
                one.evidence(), one.transcript(), one.totalMs())).openInMailProgram();
        String subject = opened.getFirst().split("&body=", 2)[0];
        assertTrue(subject.contains("mail.example"), subject);
        assertFalse(subject.matches("(?i).*%0[ad].*"), subject);
    }

    @Test
    void isSavedAsText(@TempDir Path folder) throws IOException {
        dialogs.answer = Optional.of(folder.resolve("letter.txt"));
        LetterModel letter = letter(Samples.blocked());
        letter.save();
        assertEquals(letter.text().orElseThrow() + "\n", Files.readString(folder.resolve("letter.txt")));
        assertEquals("Saved as letter.txt in " + folder + ".", notices.getLast());
        dialogs.answer = Optional.of(folder.resolve("no/such/folder/letter.txt"));
        letter.save();
        assertEquals("letter.txt could not be written there. What was there before is unchanged. Choose another folder, or free some "
                + "space.", notices.getLast());
    }

    private LetterModel letter(Report report) {
        return new LetterModel(report, new Outside(opened::add, new FakePlaces(), dialogs, Runnable::run, Runnable::run),
                (_, same) -> same, Texts.in(Locale.ENGLISH), notices::add);
    }
}
