package org.mailmedic.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mailmedic.history.Summary.Server;
import org.mailmedic.report.Report;
import org.mailmedic.report.json.JsonReport;

/// Earlier check-ups, kept on this computer: a file for each report, which is there whole or not at all, and an index that can be lost.
/// Whoever wants nothing kept opens none. Several processes may use the same folder at once; [#refresh] shows what the others did.
///
/// Thread-safe. Every method that reads or writes waits for the disk, so none belongs on the window's thread; [#summaries] does not.
public final class History {
    /// No report is nearly as long.
    private static final int LONGEST = 64 * 1024 * 1024;

    private final Disk disk;
    private final Path folder;
    private final Retention retention;
    private final InstantSource clock;
    private final Vault vault;
    private final Index index;
    private final SummaryReader reader = new SummaryReader();
    private final InterventionNotes notes;
    /// By name, newest first.
    private final NavigableMap<String, IndexLine.Line> kept = new TreeMap<>(Comparator.reverseOrder());
    private volatile List<Summary> newestFirst = List.of();
    private volatile int unreadable;
    private volatile Optional<Trouble> trouble = Optional.empty();

    private History(Disk disk, Path folder, Retention retention, InstantSource clock, Vault vault) {
        this.disk = disk;
        this.folder = folder;
        this.retention = retention;
        this.clock = clock;
        this.vault = vault;
        this.index = new Index(disk, vault, folder);
        this.notes = new InterventionNotes(disk, folder, vault, clock);
    }

    /// Opens what is kept in `folder`, which is made when it is missing. Always succeeds: what stood in the way is in [#trouble].
    ///
    /// @param clock this computer's wall clock, for the retention alone; it may be wrong
    public static History open(Path folder, Retention retention, InstantSource clock) {
        var disk = new SystemDisk();
        return open(disk, folder, retention, clock, new Vault(disk, folder));
    }

    static History open(Disk disk, Path folder, Retention retention, InstantSource clock, Vault vault) {
        var history = new History(disk, folder, retention, clock, vault);
        history.read();
        return history;
    }

    private synchronized void read() {
        try {
            disk.makeFolder(folder);
        } catch (IOException notMade) {
            trouble = Optional.of(Trouble.of(notMade, folder));
        }
        var before = index.read();
        boolean same = take(before.lines());
        if (!same || !before.tidy()) {
            tidy();
        }
        expire(Optional.empty());
    }

    /// Reads again what is there, since another window may have kept or deleted something.
    public synchronized void refresh() {
        take(Map.copyOf(kept));
    }

    /// Makes the list anew from the folder.
    ///
    /// @param known summaries that were read before; one that no longer fits its file is read again
    /// @return whether `known` was exactly what is there
    private boolean take(Map<String, IndexLine.Line> known) {
        Map<String, IndexLine.Line> found = new LinkedHashMap<>();
        boolean same = true;
        int damaged = 0;
        try {
            Instant now = clock.instant();
            for (Disk.Entry file : disk.list(folder)) {
                if (Vault.isDraft(file.name()) && vault.abandoned(file, now)) {
                    sweep(file.name());
                } else if (ReportName.ours(file.name())) {
                    var line = Optional.ofNullable(known.get(file.name())).filter(earlier -> fits(earlier.file(), file));
                    same &= line.isPresent();
                    var summary = line.or(() -> summarise(file));
                    summary.ifPresent(each -> found.put(file.name(), each));
                    damaged += summary.isPresent() ? 0 : 1;
                }
            }
        } catch (IOException notListed) {
            trouble = Optional.of(Trouble.of(notListed, folder));
            return true;
        }
        kept.clear();
        kept.putAll(found);
        unreadable = damaged;
        publish();
        return same && known.size() == found.size();
    }

    private static boolean fits(Disk.Entry earlier, Disk.Entry now) {
        return earlier.size() == now.size() && earlier.changed().toEpochMilli() == now.changed().toEpochMilli();
    }

    private Optional<IndexLine.Line> summarise(Disk.Entry file) {
        try {
            return reader.read(file.name(), disk.read(folder.resolve(file.name()), LONGEST))
                    .map(summary -> new IndexLine.Line(file, summary));
        } catch (IOException notReadable) {
            return Optional.empty();
        }
    }

    private void sweep(String draft) {
        try {
            disk.delete(folder.resolve(draft));
        } catch (IOException nextTime) {
            System.getLogger(History.class.getName()).log(System.Logger.Level.DEBUG, "a leftover stays: " + nextTime.getClass().getName());
        }
    }

    /// Keeps a report. Returns when it is safe on the disk, or with the reason why it is not.
    public synchronized Kept save(Report report) {
        byte[] json = JsonReport.write(report).getBytes(StandardCharsets.UTF_8);
        try {
            disk.makeFolder(folder);
            Optional<String> newest = disk.list(folder).stream().map(Disk.Entry::name)
                    .filter(ReportName::ours).max(Comparator.naturalOrder());
            String name = ReportName.after(newest, report.created(), report.id());
            vault.put(name, json);
            Summary summary = reader.read(name, json).orElseThrow(() -> new IllegalStateException("a report that cannot be read again"));
            remember(new IndexLine.Line(new Disk.Entry(name, json.length, changed(name)), summary));
            expire(Optional.of(name));
            trouble = Optional.empty();
            return new Kept.Saved(summary);
        } catch (IOException notSaved) {
            trouble = Optional.of(Trouble.of(notSaved, folder));
            return new Kept.NotSaved(trouble.get());
        }
    }

