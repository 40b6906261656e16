package org.mailmedic.ui.start;

import java.io.IOException;
import java.lang.module.ModuleReader;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
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
import org.mailmedic.ui.page.Way;

/// Walks through the window by itself once and closes it: the build lets the JVM watch this, so that the installed program starts fast.
/// Asked for by the system property `mailmedic.training`; it contacts a practice server on this computer and nobody else.
public final class TrainingRun {
    private static final String ASKED = "mailmedic.training";
    private static final String SEARCH = "#practice-search";
    private static final String DETAILS = "#answer-details";
    private static final String TABS = ".drawer .tab-button";
    private static final String COMPARED = ".compare-row";
    private static final Duration GLANCE = Duration.millis(800);
    /// On a busy computer it may take its time; then it is over.
    private static final Duration LONGEST = Duration.seconds(180);
    /// Where JavaFX keeps what belongs to one system's windows and graphics hardware.
    private static final List<String> SCREENS = List.of("com/sun/glass/ui/gtk/", "com/sun/glass/ui/win/", "com/sun/glass/ui/mac/",
            "com/sun/prism/es2/", "com/sun/prism/d3d/", "com/sun/prism/mtl/");

    /// @param ready whether the window has come to where this can be done
    record Step(String name, BooleanSupplier ready, Runnable action) {
        static Step now(String name, Runnable action) {
            return new Step(name, () -> true, action);
        }
    }

    private final Queue<Step> steps;

    TrainingRun(List<Step> steps) {
        this.steps = new ArrayDeque<>(steps);
    }

    public static boolean asked() {
        return Boolean.getBoolean(ASKED);
    }

    /// Both kinds of answer come up, the details of one, and what changed between two. Each step is made at the first glance at which the
    /// window is ready for it.
    public static TrainingRun begin(Way way, Scene scene, PracticeGround ground) {
        meetTheScreen();
        BooleanSupplier answered = shows(scene, DETAILS);
        var run = new TrainingRun(List.of(
                Step.now("account", () -> way.account(Symptom.WEBSITE)),
                Step.now("practice", way::practice),
                new Step("search", shows(scene, SEARCH), () -> search(scene)),
                Step.now("broken server", () -> check(way, ground, "cert-expired")),
                new Step("its answer", answered, () -> press(scene, DETAILS, Button.class)),
                new Step("its details", shows(scene, TABS), () -> press(scene, TABS, ToggleButton.class)),
                Step.now("practice again", way::practice),
                Step.now("healthy server", () -> check(way, ground, "healthy")),
                new Step("what changed", shows(scene, COMPARED), way::wholeAnswer),
                new Step("the healthy answer", answered, Platform::exit)));
        var glances = new Timeline(new KeyFrame(GLANCE, _ -> run.glance()));
        glances.setCycleCount(Animation.INDEFINITE);
        glances.play();
        var late = new PauseTransition(LONGEST);
        late.setOnFinished(_ -> Platform.exit());
        late.play();
        return run;
    }

    void glance() {
        if (!steps.isEmpty() && steps.peek().ready().getAsBoolean()) {
            steps.remove().action().run();
        }
    }

    /// The window is closed.
    ///
    /// @throws IllegalStateException when a step never came: the program would start as if it had not been trained for what follows
    public void end() {
        if (!steps.isEmpty()) {
            throw new IllegalStateException("the training run never came to: "
                    + steps.stream().map(Step::name).collect(Collectors.joining(", ")));
        }
    }

    private static BooleanSupplier shows(Scene scene, String which) {
        return () -> scene.lookup(which) != null;
    }

    private static void search(Scene scene) {
        if (scene.lookup(SEARCH) instanceof TextField search) {
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
            System.getLogger(TrainingRun.class.getName()).log(System.Logger.Level.WARNING, "not everything could be prepared", unreadable);
        }
    }

    private static void check(Way way, PracticeGround ground, String fault) {
        try {
            way.check(ground.open(fault).errand());
        } catch (IOException noServer) {
            Platform.exit();
        }
    }
}
