package org.mailmedic.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.mailmedic.report.Report;
import org.mailmedic.report.json.OpenedReport;
import org.mailmedic.report.json.ReportReader;
import org.mailmedic.ui.page.JourneyTracker;
import org.mailmedic.ui.page.ShownReport;
import org.mailmedic.ui.page.answer.AnswerModel;
import org.mailmedic.ui.part.Texts;

/// Opens report files beside the window, with everything that their answer will ask for.
final class ReportOpener {
    /// What became of a file.
    sealed interface Result {
        /// A report that can be shown.
        record Whole(ShownReport shown) implements Result {}

        /// @param name of the file
        record Refused(OpenedReport.Refused why, String name) implements Result {
            /// Why it cannot be shown.
            String sentence(Texts texts) {
                return why.sentence(name, texts.book("report"));
            }
        }
    }

    private final WindowFlow.Surroundings around;
    private final BiConsumer<Path, Result> ended;

    /// @param ended is told on the JavaFX thread
    ReportOpener(WindowFlow.Surroundings around, BiConsumer<Path, Result> ended) {
        this.around = around;
        this.ended = ended;
    }

    /// Returns at once. What is opened is told in the window's language.
    void open(Path file) {
        String name = String.valueOf(file.getFileName());
        around.background().execute(() -> {
            Result result = result(name, ReportReader.read(file));
            around.fx().execute(() -> ended.accept(file, result));
        });
    }

    private Result result(String name, OpenedReport opening) {
        return switch (opening) {
            case OpenedReport.Opened whole -> {
                Report report = around.engine().retold(around.texts().language(), whole.report());
                AnswerModel.prepare(report, around.texts().entries());
                yield new Result.Whole(new ShownReport(report, JourneyTracker.of(report, around.texts().evidence()),
                        Optional.of(new ShownReport.File(name, whole))));
            }
            case OpenedReport.Refused no -> new Result.Refused(no, name);
        };
    }
}
