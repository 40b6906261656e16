package org.mailmedic.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.history.Intervention.Kind;

/// What a person noted survives the program, and goes with the reports that it belongs to.
final class InterventionsTest {
    @TempDir
    private Path folder;

    private History open(Instant now) {
        return History.open(folder, Retention.everything(), InstantSource.fixed(now));
    }

    private static Summary save(History history) {
        return assertInstanceOf(Kept.Saved.class, history.save(Reports.at(Reports.NOON))).summary();
    }

    private List<String> texts() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".intervention.json")).toList();
        }
    }

    @Test
    void areThereInTheirOrderWhenTheProgramStartsAgain() {
        assertEquals(Optional.empty(), open(Reports.NOON).notes()
                .note(new Intervention(Kind.ANTIVIRUS_OFF, "the \"shield\"\n✓"), "a", "", true));
        assertEquals(Optional.empty(), open(Reports.NOON).notes().conclude("a", "b"));
        assertEquals(Optional.empty(), open(Reports.NOON.minusSeconds(9)).notes().note(new Intervention(Kind.WAITED, ""), "b", "", false));
        List<NotedIntervention> noted = open(Reports.NOON).notes().all();
        assertEquals(List.of(new Intervention(Kind.ANTIVIRUS_OFF, "the \"shield\"\n✓"), new Intervention(Kind.WAITED, "")),
                noted.stream().map(NotedIntervention::intervention).toList(), "also when the clock was set back between them");
        assertEquals(List.of(Reports.NOON, "a", "b", true),
                List.of(noted.getFirst().at(), noted.getFirst().before(), noted.getFirst().after(),
                noted.getFirst().stillOff()));
    }

    @Test
    void belongToTheReportThatFollowed() {
        InterventionNotes notes = open(Reports.NOON).notes();
        notes.note(new Intervention(Kind.WAITED, "first"), "a", "", false);
        notes.note(new Intervention(Kind.OTHER, "second"), "a", "", false);
        notes.conclude("a", "b");
        notes.conclude("x", "y");
        assertEquals(List.of("", "b"), notes.all().stream().map(NotedIntervention::after).toList());
        assertEquals(Optional.of(new Intervention(Kind.OTHER, "second")), notes.between("a", "b"));
        assertEquals(Optional.empty(), notes.between("b", "a"));
    }

    @Test
    void remindUntilItIsOnAgain() {
        open(Reports.NOON).notes().note(new Intervention(Kind.ANTIVIRUS_OFF, ""), "a", "", true);
        open(Reports.NOON).notes().note(new Intervention(Kind.OTHER, "shield off"), "a", "", true);
        open(Reports.NOON).notes().note(new Intervention(Kind.ANTIVIRUS_OFF, "again"), "a", "", true);
        open(Reports.NOON).notes().note(new Intervention(Kind.OTHER_NETWORK, ""), "a", "", false);
        var antivirus = new Reminder(Kind.ANTIVIRUS_OFF, "");
        var shield = new Reminder(Kind.OTHER, "shield off");
        assertEquals(List.of(antivirus, shield), open(Reports.NOON).notes().reminders());
        assertEquals(Optional.empty(), open(Reports.NOON.minusSeconds(100_000)).notes().onAgain(antivirus));
        assertEquals(List.of(shield), open(Reports.NOON).notes().reminders());
        open(Reports.NOON).notes().onAgain(shield);
        assertEquals(List.of(), open(Reports.NOON).notes().reminders());
        assertEquals(4, open(Reports.NOON).notes().all().size(), "what was done stays told");
    }

    @Test
    void aReminderOfALongNoteCanBeEndedToo() {
        InterventionNotes notes = open(Reports.NOON).notes();
        var wordy = new Intervention(Kind.OTHER, "firewall off " + "x".repeat(3000));
        notes.note(wordy, "", "", true);
        notes.onAgain(Reminder.of(wordy));
        assertEquals(List.of(), notes.reminders());
    }

    @Test
    void sayingThatItIsOnAgainMakesNothingWhereNothingIs() {
        Path nowhere = folder.resolve("never");
        assertEquals(Optional.empty(), InterventionNotes.in(nowhere, InstantSource.fixed(Reports.NOON))
                .onAgain(new Reminder(Kind.VPN_OFF, "")));
        assertFalse(Files.exists(nowhere));
        assertEquals(List.of(), InterventionNotes.in(nowhere, InstantSource.fixed(Reports.NOON)).reminders());
    }

    @Test
    void goWithTheirReports() throws IOException {
        History history = open(Reports.NOON);
        Summary first = save(history);
        Summary second = save(history);
        history.notes().note(new Intervention(Kind.OTHER, "between"), first.id(), "", false);
        history.notes().conclude(first.id(), second.id());
        history.notes().note(new Intervention(Kind.OTHER, "another"), "else", "", false);
        assertEquals(new Erased(1, List.of(), Optional.empty()), history.delete(second));
        assertEquals(List.of("another"), history.notes().all().stream().map(each -> each.intervention().note()).toList());
        assertTrue(history.deleteAll().complete());
        assertEquals(List.of(), texts());
    }

    @Test
    void ofWhatIsStillOffOnlyThatStaysWhenItsReportGoes() {
        History history = open(Reports.NOON);
        Summary only = save(history);
        history.notes().note(new Intervention(Kind.FIREWALL_OFF, "the one of the office"), only.id(), "", true);
        history.delete(only);
        NotedIntervention left = open(Reports.NOON).notes().all().getFirst();
        assertEquals(new Intervention(Kind.FIREWALL_OFF, ""), left.intervention());
        assertEquals(List.of("", "", true), List.of(left.before(), left.after(), left.stillOff()));
        assertEquals(1, open(Reports.NOON).notes().all().size());
        assertTrue(open(Reports.NOON).deleteAll().complete());
        assertEquals(List.of(), open(Reports.NOON).notes().all());
    }

    @Test
    void goWithReportsThatAreTooOld() {
        History history = open(Reports.NOON);
        Summary old = save(history);
        history.notes().note(new Intervention(Kind.WAITED, ""), old.id(), "", false);
        History few = History.open(folder, new Retention(1, Duration.ofDays(1)), InstantSource.fixed(Reports.NOON));
        save(few);
        assertEquals(List.of(), few.notes().all());
        assertEquals(1, few.summaries().size());
    }

    @Test
    void thatAreDamagedAreLeftOut() throws IOException {
        for (String text : List.of("", "{", "[]", "7", "{\"format\":\"mailmedic-intervention\",\"at\":\"x\"}",
                "{\"format\":\"mailmedic-intervention\",\"at\":\"2026-01-01T00:00:00Z\",\"kind\":\"unheard_of\"}", "[".repeat(50_000))) {
            Files.writeString(folder.resolve(UUID.randomUUID() + ".intervention.json"), text);
        }
        Files.writeString(folder.resolve("theirs.intervention.json"), "theirs");
        History history = open(Reports.NOON);
        history.notes().note(new Intervention(Kind.OTHER, "x".repeat(100_000)), "", "", false);
        assertEquals(1, history.notes().all().size());
        assertEquals(2000, history.notes().all().getFirst().intervention().note().length());
        history.deleteAll();
        assertEquals(List.of("theirs.intervention.json"), texts());
    }
}
