package org.mailmedic.ui;

import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/// For whoever looks into a window that hangs: with the system property `mailmedic.pulse` set to `true`, every stretch of more than 16 ms
/// in which the JavaFX thread was busy is logged with what ran, and at the end the distribution of all. A stretch is one pulse, from its
/// animations to the end of its layout, or the work that was handed to the thread between two pulses.
final class PulseLog implements FxThread.Watcher {
    private static final String ASKED = "mailmedic.pulse";
    private static final long LONG_NANOS = 16_000_000;
    private final LongSupplier nanos;
    private final Consumer<String> log;
    private final Pulses pulses = new Pulses();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            began = nanos.getAsLong();
        }
    };
    private final Runnable beforeLayout = this::beforeLayout;
    private final Runnable afterLayout = this::afterLayout;
    private final Map<String, Integer> handed = new LinkedHashMap<>();
    private long began;
    private long laidOut;

    /// @param nanos a clock of nanoseconds, monotonic
    /// @param log   is told what took long
    PulseLog(LongSupplier nanos, Consumer<String> log) {
        this.nanos = nanos;
        this.log = log;
    }

    static boolean asked() {
        return Boolean.getBoolean(ASKED);
    }

    static PulseLog toSystemLog() {
        System.Logger logger = System.getLogger(PulseLog.class.getName());
        return new PulseLog(System::nanoTime, line -> logger.log(Level.INFO, line));
    }

    /// Begins to watch; on the JavaFX thread.
    void watch(Scene scene) {
        scene.addPreLayoutPulseListener(beforeLayout);
        scene.addPostLayoutPulseListener(afterLayout);
        timer.start();
    }

    /// Ends it and logs the distribution.
    void end(Scene scene) {
        timer.stop();
        scene.removePreLayoutPulseListener(beforeLayout);
        scene.removePostLayoutPulseListener(afterLayout);
        log.accept(pulses.toString());
    }

    Pulses pulses() {
        return pulses;
    }

    @Override
    public void stretch(Runnable all) {
        handed.clear();
        long start = nanos.getAsLong();
        try {
            all.run();
        } finally {
            note(nanos.getAsLong() - start, "work handed over by " + handed);
        }
    }

    /// Work is named after the class that it was written in.
    @Override
    public void next(Runnable one) {
        handed.merge(one.getClass().getSimpleName().replaceFirst("\\$\\$Lambda.*", ""), 1, Integer::sum);
    }

    private void beforeLayout() {
        laidOut = nanos.getAsLong();
    }

    private void afterLayout() {
        long now = nanos.getAsLong();
        if (began != 0) {
            note(now - began, String.format(Locale.ROOT, "a pulse: animations and events %.1f ms, style and layout %.1f ms",
                    (laidOut - began) / 1e6, (now - laidOut) / 1e6));
            began = 0;
        }
    }

    private void note(long took, String what) {
        pulses.add(took);
        if (took > LONG_NANOS) {
            log.accept(String.format(Locale.ROOT, "busy for %.1f ms: %s", took / 1e6, what));
        }
    }
}
