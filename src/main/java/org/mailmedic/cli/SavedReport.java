package org.mailmedic.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.mailmedic.report.json.OpenedReport;
import org.mailmedic.report.json.ReportReader;

/// Opens the report that a call names.
final class SavedReport {
    private SavedReport() {}

    /// @throws UsageException when it cannot be opened; the message says why and what to do
    static OpenedReport.Opened open(String file, Locale language) throws UsageException {
        return switch (opening(file)) {
            case OpenedReport.Opened opened -> opened;
            case OpenedReport.Refused refused -> throw new UsageException(refused.sentence(file, language));
        };
    }

    private static OpenedReport opening(String file) {
        try {
            return ReportReader.read(Path.of(file));
        } catch (InvalidPathException noPath) {
            return new OpenedReport.Refused(OpenedReport.Reason.MISSING, "");
        }
    }
}
