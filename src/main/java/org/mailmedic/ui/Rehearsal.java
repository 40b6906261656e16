package org.mailmedic.ui;

import java.io.IOException;
import java.lang.module.ModuleReader;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.util.Duration;
import org.mailmedic.settings.Symptom;
import org.mailmedic.ui.page.PracticeGround;

/// Walks through the window by itself once and closes it: the build lets the JVM watch this, so that the installed program starts fast.
/// Asked for by the system property `mailmedic.training`; it contacts a practice server on this computer and nobody else.
final class Rehearsal {
    private static final String ASKED = "mailmedic.training";
    private static final Duration GLANCE = Duration.millis(800);
    /// On a busy computer it may take its time; then it is over.
    private static final Duration LONGEST = Duration.seconds(60);

    /// @param ready whether the window has come to where this can be done
    private record Step(BooleanSupplier ready, Runnable action) {
        static Step now(Runnable action) {
            return new Step(() -> true, action);
        }
    }

    /// Where JavaFX keeps what belongs to one system's windows and graphics hardware.
    private static final List<String> SCREENS = List.of("com/sun/glass/ui/gtk/", "com/sun/glass/ui/win/", "com/sun/glass/ui/mac/",
            "com/sun/prism/es2/",
            "com/sun/prism/d3d/", "com/sun/prism/mtl/");

    private Rehearsal() {}

    static boolean asked() {
        return Boolean.getBoolean(ASKED);
    }

    /// Both kinds of answer come up, the details of one, and what changed between two. Each step is made at the first glance at which the
    /// window is ready for it.
    static void begin(MailWindow window, PracticeGround ground) {
        meetTheScreen();
        WindowFlow walk = window.walk();
        Scene scene = window.scene();
        BooleanSupplier answered = () -> scene.lookup("#answer-details") != null;
        Queue<Step> steps = new ArrayDeque<>(List.of(
                Step.now(() -> walk.account(Symptom.WEBSITE)),
                Step.now(walk::practice),
                Step.now(() -> search(scene)),
                Step.now(() -> check(walk, ground, "healthy")),
                new Step(answered, walk::practice),
                Step.now(() -> check(walk, ground, "cert-expired")),
                new Step(answered, () -> press(scene, "#answer-details", Button.class)),
                Step.now(() -> press(scene, ".drawer .tab-button", ToggleButton.class)),
                Step.now(walk::again),
                new Step(() -> scene.lookup(".time-left") == null, Platform::exit)));
        var glances = new Timeline(new KeyFrame(GLANCE, _ -> glance(steps)));
        glances.setCycleCount(Animation.INDEFINITE);
        glances.play();
        var late = new PauseTransition(LONGEST);
        late.setOnFinished(_ -> Platform.exit());
        late.play();
    }

    private static void glance(Queue<Step> steps) {
        if (!steps.isEmpty() && steps.peek().ready().getAsBoolean()) {
            steps.remove().action().run();
        }
    }

    private static void search(Scene scene) {
        if (scene.lookup("#practice-search") instanceof TextField search) {
            search.setText("certificate");
        }
    }

    /// Presses them one after the other.
    private static void press(Scene scene, String which, Class<? extends ButtonBase> kind) {
        scene.getRoot().lookupAll(which).stream().filter(kind::isInstance).map(kind::cast).forEach(ButtonBase::fire);
    }

    /// A build has no screen: what JavaFX needs for a real one, on this system, is at least loaded, though it does not run.
    private static void meetTheScreen() {
        var graphics = Application.class.getModule();
        var described = ModuleLayer.boot().configuration().findModule(graphics.getName());
        if (described.isEmpty()) {
            return;
        }
        try (ModuleReader reader = described.get().reference().open(); Stream<String> names = reader.list()) {
            names.filter(name -> name.endsWith(".class") && SCREENS.stream().anyMatch(name::startsWith))
                    .forEach(name -> Class.forName(graphics, name.substring(0, name.length() - ".class".length()).replace('/', '.')));
        } catch (IOException | LinkageError unreadable) {
            // the program starts without that preparation, too
            System.getLogger(Rehearsal.class.getName()).log(System.Logger.Level.WARNING, "not everything could be prepared", unreadable);
        }
    }

    private static void check(WindowFlow walk, PracticeGround ground, String fault) {
        try {
            walk.check(ground.open(fault).errand());
        } catch (IOException noServer) {
            Platform.exit();
        }
    }
}
