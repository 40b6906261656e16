package org.mailmedic.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.mailmedic.advice.PlainText;

/// The work was done, but its result could not be written: exit code 3, since no answer can be told from it.
final class UnwrittenException extends Exception {
    UnwrittenException(String what, IOException why) {
        super(what + " could not be written: " + reason(why) + ". Choose another place, or free some space.", why);
    }

    /// In the system's own words, such as "No space left on device".
    private static String reason(IOException why) {
        String said = why instanceof FileSystemException file ? file.getReason() : why.getMessage();
        return PlainText.of(said == null || said.isBlank() ? why.getClass().getSimpleName() : said);
    }
}
