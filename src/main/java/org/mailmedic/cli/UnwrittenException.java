package org.mailmedic.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.mailmedic.advice.SystemWords;
import org.mailmedic.advice.TextBook;

/// The work was done, but its result could not be written: exit code 3, since no answer can be told from it.
final class UnwrittenException extends Exception {
    private final String what;
    private final transient IOException why;

    /// @param what the name of the file
    UnwrittenException(String what, IOException why) {
        super(why);
        this.what = what;
        this.why = why;
    }

    String sentence(Locale language) {
        return TextBook.open("usage", language).get("unwritten",
                Map.of("file", new TextBook.Whole(what), "why", SystemWords.of(why, language)));
    }
}
