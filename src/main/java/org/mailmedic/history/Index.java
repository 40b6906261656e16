package org.mailmedic.history;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// The summaries of all reports in one file, so that ten thousand are listed in a moment. The reports are the truth: a line that is torn,
/// stale or missing costs the time to read that report again, and nothing else. Not thread-safe.
final class Index {
    static final String NAME = "index.jsonl";
    private static final int LONGEST = 64 * 1024 * 1024;
    private final Disk disk;
    private final Vault vault;
    private final Path file;
    private final IndexLine form = new IndexLine();

    Index(Disk disk, Vault vault, Path folder) {
        this.disk = disk;
        this.vault = vault;
        this.file = folder.resolve(NAME);
    }

    /// @param lines what could be read, by the report's name
    /// @param tidy  whether there was nothing else in it
    record Content(Map<String, IndexLine.Line> lines, boolean tidy) {}

    Content read() {
        Map<String, IndexLine.Line> lines = new HashMap<>();
        byte[] bytes;
        try {
            bytes = disk.read(file, LONGEST);
        } catch (IOException notThere) {
            return new Content(lines, false);
        }
        boolean tidy = true;
        int from = 0;
        for (int to = 0; to < bytes.length; to++) {
            if (bytes[to] == '\n') {
                var line = form.read(bytes, from, to);
                tidy &= line.isPresent() && lines.put(line.get().file().name(), line.get()) == null;
                from = to + 1;
            }
        }
        return new Content(lines, tidy && from == bytes.length);
    }

    /// Adds a line.
    ///
    /// @return whether that succeeded
    boolean add(IndexLine.Line line) {
        var bytes = new ByteArrayOutputStream();
        form.write(line, bytes);
        try {
            disk.append(file, bytes.toByteArray());
            return true;
        } catch (IOException missing) {
            return false;
        }
    }

    /// Writes it anew with these lines alone. When that is not possible it goes altogether: an index may be missing, but what was deleted
    /// must not live on in it.
    ///
    /// @throws IOException when even that is not possible
    void rewrite(Collection<IndexLine.Line> lines) throws IOException {
        var bytes = new ByteArrayOutputStream();
        lines.forEach(line -> form.write(line, bytes));
        try {
            vault.put(NAME, bytes.toByteArray());
        } catch (IOException noSpace) {
            disk.delete(file);
        }
    }

    void delete() throws IOException {
        disk.delete(file);
    }
}
