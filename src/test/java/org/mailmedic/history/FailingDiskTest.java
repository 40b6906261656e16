package org.mailmedic.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A disk that fails, or a program that dies, at every single step of keeping and deleting: earlier reports stay whole, and what could not
/// be done is said.
final class FailingDiskTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Reports.NOON);
    private static final int MORE_STEPS_THAN_THERE_ARE = 20;

    @TempDir
    private Path home;

    /// Stands for the end of the process: nothing after it happens.
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    record Fault(Trouble trouble, Supplier<IOException> problem) {
        @Override
        public String toString() {
            return trouble.name();
        }
    }

    static Stream<Fault> faults() {
        return Stream.of(new Fault(Trouble.FULL, () -> new FileSystemException("x", null, "No space left on device")),
                new Fault(Trouble.FULL, () -> new IOException("Disk quota exceeded")),
                new Fault(Trouble.NOT_ALLOWED, () -> new AccessDeniedException("x")),
                new Fault(Trouble.NOT_ALLOWED, () -> new FileSystemException("x", null, "Read-only file system")),
                new Fault(Trouble.OTHER, () -> new IOException("Input/output error")));
    }

    private History open(Disk disk, Path folder) {
        return History.open(disk, folder, Retention.everything(), CLOCK, new Vault(disk, folder, _ -> false));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aDiskThatFailsWhileAReportIsKept(Fault fault) {
        int failures = 0;
        for (int step = 0; step < MORE_STEPS_THAN_THERE_ARE; step++) {
            Path folder = home.resolve(fault.trouble() + "-" + fault.problem().get().getMessage().length() + "-" + step);
            Summary earlier = assertInstanceOf(Kept.Saved.class, open(new SystemDisk(), folder).save(Reports.at(Reports.NOON))).summary();
            var disk = new StubbornDisk(step, () -> StubbornDisk.sneak(fault.problem().get()));
            History history = open(new SystemDisk(), folder);
            History failing = open(disk.asleep(), folder);
            disk.wake();
            Kept kept = failing.save(Reports.at(Reports.NOON));
            disk.heal();
            history.refresh();
            List<Summary> now = open(new SystemDisk(), folder).summaries();
            assertEquals(earlier, now.getLast(), "step " + step);
            switch (kept) {
                case Kept.Saved(var summary) -> assertEquals(List.of(summary, earlier), now, "step " + step);
                case Kept.NotSaved(var why) -> {
                    failures++;
                    assertEquals(fault.trouble(), why);
                    assertEquals(Optional.of(why), failing.trouble());
                }
            }
            assertEquals(List.of(), drafts(folder));
            assertInstanceOf(Kept.Saved.class, failing.save(Reports.at(Reports.NOON)));
        }
        assertTrue(failures >= 4, "folder, list, write, rename: " + failures);
    }

    @Test
    void aProgramThatDiesWhileAReportIsKept() {
        int deaths = 0;
        for (int step = 0; step < MORE_STEPS_THAN_THERE_ARE; step++) {
            Path folder = home.resolve("death-" + step);
            Summary earlier = assertInstanceOf(Kept.Saved.class, open(new SystemDisk(), folder).save(Reports.at(Reports.NOON))).summary();
            var disk = new StubbornDisk(step, () -> { throw new Killed(); });
            History dying = open(disk.asleep(), folder);
            disk.wake();
            try {
                dying.save(Reports.at(Reports.NOON));
            } catch (Killed end) {
                deaths++;
            }
            History after = open(new SystemDisk(), folder);
            assertEquals(earlier, after.summaries().getLast());
            assertTrue(after.summaries().size() <= 2);
            assertEquals(0, after.unreadable());
            assertEquals(List.of(), drafts(folder));
        }
        assertTrue(deaths >= 5 && deaths < MORE_STEPS_THAN_THERE_ARE, "died " + deaths + " times");
    }

    @Test
    void aProtectiveProgramThatIsOffIsNeverForgottenHoweverTheProgramDies() {
        var off = new Intervention(Intervention.Kind.ANTIVIRUS_OFF, "for a minute");
        int deaths = 0;
        for (int step = 0; step < 2 * MORE_STEPS_THAN_THERE_ARE; step++) {
            Path folder = home.resolve("reminder-" + step);
            History before = open(new SystemDisk(), folder);
            Summary first = assertInstanceOf(Kept.Saved.class, before.save(Reports.at(Reports.NOON))).summary();
            assertEquals(Optional.empty(), before.notes().note(off, first.id(), "", true));
            var disk = new StubbornDisk(step, () -> { throw new Killed(); });
            History dying = open(disk.asleep(), folder);
            disk.wake();
            try {
                dying.notes().conclude(first.id(), "next");
                dying.notes().note(new Intervention(Intervention.Kind.OTHER_NETWORK, ""), "next", "", false);
                dying.delete(first);
            } catch (Killed end) {
                deaths++;
            }
            assertEquals(List.of(Reminder.of(off)), open(new SystemDisk(), folder).notes().reminders(), "step " + step);
        }
        assertTrue(deaths >= 12 && deaths < 2 * MORE_STEPS_THAN_THERE_ARE, "died " + deaths + " times");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aDiskThatFailsWhileAChangeIsNotedSaysSo(Fault fault) {
        int failures = 0;
        for (int step = 0; step < MORE_STEPS_THAN_THERE_ARE; step++) {
            Path folder = home.resolve("noting-" + fault.trouble() + fault.problem().get().getMessage().length() + "-" + step);
            var disk = new StubbornDisk(step, () -> StubbornDisk.sneak(fault.problem().get()));
            History failing = open(disk.asleep(), folder);
            disk.wake();
            Optional<Trouble> trouble = failing.notes().note(new Intervention(Intervention.Kind.VPN_OFF, ""), "a", "", true);
            disk.heal();
            assertEquals(trouble.isEmpty(), !open(new SystemDisk(), folder).notes().reminders().isEmpty() && trouble.isEmpty(),
                    "step " + step);
            failures += trouble.filter(fault.trouble()::equals).isPresent() ? 1 : 0;
        }
        assertTrue(failures >= 4, "folder, list, write, rename: " + failures);
    }

    @Test
    void aProgramThatDiesWhileAReportIsDeleted() {
        for (int step = 0; step < MORE_STEPS_THAN_THERE_ARE; step++) {
            Path folder = home.resolve("deleting-" + step);
            History before = open(new SystemDisk(), folder);
            Summary earlier = assertInstanceOf(Kept.Saved.class, before.save(Reports.at(Reports.NOON))).summary();
            Summary unwanted = assertInstanceOf(Kept.Saved.class, before.save(Reports.of("unwanted.example", 25, Reports.NOON, "")))
                    .summary();
            var disk = new StubbornDisk(step, () -> { throw new Killed(); });
            History dying = open(disk.asleep(), folder);
            disk.wake();
            boolean died = false;
            try {
                dying.delete(unwanted);
            } catch (Killed end) {
                died = true;
            }
            History after = open(new SystemDisk(), folder);
            assertTrue(after.summaries().contains(earlier));
            assertTrue(died || after.summaries().size() == 1);
            if (after.summaries().size() == 1) {
                assertTrue(texts(folder).stream().noneMatch(text -> text.contains("unwanted")), "step " + step);
            }
        }
    }

    @Test
    void whatCannotBeDeletedIsNamed() {
        Path folder = home.resolve("stuck");
        Summary saved = assertInstanceOf(Kept.Saved.class, open(new SystemDisk(), folder).save(Reports.at(Reports.NOON))).summary();
        var disk = new StubbornDisk(0, () -> StubbornDisk.sneak(new AccessDeniedException("x")));
        History stuck = open(disk.asleep(), folder);
        disk.wake();
        Erased erased = stuck.delete(saved);
        assertEquals(new Erased(0, List.of(saved.name()), Optional.of(Trouble.NOT_ALLOWED)), erased);
        disk.heal();
        assertEquals(List.of(saved), open(new SystemDisk(), folder).summaries());
    }

    @Test
    void aDraftThatASiblingSweptIsWrittenAgain() {
        Path folder = home.resolve("swept");
        var sweeping = new StubbornDisk(Integer.MAX_VALUE, () -> { }) {
            private int sweeps = 2;

            @Override
            public void rename(Path from, Path to) throws IOException {
                if (sweeps-- > 0) {
                    Files.delete(from);
                }
                super.rename(from, to);
            }
        };
        Summary saved = assertInstanceOf(Kept.Saved.class, open(sweeping, folder).save(Reports.at(Reports.NOON))).summary();
        assertEquals(List.of(saved), open(new SystemDisk(), folder).summaries());
        var forEver = new StubbornDisk(Integer.MAX_VALUE, () -> { }) {
            @Override
            public void rename(Path from, Path to) throws IOException {
                throw new NoSuchFileException(from.toString());
            }
        };
        assertEquals(new Kept.NotSaved(Trouble.GONE), open(forEver, folder).save(Reports.at(Reports.NOON)));
    }

    @Test
    void aFolderThatCannotBeListedIsSaid() {
        Path folder = home.resolve("unlisted");
        History history = open(new StubbornDisk(0, () -> StubbornDisk.sneak(new AccessDeniedException("x"))), folder);
        assertEquals(Optional.of(Trouble.NOT_ALLOWED), history.trouble());
        assertEquals(List.of(), history.summaries());
        assertEquals(Optional.of(Trouble.NOT_ALLOWED), history.deleteAll().trouble());
    }

    private static List<String> drafts(Path folder) {
        return Arrays.stream(Optional.ofNullable(folder.toFile().list()).orElseThrow()).filter(name -> name.endsWith(".part")).toList();
    }

    private static List<String> texts(Path folder) {
        return Arrays.stream(Optional.ofNullable(folder.toFile().listFiles()).orElseThrow()).map(file -> {
            try {
                return Files.readString(file.toPath());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }).toList();
    }
}
