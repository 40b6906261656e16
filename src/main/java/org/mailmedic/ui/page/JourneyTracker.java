package org.mailmedic.ui.page;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailmedic.advice.EvidenceWords;
import org.mailmedic.checkup.StageStatus;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Plan;
import org.mailmedic.plan.Route;
import org.mailmedic.plan.Stage;
import org.mailmedic.report.Report;
import org.mailmedic.settings.Security;
import org.mailmedic.ui.part.Station;
import org.mailmedic.ui.part.StationState;
import org.mailmedic.ui.part.StationState.Mark;

/// Follows the stages of a check-up and says how it stands with each station.
public final class JourneyTracker {
    private final EvidenceWords words;
    private final Map<Stage, StageStatus> ended = new EnumMap<>(Stage.class);
    private final Set<Stage> begun = EnumSet.noneOf(Stage.class);
    private final Set<Stage> asked = EnumSet.noneOf(Stage.class);
    private final Map<Station, String> lines = new EnumMap<>(Station.class);
    private final Map<Station, String> busy = new EnumMap<>(Station.class);
    private List<Station> order = Station.inOrder(false);
    private boolean over;

    public JourneyTracker(EvidenceWords words) {
        this.words = words;
    }

    /// All stations before anything was seen.
    public static List<StationState> untouched(EvidenceWords words) {
        return new JourneyTracker(words).states();
    }

    /// The stations of a report that was opened: how each ended, without what was seen there.
    public static List<StationState> of(Report report, EvidenceWords words) {
        var tracker = new JourneyTracker(words);
        Object port = report.settings().get("port");
        boolean implicit = Security.TLS.id().equals(report.settings().get("security"))
                || port instanceof Number number && number.intValue() == Security.TLS.usualPort();
        tracker.order = Station.inOrder(implicit);
        tracker.report(report);
        return tracker.states();
    }

    public void planned(Plan plan) {
        order = Station.inOrder(plan.mode() == Mode.IMPLICIT_TLS);
        asked.addAll(plan.asked());
    }

    public void began(Stage stage) {
        begun.add(stage);
        busy.put(Station.of(stage), words.busy(stage));
    }

    public void noted(Evidence evidence) {
        if (evidence.onRoute().map(route -> route.role() == Route.Role.TARGET).orElse(true)) {
            words.brief(evidence).ifPresent(brief -> lines.put(Station.of(evidence.stage()), brief));
        }
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
        over();
    }

    public List<StationState> states() {
        return order.stream().map(station -> {
            Mark mark = mark(station);
            return new StationState(station, mark, line(station, mark));
        }).toList();
    }

    private String line(Station station, Mark mark) {
        return switch (mark) {
            case WAITING, SKIPPED, NOT_REACHED -> "";
            case WORKING -> busy.getOrDefault(station, "");
            case FINE, CAUTION, BROKEN -> lines.getOrDefault(station, "");
        };
    }

    private Mark mark(Station station) {
        List<StageStatus> results = station.stages().stream().map(ended::get)
                .filter(status -> status != null && status != StageStatus.SKIPPED).toList();
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
