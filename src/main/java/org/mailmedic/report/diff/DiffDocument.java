package org.mailmedic.report.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailmedic.report.Milliseconds;
import org.mailmedic.report.Report;
import org.mailmedic.report.Report.Verdict;
import org.mailmedic.report.Timestamp;
import org.mailmedic.report.diff.ReportDiff.Change;
import org.mailmedic.report.diff.ReportDiff.StationPair;

/// A comparison as a tree of names and values (`mailmedic-comparison`, version 1; `assets/comparison.schema.json`).
public final class DiffDocument {
    private DiffDocument() {}

    /// @param words for the sentences in it
    public static Map<String, Object> of(ReportDiff diff, DiffWords words) {
        var document = new LinkedHashMap<String, Object>();
        document.put("format", "mailmedic-comparison");
        document.put("version", 1);
        document.put("same", diff.same());
        document.put("conclusion", diff.conclusion().id());
        document.put("sentence", words.conclusion(diff));
        document.put("before", side(diff.before(), words));
        document.put("after", side(diff.after(), words));
        document.put("stations", diff.stations().stream().map(DiffDocument::station).toList());
        if (diff.aboutDomain()) {
            document.put("records", diff.records().stream().map(DiffDocument::record).toList());
        }
        document.put("changes", diff.changes().stream().map(change -> change(diff, change, words)).toList());
        return document;
    }

    private static Map<String, Object> side(Report report, DiffWords words) {
        var side = new LinkedHashMap<String, Object>();
        side.put("id", report.id());
        side.put("created", Timestamp.of(report.created()));
        side.put("outcome", report.outcome().id());
        side.put("unchecked", report.unchecked());
        side.put("diagnoses", codes(report.diagnoses()));
        side.put("warnings", codes(report.warnings()));
        side.put("headline", words.headline(report));
        side.put("total_ms", Milliseconds.rounded(report.totalMs()));
        return side;
    }

    private static List<String> codes(List<Verdict> verdicts) {
        return verdicts.stream().map(Verdict::code).toList();
    }

    private static Map<String, Object> station(StationPair station) {
        var all = new LinkedHashMap<String, Object>();
        all.put("stage", station.stage());
        all.put("before", station.before());
        all.put("before_ms", Milliseconds.rounded(station.beforeMs()));
        all.put("after", station.after());
        all.put("after_ms", Milliseconds.rounded(station.afterMs()));
        return all;
    }

    private static Map<String, Object> record(RecordPair pair) {
        var all = new LinkedHashMap<String, Object>();
        all.put("record", pair.record());
        all.put("before", pair.before().state());
        all.put("before_text", pair.before().text());
        all.put("after", pair.after().state());
        all.put("after_text", pair.after().text());
        return all;
    }

    private static Map<String, Object> change(ReportDiff diff, Change change, DiffWords words) {
        var all = new LinkedHashMap<String, Object>();
        all.put("topic", change.topic().id());
        all.put("subject", change.subject());
        all.put("before", change.before());
        all.put("after", change.after());
        all.put("sentence", words.line(diff, change));
        return all;
    }
}
