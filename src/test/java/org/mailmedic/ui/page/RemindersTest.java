package org.mailmedic.ui.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.history.Intervention;
import org.mailmedic.history.Intervention.Kind;
import org.mailmedic.history.Reminder;
import org.mailmedic.ui.page.EarlierStore.Choice;
import org.mailmedic.ui.page.EarlierStore.Span;
import org.mailmedic.ui.part.Texts;

/// What was switched off for a test is not forgotten.
final class RemindersTest {
    private static final Choice OFF = new Choice(false, Span.YEAR);
    private static final String ANTIVIRUS = "Your antivirus is still off. Switch it on again.";
    private static final String FOR_NOW = " It is not kept on this computer, so this reminder ends when Mail Medic is closed.";
    @TempDir
    private Path home;

    private Path folder() {
        return home.resolve("history");
    }

    /// As after a start of the program.
    private Reminders started(Choice choice) {
        var store = new EarlierStore(folder(), choice, _ -> { }, InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")),
                Runnable::run, Runnable::run);
        var reminders = new Reminders(store, Texts.in(Locale.ENGLISH));
        reminders.begin();
        return reminders;
    }

    private static List<String> texts(Reminders reminders) {
        return reminders.linesProperty().get().stream().map(Reminders.Line::text).toList();
    }

    private static void note(Reminders reminders, Kind kind, String words) {
        reminders.noted(new Intervention(kind, words), "a", "", false);
    }

    @Test
    void areThereUntilItIsOnAgainAlsoAfterARestart() {
        note(started(Choice.usual()), Kind.ANTIVIRUS_OFF, "");
        Reminders later = started(Choice.usual());
        assertEquals(List.of(ANTIVIRUS), texts(later));
        assertEquals(Set.of(Kind.ANTIVIRUS_OFF), later.offProperty().get());
        later.onAgain(new Reminder(Kind.ANTIVIRUS_OFF, ""));
        assertEquals(List.of(), texts(later));
        assertEquals(Set.of(), later.offProperty().get());
        assertEquals(List.of(), texts(started(Choice.usual())));
    }

    @Test
    void endWhenItIsChosenFromTheListThatItIsOnAgain() {
        note(started(Choice.usual()), Kind.VPN_OFF, "");
        Reminders later = started(Choice.usual());
        note(later, Kind.FIREWALL_ON, "");
        assertEquals(List.of("Your VPN is still off. Switch it on again."), texts(later));
        note(later, Kind.VPN_ON, "with an exception");
        assertEquals(List.of(), texts(later));
        assertEquals(List.of(), texts(started(Choice.usual())));
    }

    @Test
    void lastForThisRunWhereNothingIsKeptAndSaySo() {
        Reminders reminders = started(OFF);
        note(reminders, Kind.ANTIVIRUS_OFF, "");
        assertEquals(List.of(ANTIVIRUS + FOR_NOW), texts(reminders));
        assertFalse(Files.exists(folder()));
        assertEquals(List.of(), texts(started(OFF)));
        reminders.onAgain(new Reminder(Kind.ANTIVIRUS_OFF, ""));
        assertEquals(List.of(), texts(reminders));
        assertFalse(Files.exists(folder()));
    }

    @Test
    void thatWereKeptBeforeCanBeEndedWhereNothingIsKeptNow() throws IOException {
        note(started(Choice.usual()), Kind.ANTIVIRUS_OFF, "");
        note(started(OFF), Kind.ANTIVIRUS_ON, "");
        assertEquals(List.of(), texts(started(Choice.usual())));
        try (var files = Files.list(folder())) {
            assertEquals(1, files.count(), "nothing new was kept");
        }
    }

    @Test
    void lastForThisRunWhereTheDiskRefusesAndSaySo() throws IOException {
        Files.writeString(folder(), "in the way");
        Reminders reminders = started(Choice.usual());
        note(reminders, Kind.ANTIVIRUS_OFF, "");
        assertEquals(List.of(ANTIVIRUS + FOR_NOW), texts(reminders));
        reminders.onAgain(reminders.linesProperty().get().getFirst().reminder());
        assertEquals(List.of(), texts(reminders));
    }

    @Test
    void ofThePracticeServerAreNotKept() {
        Reminders reminders = started(Choice.usual());
        reminders.noted(new Intervention(Kind.FIREWALL_OFF, ""), "a", "", true);
        assertEquals(1, texts(reminders).size());
        assertFalse(Files.exists(folder()));
    }

    @Test
    void repeatTheirOwnWordsInertly() {
        Reminders reminders = started(Choice.usual());
        note(reminders, Kind.OTHER, "Norton {0} off\u202e'");
        assertEquals(List.of("You noted: “Norton {0} off\\u202e'”. If it is still off, switch it on again."), texts(reminders));
        note(reminders, Kind.OTHER, "moved the desk");
        assertEquals(1, texts(reminders).size());
        reminders.onAgain(reminders.linesProperty().get().getFirst().reminder());
        assertEquals(List.of(), texts(started(Choice.usual())));
    }

    @Test
    void standInTheOrderInWhichTheyWereSwitchedOff() {
        Reminders reminders = started(Choice.usual());
        note(reminders, Kind.FIREWALL_OFF, "");
        note(reminders, Kind.ANTIVIRUS_OFF, "");
        note(reminders, Kind.FIREWALL_OFF, "again");
        assertEquals(List.of("Your firewall is still off. Switch it on again.", ANTIVIRUS), texts(reminders));
        assertEquals(texts(reminders), texts(started(Choice.usual())));
    }
}
