package org.mailmedic.report.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mailmedic.report.Report;
import org.mailmedic.report.json.JsonTree.Unreadable;

/// Opens a report that was saved by this version or an earlier one, here or elsewhere. What it opens may be damaged or made to do harm:
/// it is
/// bounded, never run and never trusted. Thread-safe.
public final class ReportReader {
    /// As much of a text that cannot be read as tells whether it was a report.
    private static final int BEGINNING = 2000;

    private ReportReader() {}

    /// Opens a file; reads at most 20 MB of it.
    public static OpenedReport read(Path file) {
        // a pipe may never say anything, and a device never end
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return refused(OpenedReport.Reason.UNREADABLE);
        }
        try (var in = Files.newInputStream(file)) {
            return read(in.readNBytes(JsonTree.MOST_BYTES + 1));
        } catch (NoSuchFileException absent) {
            return refused(OpenedReport.Reason.MISSING);
        } catch (IOException | SecurityException unreadable) {
            return refused(OpenedReport.Reason.UNREADABLE);
        }
    }

    /// Opens what a pipe hands over; reads at most 20 MB of it, and waits for as long as it is open.
    public static OpenedReport read(InputStream in) {
        try {
            return read(in.readNBytes(JsonTree.MOST_BYTES + 1));
        } catch (IOException unreadable) {
            return refused(OpenedReport.Reason.UNREADABLE);
        }
    }

    /// Opens the bytes of a file.
    public static OpenedReport read(byte[] bytes) {
        if (bytes.length == 0) {
            return refused(OpenedReport.Reason.EMPTY);
        }
        Object value;
        try {
            value = JsonTree.read(bytes);
        } catch (Unreadable how) {
            return refused(switch (how.reason()) {
                case TOO_BIG -> OpenedReport.Reason.TOO_BIG;
                case TOO_DEEP -> OpenedReport.Reason.TOO_DEEP;
                case NOT_JSON -> beginsLikeOurs(bytes) ? OpenedReport.Reason.DAMAGED : OpenedReport.Reason.NOT_JSON;
            });
        }
        if (!(value instanceof Map<?, ?> map) || !Report.FORMAT.equals(map.get("format"))) {
            return refused(OpenedReport.Reason.FOREIGN);
        }
        if (map.get("version") instanceof Number version && version.doubleValue() > Report.VERSION) {
            return refused(OpenedReport.Reason.NEWER);
        }
        try {
            return opened(ReportMapping.object(value, ""));
        } catch (ReportMapping.Misfit misfit) {
            return new OpenedReport.Refused(OpenedReport.Reason.DAMAGED, misfit.at());
        }
    }

    /// This computer's journey in a document that was opened before: its only one, or the one beside the website's.
    public static List<Report.StageResult> journeyHere(Map<String, Object> document) {
        Report report = ReportMapping.report(document);
        return report.pair().map(Report.Pair::here).orElse(report.stages());
    }

    /// A document that fits, ready to be shown.
    public static OpenedReport.Opened opened(Map<String, Object> document) {
        return new OpenedReport.Opened(ReportMapping.report(document), document, ReportDigest.check(document));
    }

    private static boolean beginsLikeOurs(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, BEGINNING), StandardCharsets.ISO_8859_1).contains(Report.FORMAT);
    }

    private static OpenedReport.Refused refused(OpenedReport.Reason reason) {
        return new OpenedReport.Refused(reason, "");
    }
}
