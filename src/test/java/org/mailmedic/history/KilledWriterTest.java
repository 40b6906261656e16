package org.mailmedic.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Processes that are killed at random moments of writing (SIGKILL, no farewell), several of them in one folder: whatever was said to be
/// kept is there, whole; whatever was said to be deleted is not; nothing half-written is left.
final class KilledWriterTest {
    /// More than any writer keeps before its end.
    private static final int ENDLESS = 1_000_000;
    private static final int FEW = 12;
    private static final int MANY = 200;
    private static final int AT_ONCE = 4;
    /// A mark and a UUID.
    private static final int LINE = 37;

    @TempDir
    private Path home;
    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(home.resolve("history"));
    }

    @Test
    @Timeout(110)
    void aFewKillings() throws IOException, InterruptedException {
        kill(FEW);
    }

    @Test
    @Tag("real")
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void twoHundredKillings() throws IOException, InterruptedException {
        kill(MANY);
    }

    private void kill(int killings) throws IOException, InterruptedException {
        var random = new Random();
        Set<String> kept = new HashSet<>();
        Set<String> mayBeGone = new HashSet<>();
        Set<String> gone = new HashSet<>();
        int drafts = 0;
        for (int done = 0; done < killings; done += AT_ONCE) {
            for (String line : untilKilled(random)) {
                assertTrue("+?-".indexOf(line.charAt(0)) >= 0, line);
                (switch (line.charAt(0)) {
                    case '+' -> kept;
                    case '?' -> mayBeGone;
                    default -> gone;
                }).add(line.substring(1));
            }
            drafts += (int) files(Vault::isDraft);
            check(kept, mayBeGone, gone);
        }
        assertTrue(kept.size() >= killings && gone.size() > 0, kept.size() + " kept, " + gone.size() + " deleted");
        for (Summary each : History.open(folder, Retention.everything(), InstantSource.system()).summaries()) {
            String json = new String(assertInstanceOf(Loaded.Found.class, read(each)).json(), StandardCharsets.UTF_8);
            assertTrue(json.startsWith("{") && json.endsWith("}\n") && json.contains(each.id()));
        }
        System.out.printf("%d killings: %d reports kept, %d deleted, %d half-written drafts swept, nothing lost%n", killings, kept.size(),
                gone.size(),
                drafts);
    }

    private Loaded read(Summary summary) {
        return History.open(folder, Retention.everything(), InstantSource.system()).load(summary);
    }

    /// Lets each keep something first, so that the blow falls while it writes.
    private List<String> untilKilled(Random random) throws IOException, InterruptedException {
        Map<Process, Path> writers = new LinkedHashMap<>();
        try {
            for (int i = 0; i < AT_ONCE; i++) {
                Path says = home.resolve("says-" + i);
                Files.write(says, new byte[0]);
                writers.put(ChildJvm.running(BusyWriter.class, List.of(), folder, ENDLESS).redirectErrorStream(true)
                        .redirectOutput(says.toFile()).start(),
                        says);
            }
            List<String> said = new ArrayList<>();
            for (var writer : writers.entrySet()) {
                while (Files.size(writer.getValue()) < LINE && writer.getKey().isAlive()) {
                    TimeUnit.MILLISECONDS.sleep(1);
                }
                TimeUnit.MICROSECONDS.sleep(random.nextInt(60_000));
                writer.getKey().destroyForcibly().waitFor();
                said.addAll(Files.readAllLines(writer.getValue()));
            }
            // the last line may have been cut
            said.removeIf(line -> "+?-".indexOf(line.charAt(0)) >= 0 && line.length() < LINE);
            return said;
        } finally {
            for (Process writer : writers.keySet()) {
                writer.destroyForcibly().waitFor();
            }
        }
    }

    private void check(Set<String> kept, Set<String> mayBeGone, Set<String> gone) throws IOException {
        History history = History.open(folder, Retention.everything(), InstantSource.system());
        Set<String> there = history.summaries().stream().map(Summary::id).collect(Collectors.toSet());
        Set<String> lost = kept.stream().filter(id -> !there.contains(id) && !mayBeGone.contains(id)).collect(Collectors.toSet());
        assertEquals(Set.of(), lost, "kept and not there");
        assertEquals(Set.of(), gone.stream().filter(there::contains).collect(Collectors.toSet()), "deleted and still there");
        assertEquals(0, history.unreadable(), "half-written");
        assertEquals(0, files(Vault::isDraft), "leftovers");
        String index = Files.exists(folder.resolve(Index.NAME)) ? Files.readString(folder.resolve(Index.NAME)) : "";
        assertEquals(Set.of(), gone.stream().filter(index::contains).collect(Collectors.toSet()), "deleted and still in the index");
    }

    private long files(Predicate<String> kind) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(kind).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The reader of a window, while others write: never a half report.
    @Test
    @Timeout(60)
    void whoReadsMeanwhileSeesWholeReportsOnly() throws IOException, InterruptedException {
        Process one = ChildJvm.running(BusyWriter.class, List.of(), folder, 60).redirectErrorStream(true).redirectOutput(
                ProcessBuilder.Redirect.DISCARD).start();
        Process two = ChildJvm.running(BusyWriter.class, List.of(), folder, 60).redirectErrorStream(true).redirectOutput(
                ProcessBuilder.Redirect.DISCARD).start();
        try {
            History window = History.open(folder, Retention.everything(), InstantSource.system());
            int most = 0;
            while (one.isAlive() || two.isAlive()) {
                window.refresh();
                assertEquals(0, window.unreadable());
                most = Math.max(most, window.summaries().size());
                window.save(Reports.at(Reports.NOON));
            }
            assertEquals(List.of(0, 0), List.of(one.waitFor(), two.waitFor()));
            assertTrue(most > 20, "saw " + most);
            window.refresh();
            assertEquals(window.summaries(), History.open(folder, Retention.everything(), InstantSource.system()).summaries());
        } finally {
            one.destroyForcibly();
            two.destroyForcibly();
        }
    }
}
