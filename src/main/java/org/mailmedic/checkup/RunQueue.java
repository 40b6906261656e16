package org.mailmedic.checkup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// How long threads of this program stood in line for a processor, as Linux counts it for each (`/proc/self/task/…/schedstat`, proc(5)).
/// The JVM's own helpers do not count: they work in the background and hold up nobody. Used by one thread.
final class RunQueue implements Pulse.Waiting {
    private static final Path TASKS = Path.of("/proc/self/task");
    /// The beginnings of the names of compilers, collectors and the like.
    private static final Set<String> HELPERS = Set.of("C1 Comp", "C2 Comp", "GC Thread", "G1 ", "VM Periodic", "Sweeper", "Monitor Def",
            "Notification", "Common-Cl", "Signal Di", "Finalizer", "Reference", "Service T");
    private static final int LONGEST = 128;
    private final Map<String, Long> before = new HashMap<>();
    private boolean first = true;

    @Override
    public long longestNanos() {
        long longest = 0;
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
            for (Path task : tasks) {
                longest = Math.max(longest, waited(task));
            }
        } catch (IOException notLinux) {
            return 0;
        }
        boolean known = !first;
        first = false;
        return known ? longest : 0;
    }

    private long waited(Path task) {
        try {
            String id = task.getFileName().toString();
            long total = Long.parseLong(text(task.resolve("schedstat")).split(" ")[1]);
            Long last = before.put(id, total);
            long since = total - (last == null ? 0 : last);
            String name = since > 0 ? text(task.resolve("comm")) : "";
            return HELPERS.stream().anyMatch(name::startsWith) ? 0 : since;
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException gone) {
            return 0;
        }
    }

    private static String text(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LONGEST), StandardCharsets.US_ASCII).strip();
        }
    }
}
