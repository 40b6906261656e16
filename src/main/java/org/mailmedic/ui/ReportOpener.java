package org.mailmedic.ui;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.mailmedic.report.json.OpenedReport;
import org.mailmedic.report.json.ReportReader;
import org.mailmedic.ui.page.ShownReport;
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

    private final ReportTeller teller;
    private final Executor background;
    private final Executor fx;
    private final BiConsumer<Path, Result> ended;

    /// @param ended is told on the JavaFX thread
    ReportOpener(ReportTeller teller, Executor background, Executor fx, BiConsumer<Path, Result> ended) {
        this.teller = teller;
        this.background = background;
        this.fx = fx;
        this.ended = ended;
    }

    /// Returns at once. What is opened is told in the window's language.
    void open(Path file) {
        String name = String.valueOf(file.getFileName());
        background.execute(() -> {
            Result result = result(name, ReportReader.read(file));
            fx.execute(() -> ended.accept(file, result));
        });
    }

    private Result result(String name, OpenedReport opening) {
        return switch (opening) {
            case OpenedReport.Opened whole -> new Result.Whole(teller.opened(name, whole));
            case OpenedReport.Refused no -> new Result.Refused(no, name);
        };
    }
}
