package org.mailmedic.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// What the person changed between their check-ups: a small file for each, beside the reports, there whole or not at all. So a protective
/// program that is still off is not forgotten, whatever happens to this program meanwhile.
///
/// Thread-safe. Every method waits for the disk; opening does not.
public final class InterventionNotes {
    private final Disk disk;
    private final Path folder;
    private final Vault vault;
    private final InstantSource clock;
    private final InterventionFile form = new InterventionFile();

    InterventionNotes(Disk disk, Path folder, Vault vault, InstantSource clock) {
        this.disk = disk;
        this.folder = folder;
        this.vault = vault;
        this.clock = clock;
    }

    /// @param folder need not exist; it is made for the first note
    /// @param clock  this computer's wall clock; it may be wrong
    public static InterventionNotes in(Path folder, InstantSource clock) {
        var disk = new SystemDisk();
        return new InterventionNotes(disk, folder, new Vault(disk, folder), clock);
    }

    /// Keeps a change.
    ///
    /// @param before   id of the report made before it; empty when there is none
    /// @param after    id of the report made after it; empty as long as there is none
    /// @param stillOff whether the person has to be reminded of it
    /// @return what stood in the way; empty when it is kept
    public synchronized Optional<Trouble> note(Intervention change, String before, String after, boolean stillOff) {
        try {
            disk.makeFolder(folder);
            var noted = InterventionFile.named(later(read()), change, before, after, stillOff);
            vault.put(noted.name(), form.write(noted));
            return Optional.empty();
        } catch (IOException notKept) {
            return Optional.of(Trouble.of(notKept, folder));
        }
    }

    /// Later than what was noted before, also when the clock was set back since.
    private Instant later(List<NotedIntervention> inOrder) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return inOrder.isEmpty() || now.isAfter(inOrder.getLast().at()) ? now : inOrder.getLast().at().plusMillis(1);
    }

    /// Puts the report made after a change to the latest one that follows `before` and has none yet; does nothing when there is no such
    /// change.
    public synchronized Optional<Trouble> conclude(String before, String after) {
        return rewrite(each -> each.before().equals(before) && each.after().isEmpty(), 1, each -> each.leadingTo(after));
    }

    /// The person says that it is on again.
    public synchronized Optional<Trouble> onAgain(Reminder reminder) {
        // what was too long for a file was kept in part
        var kept = new Reminder(reminder.kind(), InterventionFile.bounded(reminder.note()));
        return rewrite(each -> each.stillOff() && Reminder.of(each.intervention()).equals(kept), Integer.MAX_VALUE,
                NotedIntervention::undone);
    }

    /// @param most how many, the latest first
    private Optional<Trouble> rewrite(Predicate<NotedIntervention> which, int most, UnaryOperator<NotedIntervention> how) {
        try {
            for (NotedIntervention each : read().reversed().stream().filter(which).limit(most).toList()) {
                vault.put(each.name(), form.write(how.apply(each)));
            }
            return Optional.empty();
        } catch (IOException notKept) {
            return Optional.of(Trouble.of(notKept, folder));
        }
    }

    /// Every change that was noted, the first first. What cannot be read is left out.
    public synchronized List<NotedIntervention> all() {
        try {
            return read();
        } catch (IOException notRead) {
            return List.of();
        }
    }

    /// The protective programs that are still off, the one switched off first first.
    public List<Reminder> reminders() {
        return all().stream().filter(NotedIntervention::stillOff).map(each -> Reminder.of(each.intervention())).distinct().toList();
    }

    /// What was changed between two check-ups; empty when nothing was noted.
    public Optional<Intervention> between(String before, String after) {
        return all().stream().filter(each -> each.before().equals(before) && each.after().equals(after))
                .map(NotedIntervention::intervention)
                .reduce((_, last) -> last);
    }

    /// The files that go with these reports. A program that is still off stays noted, without the words and the reports.
    ///
    /// @param reports their ids
    synchronized List<String> goingWith(Collection<String> reports) {
        List<String> going = new ArrayList<>();
        for (NotedIntervention each : all()) {
            if (reports.contains(each.before()) || reports.contains(each.after())) {
                if (!each.stillOff() || !stripped(each)) {
                    going.add(each.name());
                }
            }
        }
        return going;
    }

    /// @return whether it could be done; a trace of a deleted report weighs more than a reminder
    private boolean stripped(NotedIntervention noted) {
        try {
            vault.put(noted.name(), form.write(noted.bare()));
            return true;
        } catch (IOException notWritten) {
            return false;
        }
    }

    private List<NotedIntervention> read() throws IOException {
        List<NotedIntervention> noted = new ArrayList<>();
        for (Disk.Entry file : disk.list(folder)) {
            if (InterventionFile.ours(file.name())) {
                read(file.name()).ifPresent(noted::add);
            }
        }
        noted.sort(Comparator.comparing(NotedIntervention::at).thenComparing(NotedIntervention::name));
        return noted;
    }

    private Optional<NotedIntervention> read(String name) {
        try {
            return form.read(name, disk.read(folder.resolve(name), InterventionFile.LONGEST));
        } catch (IOException goneOrTooLong) {
            return Optional.empty();
        }
    }
}
