package org.mailmedic.ui.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailmedic.advice.EvidenceWords;
import org.mailmedic.checkup.StageStatus;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Plan;
import org.mailmedic.plan.Stage;
import org.mailmedic.report.Report;
import org.mailmedic.report.Seen;
import org.mailmedic.report.Tone;
import org.mailmedic.report.Witnesses;
import org.mailmedic.report.json.EvidenceReader;
import org.mailmedic.settings.Security;
import org.mailmedic.ui.part.Station;
import org.mailmedic.ui.part.StationState;
import org.mailmedic.ui.part.StationState.Mark;

/// Follows the stages of a check-up and says how it stands with each station.
public final class JourneyTracker {
    private EvidenceWords words;
    private final Map<Stage, StageStatus> ended = new EnumMap<>(Stage.class);
    private final Set<Stage> begun = EnumSet.noneOf(Stage.class);
    private final Set<Stage> asked = EnumSet.noneOf(Stage.class);
    private final List<Seen> seen = new ArrayList<>();
    private final Map<String, Evidence> noted = new HashMap<>();
    private final Map<Station, Stage> busy = new EnumMap<>(Station.class);
    private List<Station> order = Station.inOrder(false);
    private boolean over;
    private final String host;
    /// What the answer rests on, once there is one.
    private List<String> because = List.of();
    private Optional<Witnesses.Cause> cause = Optional.empty();

    /// @param host the server that is asked about
    public JourneyTracker(EvidenceWords words, String host) {
        this.words = words;
        this.host = host;
    }

    /// All stations before anything was seen.
    public static List<StationState> untouched(EvidenceWords words) {
        return new JourneyTracker(words, "").states();
    }

    /// The stations of a report that was opened: how each ended, without what was seen there.
    public static List<StationState> of(Report report, EvidenceWords words) {
        var tracker = new JourneyTracker(words, "");
        Object port = report.settings().get("port");
        boolean implicit = Security.TLS.id().equals(report.settings().get("security"))
                || port instanceof Number number && number.intValue() == Security.TLS.usualPort();
        tracker.order = Station.inOrder(implicit);
        tracker.report(report);
        return tracker.states();
    }

    /// The same stations in other words, as far as there were words: what was seen is read from the report.
    public static List<StationState> retold(List<StationState> stations, Report report, EvidenceWords words) {
        var tracker = new JourneyTracker(words, String.valueOf(report.settings().getOrDefault("host", "")));
        tracker.order = stations.stream().map(StationState::station).toList();
        report.evidence().forEach(facts -> EvidenceReader.read(facts).ifPresent(evidence -> tracker.noted(evidence, new Seen(facts))));
        tracker.report(report);
        var witnesses = new Witnesses(tracker.seen, tracker.host);
        List<StationState> told = tracker.states();
        List<StationState> all = new ArrayList<>();
        for (int i = 0; i < stations.size(); i++) {
            StationState then = stations.get(i);
            String line = told.get(i).mark() == then.mark() ? told.get(i).line() : tracker.line(then.station(), then.mark(), witnesses);
            all.add(then.line().isBlank() || line.isBlank() ? then : new StationState(then.station(), then.mark(), line));
        }
        return List.copyOf(all);
    }

    /// From now on in other words.
    public void reword(EvidenceWords other) {
        words = other;
    }

    public void planned(Plan plan) {
        order = Station.inOrder(plan.mode() == Mode.IMPLICIT_TLS);
        asked.addAll(plan.asked());
    }

    public void began(Stage stage) {
        begun.add(stage);
        busy.put(Station.of(stage), stage);
    }

    /// @param facts the same as the report has it
    public void noted(Evidence evidence, Seen facts) {
        noted.put(facts.id(), evidence);
        seen.add(facts);
    }

    /// How a piece of evidence looks beside those that came before it.
    public Tone tone(Seen facts) {
        var witnesses = new Witnesses(seen, host);
        Tone tone = witnesses.tone(facts);
        return tone == Tone.BROKEN && !ended.containsKey(Stage.CONNECT) && witnesses.undecided(facts) ? Tone.CAUTION : tone;
    }

    public void ended(Stage stage, StageStatus status) {
        ended.put(stage, status);
    }

    /// Nothing more will come: what is under way did not get anywhere.
    public void over() {
        over = true;
    }

    /// The report has the last word on how each stage ended.
    public void report(Report report) {
        for (Report.StageResult result : report.stages()) {
            stage(result.stage()).ifPresent(stage -> status(result.status()).ifPresent(status -> ended.put(stage, status)));
        }
        because = Witnesses.because(report);
        cause = Witnesses.cause(report);
        over();
    }

    public List<StationState> states() {
        var witnesses = new Witnesses(seen, host);
        return order.stream().map(station -> {
            Mark mark = mark(station);
            Optional<Witnesses.Cause> here = cause.filter(_ -> mark == Mark.FINE)
                    .filter(place -> station.stages().stream().anyMatch(stage -> stage.id().equals(place.stage())));
            return here.map(place -> new StationState(station, Mark.CAUTION, words.status(place.status())))
                    .orElseGet(() -> new StationState(station, mark, line(station, mark, witnesses)));
        }).toList();
    }

    private String line(Station station, Mark mark, Witnesses witnesses) {
        return switch (mark) {
            case WAITING, SKIPPED, NOT_REACHED -> "";
            case WORKING -> Optional.ofNullable(busy.get(station)).map(words::busy).orElse("");
            case FINE -> said(station, Tone.FINE, witnesses);
            case CAUTION -> said(station, Tone.CAUTION, witnesses);
            case BROKEN -> said(station, Tone.BROKEN, witnesses);
        };
    }

    private String said(Station station, Tone ended, Witnesses witnesses) {
        return witnesses.speaking(station.stages().stream().map(Stage::id).toList(), ended, because)
                .map(facts -> noted.get(facts.id())).flatMap(words::brief).orElse("");
    }

    private Mark mark(Station station) {
        // what was only looked up about the sender's domain does not show that any mail went there
        boolean travelled = station.stages().stream().anyMatch(stage -> stage != Stage.DELIVERY && reached(stage));
        List<StageStatus> results = station.stages().stream().filter(stage -> travelled || stage != Stage.DELIVERY).filter(this::reached)
                .map(ended::get).toList();
        if (results.contains(StageStatus.FAILED)) {
            return Mark.BROKEN;
        }
        boolean open = station.stages().stream().anyMatch(stage -> begun.contains(stage) && !ended.containsKey(stage));
        boolean toCome = station.stages().stream().anyMatch(stage -> asked.contains(stage) && !ended.containsKey(stage));
        if (open && !over) {
            return Mark.WORKING;
        }
        if (results.contains(StageStatus.NOT_REACHED)) {
            return Mark.NOT_REACHED;
        }
        if (toCome || open) {
            return over ? Mark.NOT_REACHED : Mark.WAITING;
        }
        if (results.isEmpty()) {
            return asked.isEmpty() && !over ? Mark.WAITING : Mark.SKIPPED;
        }
        return results.contains(StageStatus.WARNING) ? Mark.CAUTION : Mark.FINE;
    }

    private boolean reached(Stage stage) {
        return ended.containsKey(stage) && ended.get(stage) != StageStatus.SKIPPED;
    }

    private static Optional<Stage> stage(String id) {
        for (Stage stage : Stage.values()) {
            if (stage.id().equals(id)) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }

    private static Optional<StageStatus> status(String id) {
        for (StageStatus status : StageStatus.values()) {
            if (status.id().equals(id)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
