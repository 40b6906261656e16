package org.mailmedic.ui.page.watch;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.mailmedic.monitor.Watching;
import org.mailmedic.report.Report;
import org.mailmedic.ui.page.Errand;
import org.mailmedic.ui.page.Herald;
import org.mailmedic.ui.page.JourneyTracker;
import org.mailmedic.ui.page.Retelling;
import org.mailmedic.ui.page.ShownReport;
import org.mailmedic.ui.page.Watches;
import org.mailmedic.ui.page.Way;
import org.mailmedic.ui.part.Texts;

/// "Keep watching until it works": one line a round. All methods on the JavaFX thread; the watch's events are brought there by `fx`.
public final class WatchModel {
    /// What a round came to.
    ///
    /// @param when the time of day
    /// @param took how long the round took, in words
    public record Round(String when, Report.Outcome outcome, String headline, String took) {}

    /// What a watch needs from outside.
    ///
    /// @param zone of the times shown
    public record Needs(Watches watches, Executor fx, Herald herald, Keeping keeping, Retelling retelling, Texts texts, ZoneId zone) {}

    /// Keeps the rounds that are worth it: the first, and each that is not as the one before.
    @FunctionalInterface
    public interface Keeping {
        /// @param trouble is told in a sentence why it could not be kept; not called otherwise
        void keep(Report report, Consumer<String> trouble);
    }

    private final Needs needs;
    private final Errand errand;
    private ShownReport before;
    private final Way way;
    private final Texts texts;
    /// What each round came to, so that it can be told in another language.
    private final List<Look> looks = new ArrayList<>();
    private Supplier<String> stateWords = () -> "";
    private Supplier<String> changedWords = () -> "";
    private final ObservableList<Round> rounds = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper changed = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notKept = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper over = new ReadOnlyBooleanWrapper();
    private Watches.Vigil vigil = () -> { };
    private Optional<Report> last = Optional.empty();

    /// @param before what was found last
    public WatchModel(Needs needs, Errand errand, ShownReport before, Way way) {
        this.needs = needs;
        this.errand = errand;
        this.before = before;
        this.way = way;
        texts = needs.texts();
    }

    private record Look(Instant at, Report report) {}

    private Round round(Look look) {
        return new Round(second(look.at()), look.report().outcome(), headline(look.report()), texts.duration(look.report().totalMs()));
    }

    private String second(Instant at) {
        return texts.second(at.atZone(needs.zone()));
    }

    private void say(Supplier<String> words) {
        stateWords = words;
        state.set(words.get());
    }

    private Report told(Report report) {
        return needs.retelling().in(texts.language(), report);
    }

    /// The language has changed; the watch goes on.
    ///
    /// @param teller gives the same report in the new one
    public void reworded(UnaryOperator<ShownReport> teller) {
        before = teller.apply(before);
        last = last.map(this::told);
        looks.replaceAll(look -> new Look(look.at(), told(look.report())));
        rounds.setAll(looks.stream().map(this::round).toList());
        state.set(stateWords.get());
        changed.set(changedWords.get());
    }

    /// Newest last.
    public ObservableList<Round> rounds() {
        return rounds;
    }

    /// What goes on at present, or how it ended.
    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The minute at which it changed last, from what, and to what; empty as long as it is as it was.
    public ReadOnlyStringProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /// Why a round could not be kept; empty when nothing stood in the way.
    public ReadOnlyStringProperty notKeptProperty() {
        return notKept.getReadOnlyProperty();
    }

    /// Whether a change is told beyond the window too.
    public BooleanProperty toldProperty() {
        return needs.herald().wantedProperty();
    }

    /// Whether the last look found nothing in the way.
    public boolean works() {
        return !rounds.isEmpty() && rounds.getLast().outcome() == Report.Outcome.HEALTHY;
    }

    /// The headline when the watch is over.
    public String overHeadline() {
        return works() ? texts.get("watch.over.works" + (last.filter(Report::partly).isPresent() ? ".partly" : ""))
                : texts.get("watch.over", host());
    }

    /// Whether there is something new to see; otherwise the button leads back.
    public boolean changed() {
        return last.filter(report -> report.outcome() != before.report().outcome()
                || !report.headline().map(Report.Verdict::code).equals(before.report().headline().map(Report.Verdict::code))).isPresent();
    }

    public ReadOnlyBooleanProperty overProperty() {
        return over.getReadOnlyProperty();
    }

    public String host() {
        return errand.settings().host().strip();
    }

    public void begin() {
        vigil = needs.watches().start(errand, before.report(), event -> needs.fx().execute(() -> accept(event)));
    }

    public void stop() {
        vigil.stop();
    }

    /// To the answer: Before → Now where something has changed.
    public void answer() {
        stop();
        last.filter(_ -> changed()).ifPresentOrElse(report -> way.answer(report, JourneyTracker.of(report, texts.evidence())),
                way::wholeAnswer);
    }

    public void startOver() {
        way.startOver();
    }

    private void accept(Watching event) {
        switch (event) {
            case Watching.RoundBegan(var round, var _) -> say(() -> texts.get("watch.looking", round));
            case Watching.RoundEnded(var _, var at, var report) -> {
                if (last.isEmpty()) {
                    needs.keeping().keep(report, notKept::set);
                }
                last = Optional.of(report);
                looks.add(new Look(at, report));
                rounds.add(round(looks.getLast()));
            }
            case Watching.Changed(var at, var earlier, var now) -> changed(at, earlier, now);
            case Watching.NextRound(var _, Instant at, var _) -> say(() -> texts.get("watch.next", second(at)));
            case Watching.Stopped(var because, var _) -> {
                say(() -> texts.get("watch.stopped." + because.id()));
                over.set(true);
            }
        }
    }

    private void changed(Instant at, Report earlier, Report now) {
        Locale first = texts.language();
        changedWords = () -> texts.get("watch.changed", texts.minute(at.atZone(needs.zone())), headline(first, earlier),
                headline(first, now));
        changed.set(changedWords.get());
        if (rounds.size() > 1) {
            needs.keeping().keep(now, notKept::set);
        }
        // what a server said stays in the window
        needs.herald().tell(texts.get("window.name"), texts.get(now.outcome() != Report.Outcome.HEALTHY ? "watch.tell.changed"
                : now.partly() ? "watch.tell.works.partly" : "watch.tell.works"));
    }

    /// @param told in which language the report was made
    private String headline(Locale told, Report report) {
        return headline(told.equals(texts.language()) ? report : told(report));
    }

    private String headline(Report report) {
        return report.headline().map(Report.Verdict::title)
                .orElseGet(() -> texts.get("answer." + report.outcome().id() + (report.partly() ? ".partly" : "")
                + ".headline"));
    }
}
