package org.mailmedic.history;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/// Why something could not be kept, read or deleted: a closed list. Its sentences are `trouble.<id>` in `text/history.properties`.
public enum Trouble {
    /// No space left, or the person's share of it is used up.
    FULL,
    /// The folder may be read and not changed, or neither.
    NOT_ALLOWED,
    /// A file stands where the folder should be, or a link that leads elsewhere.
    NOT_A_FOLDER,
    /// The report, or the whole folder, is not there any more.
    GONE,
    /// The disk says no for another reason.
    OTHER;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param folder where it happened; it is looked at, since what systems say about it is worded in many languages
    public static Trouble of(IOException problem, Path folder) {
        String said = String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT);
        if (Stream.of("no space left", "quota", "not enough space", "file too large").anyMatch(said::contains)) {
            return FULL;
        }
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return NOT_A_FOLDER;
        }
        if (problem instanceof AccessDeniedException || said.contains("read-only")) {
            return NOT_ALLOWED;
        }
        if (problem instanceof NoSuchFileException) {
            return GONE;
        }
        return crowded(folder) ? FULL : Files.isDirectory(folder) && !Files.isWritable(folder) ? NOT_ALLOWED : OTHER;
    }

    private static boolean crowded(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() == 0;
        } catch (IOException unknown) {
            return false;
        }
    }
}
