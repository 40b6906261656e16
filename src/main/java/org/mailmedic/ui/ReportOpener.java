package org.mailmedic.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.mailmedic.advice.Entries;
import org.mailmedic.report.json.OpenedReport;
import org.mailmedic.report.json.ReportReader;
import org.mailmedic.ui.page.JourneyTracker;
import org.mailmedic.ui.page.ShownReport;
import org.mailmedic.ui.page.answer.AnswerModel;

/// Opens report files beside the window, with everything that their answer will ask for.
final class ReportOpener {
    private final WindowFlow.Surroundings around;
    private final Entries entries;
    private final Consumer<ShownReport> opened;
    private final Consumer<String> refused;

    /// @param opened  is given a report that can be shown, on the JavaFX thread
    /// @param refused is told why another cannot, in a sentence or two
    ReportOpener(WindowFlow.Surroundings around, Entries entries, Consumer<ShownReport> opened, Consumer<String> refused) {
        this.around = around;
        this.entries = entries;
        this.opened = opened;
        this.refused = refused;
    }

    /// Returns at once.
    void open(Path file) {
        String name = String.valueOf(file.getFileName());
        around.background().execute(() -> {
            OpenedReport opening = ReportReader.read(file);
            if (opening instanceof OpenedReport.Opened whole) {
                AnswerModel.prepare(whole.report(), entries);
            }
            around.fx().execute(() -> tell(name, opening));
        });
    }

    private void tell(String name, OpenedReport opening) {
        switch (opening) {
            case OpenedReport.Opened whole -> opened.accept(new ShownReport(whole.report(), JourneyTracker.of(whole.report(), around.evidenceWords()),
                    Optional.of(new ShownReport.File(name, whole))));
            case OpenedReport.Refused no -> refused.accept(no.sentence(name, around.texts().book("report")));
        }
    }
}