    private Instant changed(String name) {
        try {
            return disk.changed(folder.resolve(name));
        } catch (IOException unknown) {
            // the line will look stale and be made anew
            return Instant.EPOCH;
        }
    }

    private void remember(IndexLine.Line line) {
        kept.put(line.file().name(), line);
        publish();
        if (!index.add(line)) {
            tidy();
        }
    }

    /// Deletes what the retention no longer covers, never what was saved just now.
    private void expire(Optional<String> justSaved) {
        List<String> beyond = retention.beyond(newestFirst, clock.instant()).stream().map(Summary::name)
                .filter(name -> justSaved.filter(name::equals).isEmpty()).toList();
        if (!beyond.isEmpty()) {
            erase(Stream.concat(notesOn(beyond).stream(), beyond.stream()).toList());
        }
    }

    /// Every report, the one that was kept last first. Does not touch the disk.
    public List<Summary> summaries() {
        return newestFirst;
    }

    /// The same by server, the server that was checked last first.
    public Map<Server, List<Summary>> byServer() {
        Map<Server, List<Summary>> servers = new LinkedHashMap<>();
        newestFirst.forEach(each -> servers.computeIfAbsent(each.server(), _ -> new ArrayList<>()).add(each));
        servers.replaceAll((_, reports) -> List.copyOf(reports));
        return Collections.unmodifiableMap(servers);
    }

    /// One server's check-ups over time.
    public Series series(Server server) {
        return Series.of(newestFirst.stream().filter(each -> each.server().equals(server)).toList());
    }

    /// What stands in the way of keeping or listing reports at present.
    public Optional<Trouble> trouble() {
        return trouble;
    }

    /// How many of our files hold no whole report. They stay until everything is deleted.
    public int unreadable() {
        return unreadable;
    }

    public Path folder() {
        return folder;
    }

    /// Reads one report.
    public Loaded load(Summary summary) {
        try {
            return new Loaded.Found(disk.read(folder.resolve(summary.name()), LONGEST));
        } catch (IOException notRead) {
            return new Loaded.NotFound(Trouble.of(notRead, folder));
        }
    }

    /// What the person changed between the check-ups. Deleting a report deletes what was noted about it.
    public InterventionNotes notes() {
        return notes;
    }

    /// Names of the notes that go with these reports.
    private List<String> notesOn(Collection<String> names) {
        return notes.goingWith(names.stream().map(kept::get).filter(Objects::nonNull).map(line -> line.summary().id()).toList());
    }

    /// Deletes one report, and every trace of it here.
    public synchronized Erased delete(Summary summary) {
        return erase(Stream.concat(notesOn(List.of(summary.name())).stream(), Stream.of(summary.name())).toList());
    }

    /// Deletes every report, also those that another window kept meanwhile, and leaves nothing of ours behind.
    public synchronized Erased deleteAll() {
        List<String> names;
        try {
            names = disk.list(folder).stream().map(Disk.Entry::name).filter(History::belongsToUs).toList();
        } catch (IOException notListed) {
            return new Erased(0, List.of(), Optional.of(Trouble.of(notListed, folder)));
        }
        unreadable = 0;
        return erase(names);
    }

    private static boolean belongsToUs(String name) {
        return ReportName.ours(name) || Vault.isDraft(name) || InterventionFile.ours(name);
    }

    private Erased erase(Collection<String> names) {
        List<String> left = new ArrayList<>();
        Optional<Trouble> why = Optional.empty();
        int reports = 0;
        for (String name : names) {
            try {
                boolean was = disk.delete(folder.resolve(name));
                reports += was && ReportName.ours(name) ? 1 : 0;
                kept.remove(name);
            } catch (IOException stays) {
                left.add(name);
                why = Optional.of(Trouble.of(stays, folder));
            }
        }
        publish();
        if (!names.isEmpty() && left.size() == names.size()) {
            return new Erased(0, left, why);
        }
        try {
            if (kept.isEmpty()) {
                index.delete();
            } else {
                index.rewrite(kept.values());
            }
            disk.sync(folder);
        } catch (IOException stays) {
            left.add(Index.NAME);
            why = Optional.of(Trouble.of(stays, folder));
        }
        return new Erased(reports, left, why);
    }

    /// The index as it should be. Losing it costs time alone, so nobody has to hear when that is not possible.
    private void tidy() {
        try {
            if (!kept.isEmpty()) {
                index.rewrite(kept.values());
            }
        } catch (IOException nextTime) {
            System.getLogger(History.class.getName())
                    .log(System.Logger.Level.DEBUG, "the index stays as it was: " + nextTime.getClass().getName());
        }
    }

    private void publish() {
        newestFirst = kept.values().stream().map(IndexLine.Line::summary).toList();
    }
}
