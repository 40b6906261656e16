package org.mailmedic.ui.part;

import javafx.animation.AnimationTimer;

/// Puts work off until what was just shown has been painted, so that a click is answered at once. On the JavaFX thread.
public final class NextPulse {
    /// The first pulse paints what is there; the second finds it painted.
    private static final int PULSES = 2;

    private NextPulse() {}

    public static void run(Runnable work) {
        new AnimationTimer() {
            private int seen;

            @Override
            public void handle(long now) {
                if (++seen == PULSES) {
                    stop();
                    work.run();
                }
            }
        }.start();
    }
}
