package org.mailmedic.ui;

import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.mailmedic.history.Intervention;
import org.mailmedic.report.Report;
import org.mailmedic.ui.page.EarlierStore;
import org.mailmedic.ui.page.Reminders;
import org.mailmedic.ui.page.ShownReport;
import org.mailmedic.ui.page.Way;
import org.mailmedic.ui.page.answer.AnswerModel;
import org.mailmedic.ui.page.compare.CompareModel;
import org.mailmedic.ui.page.earlier.EarlierModel;
import org.mailmedic.ui.part.Texts;

/// The answer that the person had last: what they say they have changed since, and whether it could be kept among the earlier check-ups. A
/// practice server's troubles are nobody's history. On the JavaFX thread.
final class LatestAnswer {
    private final EarlierStore earlier;
    private final Reminders reminders;
    private final Texts texts;
    private Optional<ShownReport> shown = Optional.empty();
    /// What the person says they have changed since.
    private Optional<Intervention> changed = Optional.empty();
    /// Why it could not be kept; empty when it is.
    private Supplier<String> notKept = () -> "";
    /// The round of a watch that was kept last.
    private Optional<Report> keptRound = Optional.empty();
    /// The page that says so.
    private Optional<AnswerModel> page = Optional.empty();

    LatestAnswer(EarlierStore earlier, Reminders reminders, Texts texts) {
        this.earlier = earlier;
        this.reminders = reminders;
        this.texts = texts;
    }

    Optional<ShownReport> shown() {
        return shown;
    }

    /// What comes next is about something else.
    void forget() {
        incomparable();
        changed = Optional.empty();
    }

    /// There is nothing to compare the next one with.
    void incomparable() {
        shown = Optional.empty();
    }

    /// Another one takes its place.
    ///
    /// @return what has changed between the two, where there is something to compare
    Optional<CompareModel> replace(ShownReport now, boolean practice, Way way) {
        Optional<ShownReport> before = shown;
        Report report = now.report();
        shown = Optional.of(now);
        if (keptRound.filter(kept -> kept.id().equals(report.id())).isEmpty()) {
            keep(report, practice);
        }
        Optional<CompareModel> compared = before.map(then -> new CompareModel(then, now, changed, ZoneId.systemDefault(), way, texts))
                .filter(CompareModel::comparable);
        if (changed.isPresent() && !practice) {
            before.ifPresent(then -> earlier.conclude(then.report().id(), report.id()));
        }
        changed = Optional.empty();
        compared.ifPresent(model -> model.asked().offProperty().bind(reminders.offProperty()));
        return compared;
    }

    private void keep(Report report, boolean practice) {
        notKept = () -> "";
        page = Optional.empty();
        if (!practice) {
            earlier.keep(report, trouble -> {
                if (shown.filter(latest -> latest.report().id().equals(report.id())).isPresent()) {
                    notKept = () -> EarlierModel.notKept(earlier, trouble, texts);
                    say();
                }
            });
        }
    }

    /// @param trouble is told why the round of a watch could not be kept
    void keepRound(Report round, boolean practice, Consumer<String> trouble) {
        keptRound = Optional.of(round);
        if (!practice) {
            earlier.keep(round, why -> trouble.accept(EarlierModel.notKept(earlier, why, texts)));
        }
    }

    /// An answer is to be shown: when it is this one, its page says whether it could be kept.
    void shownOn(AnswerModel model) {
        if (shown.filter(model.shown()::equals).isPresent()) {
            page = Optional.of(model);
            say();
        }
    }

    private void say() {
        page.ifPresent(model -> model.notKeptProperty().set(notKept.get()));
    }

    /// The person says what they have changed.
    void changed(Intervention change, boolean practice) {
        if (!changed.equals(Optional.of(change))) {
            changed = Optional.of(change);
            reminders.noted(change, shown.map(latest -> latest.report().id()).orElse(""), "", practice);
        }
    }

    /// Another password is to be tried. What was never looked at is no Before to a Now.
    void passwordChanged(boolean practice) {
        if (shown.filter(latest -> latest.report().partly()).isPresent()) {
            incomparable();
        } else if (changed.isEmpty()) {
            changed(new Intervention(Intervention.Kind.PASSWORD, ""), practice);
        }
    }

    /// The language has changed.
    void reworded(UnaryOperator<ShownReport> teller) {
        shown = shown.map(teller);
        say();
    }
}
