package org.mailmedic.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.mailmedic.advice.Language;
import org.mailmedic.checkup.SavedFacts;
import org.mailmedic.report.Report;
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

    /// Its report, ready to be said in this language.
    static Report ready(OpenedReport.Opened saved, Locale language) {
        return saved.report().language().equals(Language.of(language).tag()) ? saved.report() : new SavedFacts().in(saved);
    }

    private static OpenedReport opening(String file) {
        try {
            Path path = Path.of(file);
            if (!Files.exists(path) || Files.isRegularFile(path) || Files.isDirectory(path)) {
                return ReportReader.read(path);
            }
            // a shell's `<(…)`: whoever names a pipe waits for it
            try (var pipe = Files.newInputStream(path)) {
                return ReportReader.read(pipe);
            }
        } catch (InvalidPathException noPath) {
            return new OpenedReport.Refused(OpenedReport.Reason.MISSING, "");
        } catch (IOException unreadable) {
            return new OpenedReport.Refused(OpenedReport.Reason.UNREADABLE, "");
        }
    }
}
