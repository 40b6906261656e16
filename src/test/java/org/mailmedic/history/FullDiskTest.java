package org.mailmedic.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.real.Command;

/// A real disk that is full, or that may only be read: a small tmpfs, which takes root to mount.
@Tag("real")
final class FullDiskTest {
    @TempDir
    private Path home;
    private Path disk;

    @BeforeEach
    void mount() throws IOException {
        disk = Files.createDirectory(home.resolve("disk"));
        Command.of("mount", "-t", "tmpfs", "-o", "size=512k", "mail-medic-test", disk).succeed();
    }

    @AfterEach
    void unmount() {
        Command.of("umount", disk).succeed();
    }

    private History open() {
        return History.open(disk.resolve("history"), Retention.everything(), InstantSource.system());
    }

    private static List<Summary> fill(History history) {
        List<Summary> kept = new ArrayList<>();
        while (history.save(Reports.sized("smtp.example.org", 587, Reports.NOON, "dns.timeout", 300)) instanceof Kept.Saved(var summary)) {
            kept.add(summary);
        }
        return kept;
    }

    @Test
    void aFullDiskLosesNothingAndSaysSo() throws IOException {
        History history = open();
        List<Summary> kept = fill(history);
        assertTrue(kept.size() > 3, "kept " + kept.size());
        assertEquals(Optional.of(Trouble.FULL), history.trouble());
        for (int i = 0; i < 20; i++) {
            // from one byte too little to hardly any: the write stops at another place each time
            int lines = 300 + i * 20;
            assertEquals(new Kept.NotSaved(Trouble.FULL), history.save(Reports.sized("h", 25, Reports.NOON, "", lines)));
        }
        History again = open();
        assertEquals(kept.reversed(), again.summaries());
        assertEquals(0, again.unreadable());
        for (Summary each : kept) {
            assertInstanceOf(Loaded.Found.class, again.load(each));
        }
        try (Stream<Path> files = Files.list(disk.resolve("history"))) {
            assertEquals(0, files.filter(file -> Vault.isDraft(file.getFileName().toString())).count());
        }
    }

    @Test
    void onAFullDiskOneCanStillDelete() throws IOException {
        List<Summary> kept = fill(open());
        Path ballast = disk.resolve("ballast");
        Command.of("sh", "-c", "cat /dev/zero > " + ballast + " || true").run();
        History history = open();
        assertTrue(history.delete(kept.getFirst()).complete());
        assertEquals(kept.subList(1, kept.size()).reversed(), open().summaries());
        Files.delete(ballast);
        assertInstanceOf(Kept.Saved.class, history.save(Reports.at(Reports.NOON)));
        assertTrue(history.deleteAll().complete());
        assertEquals(List.of(), open().summaries());
    }

    @Test
    void aDiskThatMayOnlyBeReadIsListed() {
        History before = open();
        Summary kept = assertInstanceOf(Kept.Saved.class, before.save(Reports.at(Reports.NOON))).summary();
        Command.of("mount", "-o", "remount,ro", disk).succeed();
        History history = open();
        assertEquals(List.of(kept), history.summaries());
        assertInstanceOf(Loaded.Found.class, history.load(kept));
        assertEquals(new Kept.NotSaved(Trouble.NOT_ALLOWED), history.save(Reports.at(Reports.NOON)));
        assertEquals(new Erased(0, List.of(kept.name()), Optional.of(Trouble.NOT_ALLOWED)), history.delete(kept));
        assertEquals(List.of(kept), open().summaries());
    }
}
