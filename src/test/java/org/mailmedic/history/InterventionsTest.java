package org.mailmedic.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.Set;
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
        assertEquals(Optional.empty(), open(Reports.NOON.plusSeconds(9)).note(new Intervention(Kind.ANTIVIRUS_ON, ""), "", ""));
        assertEquals(Optional.empty(), open(Reports.NOON).note(new Intervention(Kind.ANTIVIRUS_OFF, "the \"shield\"\n✓"), "a", "b"));
        List<NotedIntervention> noted = open(Reports.NOON).interventions();
        assertEquals(List.of(new Intervention(Kind.ANTIVIRUS_OFF, "the \"shield\"\n✓"), new Intervention(Kind.ANTIVIRUS_ON, "")),
                noted.stream().map(NotedIntervention::intervention).toList());
        assertEquals(List.of(Reports.NOON, "a", "b"), List.of(noted.getFirst().at(), noted.getFirst().before(), noted.getFirst().after()));
        assertEquals(Set.of(), Intervention.stillOff(noted.stream().map(NotedIntervention::intervention).toList()));
    }

    @Test
    void goWithTheirReports() throws IOException {
        History history = open(Reports.NOON);
        Summary first = save(history);
        Summary second = save(history);
        history.note(new Intervention(Kind.OTHER, "between"), first.id(), second.id());
        history.note(new Intervention(Kind.OTHER, "another"), "else", "where");
        assertEquals(new Erased(1, List.of(), Optional.empty()), history.delete(second));
        assertEquals(List.of("another"), history.interventions().stream().map(each -> each.intervention().note()).toList());
        assertTrue(history.deleteAll().complete());
        assertEquals(List.of(), texts());
    }

    @Test
    void goWithReportsThatAreTooOld() {
        History history = open(Reports.NOON);
        Summary old = save(history);
        history.note(new Intervention(Kind.WAITED, ""), old.id(), "");
        History few = History.open(folder, new Retention(1, Duration.ofDays(1)), InstantSource.fixed(Reports.NOON));
        save(few);
        assertEquals(List.of(), few.interventions());
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
        history.note(new Intervention(Kind.OTHER, "x".repeat(100_000)), "", "");
        assertEquals(1, history.interventions().size());
        assertEquals(2000, history.interventions().getFirst().intervention().note().length());
        history.deleteAll();
        assertEquals(List.of("theirs.intervention.json"), texts());
    }
}
