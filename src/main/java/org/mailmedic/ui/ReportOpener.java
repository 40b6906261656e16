package org.mailmedic.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.mailmedic.advice.Entries;
import org.mailmedic.report.Opening;
import org.mailmedic.report.ReportReader;
import org.mailmedic.ui.page.AnswerModel;
import org.mailmedic.ui.page.JourneyTracker;
import org.mailmedic.ui.page.Shown;

/// Opens report files beside the window, with everything that their answer will ask for.
final class ReportOpener {
    private final Walk.Surroundings around;
    private final Entries entries;
    private final Consumer<Shown> opened;
    private final Consumer<String> refused;

    /// @param opened  is given a report that can be shown, on the JavaFX thread
    /// @param refused is told why another cannot, in a sentence or two
    ReportOpener(Walk.Surroundings around, Entries entries, Consumer<Shown> opened, Consumer<String> refused) {
        this.around = around;
        this.entries = entries;
        this.opened = opened;
        this.refused = refused;
    }

    /// Returns at once.
    void open(Path file) {
        String name = String.valueOf(file.getFileName());
        around.background().execute(() -> {
            Opening opening = ReportReader.read(file);
            if (opening instanceof Opening.Opened whole) {
                AnswerModel.prepare(whole.report(), entries);
            }
            around.fx().execute(() -> tell(name, opening));
        });
    }

    private void tell(String name, Opening opening) {
        switch (opening) {
            case Opening.Opened whole -> opened.accept(new Shown(whole.report(), JourneyTracker.of(whole.report(), around.evidenceWords()),
                    Optional.of(new Shown.File(name, whole))));
            case Opening.Refused no -> refused.accept(no.sentence(name, around.texts().book("report")));
        }
    }
}
