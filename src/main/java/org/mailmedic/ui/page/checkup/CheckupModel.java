package org.mailmedic.ui.page.checkup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.mailmedic.checkup.Progress;
import org.mailmedic.report.EvidenceFacts;
import org.mailmedic.report.Seen;
import org.mailmedic.report.Tone;
import org.mailmedic.ui.page.Engine;
import org.mailmedic.ui.page.Errand;
import org.mailmedic.ui.page.JourneyTracker;
import org.mailmedic.ui.page.Sighting;
import org.mailmedic.ui.page.Way;
import org.mailmedic.ui.part.StationState;
import org.mailmedic.ui.part.Texts;

/// A check-up as it is watched. All public methods on the JavaFX thread; the engine's events are brought there by `fx`.
public final class CheckupModel {
    public enum Phase {
        RUNNING, STOPPED, ENDED,
        /// Our own code stumbled.
        BROKE
    }

    private final Engine engine;
    private final Executor fx;
    private final LongSupplier nanos;
    private final Texts texts;
    private final Errand errand;
    private final Way way;
    private JourneyTracker tracker;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.RUNNING);
    private final ReadOnlyObjectWrapper<List<StationState>> stations = new ReadOnlyObjectWrapper<>();
    /// How to say each sighting, in the language of the moment.
    private final List<Supplier<Sighting>> tellers = new ArrayList<>();
    private final ObservableList<Sighting> sightings = FXCollections.observableArrayList();
    /// Kept here, because the read-only view listens to its source weakly: one made on demand would fall silent with the next collection.
    private final ObservableList<Sighting> shown = FXCollections.unmodifiableObservableList(sightings);
    private final ReadOnlyStringWrapper lead = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper timeLeft = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper();
    private Engine.Run run = () -> { };
    private long beganNanos;
    private Duration atMost = Duration.ZERO;

    /// @param nanos a monotonic clock, in nanoseconds
    public CheckupModel(Engine engine, Executor fx, LongSupplier nanos, Texts texts, Errand errand, Way way) {
        this.engine = engine;
        this.fx = fx;
        this.nanos = nanos;
        this.texts = texts;
        this.errand = errand;
        this.way = way;
        tracker = new JourneyTracker(texts.evidence(), errand.settings().host());
        stations.set(tracker.states());
        lead();
    }

    private void lead() {
        String host = errand.settings().host().strip();
        lead.set(atMost.isZero() ? texts.get("checkup.lead", host, port())
                : texts.get("checkup.lead_bound", host, port(), seconds(atMost)));
    }

    /// The language has changed: what was seen so far is told anew.
    public void reworded() {
        tracker.reword(texts.evidence());
        stations.set(tracker.states());
        sightings.setAll(tellers.stream().map(Supplier::get).toList());
        lead();
        tick();
    }

    private void sighted(Sighting first, Supplier<Sighting> again) {
        tellers.add(again);
        sightings.add(first);
    }

    private void sighted(Supplier<Sighting> teller) {
        sighted(teller.get(), teller);
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<StationState>> stationsProperty() {
        return stations.getReadOnlyProperty();
    }

    public ObservableList<Sighting> sightings() {
        return shown;
    }

    public ReadOnlyStringProperty leadProperty() {
        return lead.getReadOnlyProperty();
    }

    /// The honest bound in words.
    public ReadOnlyStringProperty timeLeftProperty() {
        return timeLeft.getReadOnlyProperty();
    }

    /// How much of the longest possible time has passed, 0 to 1.
    public ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    public void begin() {
        beganNanos = nanos.getAsLong();
        run = engine.start(errand, this::hear, bug -> fx.execute(() -> broke(bug)));
    }

    /// Stops at once: what comes later is not listened to any more.
    public void stop() {
        if (phase.get() == Phase.RUNNING) {
            run.cancel();
            end(Phase.STOPPED);
        }
    }

    /// Some time has passed.
    public void tick() {
        if (phase.get() != Phase.RUNNING || atMost.isZero()) {
            return;
        }
        double passed = (nanos.getAsLong() - beganNanos) / 1e9;
        double bound = atMost.toNanos() / 1e9;
        share.set(Math.min(1, passed / bound));
        long left = (long) Math.ceil(bound - passed);
        timeLeft.set(left > 0 ? texts.get("checkup.left", left) : texts.get("checkup.any_moment"));
    }

    public void again() {
        way.check(errand);
    }

    public void settings() {
        way.settings();
    }

    public void startOver() {
        way.startOver();
    }

    /// What a thread of the check-up got ready of an event, so that the window has only to show it.
    ///
    /// @param seen the facts of a piece of evidence
    /// @param line what the list says
    private record Ready(Optional<Seen> seen, Optional<String> line) {}

    private void hear(Progress event) {
        try {
            Ready ready = ready(event);
            fx.execute(() -> accept(event, ready));
        } catch (RuntimeException bug) {
            fx.execute(() -> broke(bug));
        }
    }

    private Ready ready(Progress event) {
        return switch (event) {
            case Progress.Noted(var evidence) ->
                    new Ready(Optional.of(new Seen(EvidenceFacts.of(evidence))), texts.evidence().line(evidence));
            case Progress.Began _, Progress.StageBegan _, Progress.Suspected _, Progress.StageEnded _, Progress.Ended _ ->
                    new Ready(Optional.empty(), Optional.empty());
        };
    }

    private void accept(Progress event, Ready ready) {
        if (phase.get() != Phase.RUNNING) {
            return;
        }
        switch (event) {
            case Progress.Began(var plan, var bound) -> {
                if (!atMost.isZero()) {
                    beginAnew();
                }
                atMost = bound;
                tracker.planned(plan);
                lead();
                tick();
            }
            case Progress.StageBegan(var stage) -> tracker.began(stage);
            case Progress.Noted(var evidence) -> {
                Seen seen = ready.seen().orElseThrow();
                tracker.noted(evidence, seen);
                ready.line().ifPresent(line -> {
                    Tone tone = tracker.tone(seen);
                    double took = evidence.span().durationMs();
                    sighted(new Sighting(tone, line, texts.duration(took)),
                            () -> new Sighting(tone, texts.evidence().line(evidence).orElse(line), texts.duration(took)));
                });
            }
            case Progress.Suspected(var verdict) ->
                    sighted(() -> new Sighting(Tone.CAUTION, texts.get("checkup.so_far", verdict.title()), ""));
            case Progress.StageEnded(var stage, var status) -> tracker.ended(stage, status);
            case Progress.Ended(var report) -> {
                tracker.report(report);
                end(Phase.ENDED);
                way.answer(report, stations.get());
                return;
            }
        }
        stations.set(tracker.states());
    }

    /// Looking again at what failed showed something new: everything is looked at after all.
    private void beginAnew() {
        beganNanos = nanos.getAsLong();
        tracker = new JourneyTracker(texts.evidence(), errand.settings().host());
        sightings.clear();
        tellers.clear();
        sighted(() -> new Sighting(Tone.CAUTION, texts.get("checkup.something_new"), ""));
    }

    private void broke(Throwable bug) {
        if (phase.get() == Phase.RUNNING) {
            end(Phase.BROKE);
            way.stumbled(bug);
        }
    }

    private void end(Phase how) {
        tracker.over();
        stations.set(tracker.states());
        phase.set(how);
    }

    private String port() {
        return Integer.toString(errand.settings().effectivePort());
    }

    private static long seconds(Duration bound) {
        return Math.max(1, (bound.toMillis() + 999) / 1000);
    }
}
