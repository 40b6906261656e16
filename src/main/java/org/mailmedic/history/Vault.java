package org.mailmedic.history;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Files in one folder that are there whole or not at all, whatever happens while they are written: each is written beside its place,
/// waited for, and put there in one step. Several processes may do so at once.
final class Vault {
    private static final Pattern DRAFT = Pattern.compile("\\.(\\d{1,19})-[0-9a-f-]{36}\\.part");
    /// A write takes moments. A draft as old as this has no writer any more, even if its number lives on in another process.
    private static final Duration ABANDONED = Duration.ofMinutes(10);
    private static final int ATTEMPTS = 3;

    private final Disk disk;
    private final Path folder;
    private final LongPredicate living;

    Vault(Disk disk, Path folder) {
        this(disk, folder, pid -> ProcessHandle.of(pid).isPresent());
    }

    /// @param living whether a process with this number runs
    Vault(Disk disk, Path folder, LongPredicate living) {
        this.disk = disk;
        this.folder = folder;
        this.living = living;
    }

    /// Puts `bytes` there under `name`, in the place of what had that name.
    ///
    /// @throws IOException when that was not possible; then everything is as before
    void put(String name, byte[] bytes) throws IOException {
        for (int attempt = 1; ; attempt++) {
            Path draft = folder.resolve("." + ProcessHandle.current().pid() + "-" + UUID.randomUUID() + ".part");
            try {
                disk.write(draft, bytes);
                disk.rename(draft, folder.resolve(name));
                break;
            } catch (NoSuchFileException sweptMeanwhile) {
                // a sibling took the draft for a leftover, or deleted everything just now; this one comes after that
                if (attempt == ATTEMPTS) {
                    throw sweptMeanwhile;
                }
                disk.makeFolder(folder);
            } catch (IOException notWritten) {
                discard(draft, notWritten);
                throw notWritten;
            }
        }
        disk.sync(folder);
    }

    private void discard(Path draft, IOException because) {
        try {
            disk.delete(draft);
        } catch (IOException left) {
            because.addSuppressed(left);
        }
    }

    /// Whether a file of this name is a draft. Nobody else's files are called so.
    static boolean isDraft(String name) {
        return DRAFT.matcher(name).matches();
    }

    /// Whether this draft's writer was killed. Should that be a mistake, the writer notices and writes again.
    boolean abandoned(Disk.Entry draft, Instant now) {
        Matcher match = DRAFT.matcher(draft.name());
        return match.matches() && (!living.test(pid(match.group(1))) || Duration.between(draft.changed(),
                now).abs().compareTo(ABANDONED) > 0);
    }

    private static long pid(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException tooLong) {
            return Long.MAX_VALUE;
        }
    }
}
