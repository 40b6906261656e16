package org.mailmedic.checkup;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Evidence.TcpConnect;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Span;
import org.mailmedic.plan.Route;
import org.mailmedic.plan.Stage;

/// Keeps what happens in a run and tells the listener, one event at a time. Thread-safe. A listener that throws is not asked again.
final class Recorder implements Notes {
    /// @param span when the stage began and how long it took; all zero when it never began
    record StageTimes(StageStatus status, Span span) {}

    private final Consumer<Progress> listener;
    private final UnaryOperator<Evidence> curtain;
    private final List<Evidence> evidence = new ArrayList<>();
    private final Map<Stage, StageTimes> ended = new EnumMap<>(Stage.class);
    private final Map<Stage, Double> began = new EnumMap<>(Stage.class);
    private final Set<String> defective = new HashSet<>();
    private boolean deaf;
    private boolean closed;

    /// @param curtain what nobody shall hear is taken out there
    Recorder(Consumer<Progress> listener, UnaryOperator<Evidence> curtain) {
        this.listener = listener;
        this.curtain = curtain;
    }

    synchronized void tell(Progress event) {
        if (!deaf) {
            try {
                listener.accept(event);
            } catch (RuntimeException bug) {
                deaf = true;
                System.getLogger(Recorder.class.getName()).log(System.Logger.Level.ERROR, "a listener of the check-up threw "
                        + bug.getClass().getName());
            }
        }
    }

    /// @return what was kept of it
    @Override
    @SuppressWarnings("unchecked")
    public synchronized <E extends Evidence> E note(E raw) {
        E seen = (E) curtain.apply(raw);
        if (!closed) {
            evidence.add(seen);
            tell(new Progress.Noted(seen));
            if (gotThrough(seen)) {
                begin(Stage.NETWORK, Math.max(0, seen.span().startMs()));
                end(Stage.NETWORK, StageStatus.OK, Math.max(0, seen.span().endMs()));
            }
        }
        return seen;
    }

    /// A bug of ours ended one look. One that comes back is told once.
    synchronized void broke(String probe, Stage stage, Span span, Throwable bug) {
        if (defective.add(probe)) {
            note(new Evidence.Defect(probe, stage, span, new Outcome.Broke<>(bug)));
        }
    }

    /// The first connection to anywhere shows that there is a network. One to this very computer, or to where nobody can be, does not.
    static boolean gotThrough(Evidence seen) {
        return seen instanceof TcpConnect connect && connect.outcome().seen().isPresent() && connect.route().role() != Route.Role.CANARY
                && !connect.route().address().isLoopbackAddress();
    }

    synchronized void begin(Stage stage, double atMs) {
        if (!closed && began.putIfAbsent(stage, atMs) == null) {
            tell(new Progress.StageBegan(stage));
        }
    }

    synchronized void end(Stage stage, StageStatus status, double atMs) {
        if (closed || ended.containsKey(stage)) {
            return;
        }
        double start = began.getOrDefault(stage, atMs);
        ended.put(stage, new StageTimes(status, new Span(start, Math.max(0, atMs - start))));
        tell(new Progress.StageEnded(stage, status));
    }

    /// The way is travelled once more from here: the stages behind this one begin anew.
    synchronized void again(Stage from) {
        began.keySet().removeIf(stage -> stage.compareTo(from) > 0);
        ended.keySet().removeIf(stage -> stage.compareTo(from) > 0);
    }

    /// What comes later belongs to no report.
    synchronized void close() {
        closed = true;
    }

    synchronized List<Evidence> evidence() {
        return List.copyOf(evidence);
    }

    synchronized Map<Stage, StageTimes> stages() {
        return new EnumMap<>(ended);
    }

    synchronized boolean hasBegun(Stage stage) {
        return began.containsKey(stage);
    }
}
