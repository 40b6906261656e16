package org.mailmedic.ui;

import java.io.IOException;
import javafx.animation.PauseTransition;
import javafx.animation.SequentialTransition;
import javafx.application.Platform;
import javafx.util.Duration;
import org.mailmedic.settings.Symptom;
import org.mailmedic.ui.page.PracticeGround;

/// Walks through the window by itself once and closes it: the build lets the JVM watch this, so that the installed program starts fast.
/// Asked for by the system property `mailmedic.training`; it contacts a practice server on this computer and nobody else.
final class Rehearsal {
    private static final String ASKED = "mailmedic.training";
    private static final Duration GLANCE = Duration.millis(800);
    private static final Duration LONGEST_CHECKUP = Duration.seconds(6);

    private Rehearsal() {}

    static boolean asked() {
        return Boolean.getBoolean(ASKED);
    }

    static void begin(Walk walk, PracticeGround ground) {
        var pages = new SequentialTransition(
                then(GLANCE, () -> walk.account(Symptom.WEBSITE)),
                then(GLANCE, () -> check(walk, ground)),
                then(LONGEST_CHECKUP, Platform::exit));
        pages.play();
    }

    private static void check(Walk walk, PracticeGround ground) {
        try {
            walk.check(ground.open("healthy").errand());
        } catch (IOException noServer) {
            Platform.exit();
        }
    }

    private static PauseTransition then(Duration after, Runnable step) {
        var pause = new PauseTransition(after);
        pause.setOnFinished(_ -> step.run());
        return pause;
    }
}
