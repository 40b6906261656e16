package org.mailmedic.ui;

import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mailmedic.report.Report;
import org.mailmedic.report.json.OpenedReport;
import org.mailmedic.ui.page.Engine;
import org.mailmedic.ui.page.JourneyTracker;
import org.mailmedic.ui.page.ShownReport;
import org.mailmedic.ui.page.answer.AnswerModel;
import org.mailmedic.ui.part.Texts;

/// What a report needs in order to be shown: the words of the window's language, its stations, and what its answer will ask for.
record ReportTeller(Engine engine, Texts texts) {
    /// An engine whose reports come with what their answers ask for.
    Engine prepared() {
        return new AnswerAhead(engine, this::prepare);
    }

    private void prepare(Report report) {
        AnswerModel.prepare(report, texts.entries());
    }

    /// In the window's language.
    Report told(Report report) {
        return engine.retold(texts.language(), report);
    }

    ShownReport told(ShownReport shown) {
        Report report = told(shown.report());
        return new ShownReport(report, JourneyTracker.retold(shown.stations(), report, texts.evidence()), shown.file());
    }

    /// For all that is known when the language changes: what was the same report stays the same.
    UnaryOperator<ShownReport> each() {
        var known = new IdentityHashMap<ShownReport, ShownReport>();
        return shown -> known.computeIfAbsent(shown, this::told);
    }

    /// From a file; it may take a moment.
    ///
    /// @param name of the file
    ShownReport opened(String name, OpenedReport.Opened whole) {
        Report report = told(whole.report());
        prepare(report);
        return new ShownReport(report, JourneyTracker.of(report, texts.evidence()), Optional.of(new ShownReport.File(name, whole)));
    }
}
