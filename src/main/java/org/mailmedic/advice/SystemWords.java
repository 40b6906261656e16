package org.mailmedic.advice;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Map;

/// Why the system did not do what it was asked for, behind a colon or in brackets: in the reader's language where it is one of the usual
/// reasons, otherwise as the system says it.
public final class SystemWords {
    /// What POSIX systems say, in lower case, each with its key.
    private static final Map<String, String> SAID = Map.of("no space left on device", "no_space", "disk quota exceeded", "quota",
            "read-only file system", "read_only", "permission denied", "denied", "no such file or directory", "missing",
            "file too large", "too_large", "input/output error", "disk", "too many open files", "too_many",
            "address already in use", "taken");

    private SystemWords() {}

    public static String of(IOException why, Locale language) {
        String said = why instanceof FileSystemException file ? file.getReason() : why.getMessage();
        String own = said == null || said.isBlank() ? why.getClass().getSimpleName() : said;
        String key = switch (why) {
            case AccessDeniedException _ -> "denied";
            case NoSuchFileException _ -> "missing";
            default -> SAID.getOrDefault(own.strip().toLowerCase(Locale.ROOT), "");
        };
        return key.isEmpty() ? PlainText.of(own) : TextBook.open("words", language).get("system." + key);
    }
}
