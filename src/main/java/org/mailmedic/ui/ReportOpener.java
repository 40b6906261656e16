package org.mailmedic.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.mailmedic.advice.Entries;
import org.mailmedic.report.Opening;
import org.mailmedic.report.ReportReader;
import org.mailmedic.ui.page.AnswerModel;
import org.mailmedic.ui.page.JourneyTracker;
import org.mailmedic.ui.page.Shown;

/// Opens report files beside the window, with everything that their answer will ask for.
final class ReportOpener {
    /// What became of a file.
    sealed interface Result {
        /// A report that can be shown.
        record Whole(Shown shown) implements Result {}

        /// @param sentence why it cannot be shown
        record Refused(String sentence) implements Result {}
    }

    private final Walk.Surroundings around;
    private final Entries entries;
    private final BiConsumer<Path, Result> ended;

    /// @param ended is told on the JavaFX thread
    ReportOpener(Walk.Surroundings around, Entries entries, BiConsumer<Path, Result> ended) {
        this.around = around;
        this.entries = entries;
        this.ended = ended;
    }

    /// Returns at once.
    void open(Path file) {
        String name = String.valueOf(file.getFileName());
        around.background().execute(() -> {
            Opening opening = ReportReader.read(file);
            if (opening instanceof Opening.Opened whole) {
                AnswerModel.prepare(whole.report(), entries);
            }
            around.fx().execute(() -> ended.accept(file, result(name, opening)));
        });
    }

    private Result result(String name, Opening opening) {
        return switch (opening) {
            case Opening.Opened whole -> new Result.Whole(new Shown(whole.report(),
                    JourneyTracker.of(whole.report(), around.evidenceWords()), Optional.of(new Shown.File(name, whole))));
            case Opening.Refused no -> new Result.Refused(no.sentence(name, around.texts().book("report")));
        };
    }
}
