package org.mailmedic.ui.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.mailmedic.advice.EvidenceWords;
import org.mailmedic.monitor.Watching;
import org.mailmedic.report.Report;
import org.mailmedic.ui.part.Texts;

/// "Keep watching until it works": one line a round. All methods on the JavaFX thread; the watch's events are brought there by `fx`.
public final class WatchModel {
    /// What a round came to.
    ///
    /// @param when the time of day
    /// @param took how long the round took, in words
    public record Round(String when, Report.Outcome outcome, String headline, String took) {}

    private final Watches watches;
    private final Executor fx;
    private final Errand errand;
    private final Shown before;
    private final EvidenceWords words;
    private final Way way;
    private final Texts texts;
    private final DateTimeFormatter clock;
    private final ObservableList<Round> rounds = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper over = new ReadOnlyBooleanWrapper();
    private Watches.Vigil vigil = () -> { };
    private Optional<Report> last = Optional.empty();

    /// @param before what was found last
    /// @param zone   of the times shown
    public WatchModel(Watches watches, Executor fx, Errand errand, Shown before, EvidenceWords words, Way way, Texts texts, Locale language, ZoneId zone) {
        this.watches = watches;
        this.fx = fx;
        this.errand = errand;
        this.before = before;
        this.words = words;
        this.way = way;
        this.texts = texts;
        clock = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withLocale(language).withZone(zone);
    }

    /// Newest last.
    public ObservableList<Round> rounds() {
        return rounds;
    }

    /// What goes on at present, or how it ended.
    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty overProperty() {
        return over.getReadOnlyProperty();
    }

    public String host() {
        return errand.settings().host().strip();
    }

    public void begin() {
        vigil = watches.start(errand, before.report(), event -> fx.execute(() -> accept(event)));
    }

    public void stop() {
        vigil.stop();
    }

    /// To the answer: Before → Now where at least one round has ended.
    public void answer() {
        stop();
        last.ifPresentOrElse(report -> way.answer(report, JourneyTracker.of(report, words)), way::wholeAnswer);
    }

    public void startOver() {
        way.startOver();
    }

    private void accept(Watching event) {
        switch (event) {
            case Watching.RoundBegan(var round, var _) -> state.set(texts.get("watch.looking", round));
            case Watching.RoundEnded(var _, var at, var report) -> {
                last = Optional.of(report);
                rounds.add(new Round(clock.format(at), report.outcome(), headline(report), texts.duration(report.totalMs())));
            }
            case Watching.Changed(var _, var _, var _) -> { }
            case Watching.NextRound(var _, Instant at, var _) -> state.set(texts.get("watch.next", clock.format(at)));
            case Watching.Stopped(var because, var _) -> {
                state.set(texts.get("watch.stopped." + because.id()));
                over.set(true);
            }
        }
    }

    private String headline(Report report) {
        return report.headline().map(Report.Verdict::title).orElseGet(() -> texts.get("answer." + report.outcome().id() + ".headline"));
    }
}
