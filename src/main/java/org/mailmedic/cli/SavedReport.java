package org.mailmedic.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.mailmedic.report.Opening;
import org.mailmedic.report.ReportReader;

/// Opens the report that a call names.
final class SavedReport {
    private SavedReport() {}

    /// @throws UsageException when it cannot be opened; the message says why and what to do
    static Opening.Opened open(String file, Locale language) throws UsageException {
        return switch (opening(file)) {
            case Opening.Opened opened -> opened;
            case Opening.Refused refused -> throw new UsageException(refused.sentence(file, language));
        };
    }

    private static Opening opening(String file) {
        try {
            return ReportReader.read(Path.of(file));
        } catch (InvalidPathException noPath) {
            return new Opening.Refused(Opening.Reason.MISSING, "");
        }
    }
}
