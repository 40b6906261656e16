package org.mailmedic.ui.part;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import javafx.animation.AnimationTimer;

/// Puts work off until what was just shown has been painted, so that a click is answered at once. On the JavaFX thread.
public final class NextPulse {
    /// The first pulse paints what is there; the second finds it painted.
    private static final int PULSES = 2;

    private NextPulse() {}

    public static void run(Runnable work) {
        each(new ArrayDeque<>(List.of(work)));
    }

    /// Does one piece of it a pulse, in order, until none is left. Pieces may be added and taken away meanwhile.
    static void each(Queue<Runnable> work) {
        new AnimationTimer() {
            private int seen;

            @Override
            public void handle(long now) {
                if (++seen < PULSES) {
                    return;
                }
                Runnable piece = work.poll();
                if (work.isEmpty()) {
                    stop();
                }
                if (piece != null) {
                    piece.run();
                }
            }
        }.start();
    }
}
