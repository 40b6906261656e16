package org.mailmedic.checkup;

import org.mailmedic.plan.Stage;
import org.mailmedic.probe.Instruments;

/// Marks when the stations of a run begin and end, by its own clock.
final class Stations {
    private final Recorder recorder;
    private final Instruments instruments;

    Stations(Recorder recorder, Instruments instruments) {
        this.recorder = recorder;
        this.instruments = instruments;
    }

    void begin(Stage stage) {
        recorder.begin(stage, nowMs());
    }

    void end(Stage stage, boolean passed) {
        recorder.end(stage, passed ? StageStatus.OK : StageStatus.FAILED, nowMs());
    }

    void skip(Stage stage) {
        recorder.end(stage, StageStatus.SKIPPED, nowMs());
    }

    /// Whether the stage ended well; false as long as it has not ended.
    boolean passed(Stage stage) {
        var times = recorder.stages().get(stage);
        return times != null && times.status() == StageStatus.OK;
    }

    private double nowMs() {
        return (instruments.now() - instruments.beganNanos()) / 1e6;
    }
}
