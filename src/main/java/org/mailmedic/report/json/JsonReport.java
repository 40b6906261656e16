package org.mailmedic.report.json;

import java.util.Map;
import org.mailmedic.report.Report;

/// The report as JSON, format version 1, keys in the order of the contract (`assets/report.schema.json`).
public final class JsonReport {
    private JsonReport() {}

    /// Indented, ending in a line break, with the digest that shows accidental change.
    public static String write(Report report) {
        return write(ReportDigest.sealed(ReportDocument.of(report)));
    }

    /// A report that was opened, in the order in which it was written, with all that this version does not know. Nothing is added to it, so
    /// that a digest keeps its meaning.
    public static String write(Map<String, Object> document) {
        return JsonText.of(document);
    }
}
