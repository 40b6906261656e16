package org.mailmedic.cli;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import org.mailmedic.product.SystemZone;
import org.mailmedic.report.Report;
import org.mailmedic.report.html.HtmlReport;
import org.mailmedic.report.json.JsonReport;
import org.mailmedic.report.pdf.PdfReport;
import org.mailmedic.report.text.TextReport;

/// The forms in which a report can be written.
enum ReportForm {
    TEXT, JSON, HTML, PDF;

    /// Whether it is made to be given to somebody else.
    boolean passedOn() {
        return switch (this) {
            case TEXT, JSON -> false;
            case HTML, PDF -> true;
        };
    }

    /// @param width  columns, for text
    /// @param colour whether text may hold escape sequences
    byte[] write(Report report, Locale language, int width, boolean colour) {
        return switch (this) {
            case TEXT -> utf8(new TextReport(language, SystemZone.id(), width, colour).write(report));
            case JSON -> utf8(JsonReport.write(report));
            case HTML -> utf8(new HtmlReport(language, ZoneId.systemDefault()).write(report));
            case PDF -> new PdfReport(language, ZoneId.systemDefault()).write(report);
        };
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
