package org.mailmedic.checkup;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Span;
import org.mailmedic.plan.Route;
import org.mailmedic.plan.Stage;

/// How far a journey came that somebody else made, by its evidence alone.
record Travelled(CaseFile file) {
    Map<Stage, Recorder.StageTimes> stages() {
        var stages = new EnumMap<Stage, Recorder.StageTimes>(Stage.class);
        stages.put(Stage.SETTINGS, new Recorder.StageTimes(StageStatus.OK, new Span(0, 0)));
        file.all(Evidence.TcpConnect.class).filter(Recorder::gotThrough).findFirst()
                .ifPresent(first -> stages.put(Stage.NETWORK, new Recorder.StageTimes(StageStatus.OK, first.span())));
        add(Stage.DNS, file.all(Evidence.NameLookup.class).filter(Evidence.NameLookup::bySystem).toList(), stages);
        for (Stage stage : List.of(Stage.CONNECT, Stage.GREETING, Stage.HELLO, Stage.ENCRYPT, Stage.SIGN_IN, Stage.SENDER,
                Stage.RECIPIENT, Stage.MESSAGE)) {
            add(stage, file.evidence().stream().filter(each -> each.stage() == stage && onTarget(each)
                    && !(each.outcome() instanceof Outcome.Skipped<?>)).toList(), stages);
        }
        return stages;
    }

    private static boolean onTarget(Evidence each) {
        return each.onRoute().filter(route -> route.role() == Route.Role.TARGET).isPresent();
    }

    /// One address that lets us in is enough, and so is the last word of each dialogue: a server may refuse what it takes later.
    private static void add(Stage stage, List<? extends Evidence> seen, Map<Stage, Recorder.StageTimes> stages) {
        if (seen.isEmpty()) {
            return;
        }
        Map<Object, Boolean> words = new LinkedHashMap<>();
        seen.forEach(each -> words.put(stage == Stage.DNS ? each : each.onRoute().map(Route::address), each.good()));
        boolean good = words.containsValue(true);
        double start = seen.stream().mapToDouble(each -> each.span().startMs()).min().orElse(0);
        double end = seen.stream().mapToDouble(each -> each.span().endMs()).max().orElse(start);
        stages.put(stage, new Recorder.StageTimes(good ? StageStatus.OK : StageStatus.FAILED, new Span(start, end - start)));
    }
}
