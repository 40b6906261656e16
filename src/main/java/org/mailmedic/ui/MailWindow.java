package org.mailmedic.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.mailmedic.ui.start.AfterFirstFrame;

/// The one window: frame, appearance and the way through, put together on the first page.
final class MailWindow {
    private static final double WIDTH = 1080;
    private static final double HEIGHT = 720;
    private static final double LEAST_WIDTH = 880;
    private static final double LEAST_HEIGHT = 600;
    private final Scene scene;
    private final Appearance appearance;
    private final Speech speech;
    private final WindowFlow walk;

    private MailWindow(Scene scene, Appearance appearance, Speech speech, WindowFlow walk) {
        this.scene = scene;
        this.appearance = appearance;
        this.speech = speech;
        this.walk = walk;
    }

    /// Shows it. What the first page does not need comes a moment later.
    static MailWindow open(Stage stage, WindowFlow.Surroundings around, WindowMemory keepsakes) {
        var frame = new Frame(around.texts());
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        var scene = new Scene(frame, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
        var appearance = new Appearance(scene, keepsakes);
        var changes = new ArrayList<Runnable>();
        var speech = new Speech(around.texts(), keepsakes, Locale.getDefault(), () -> changes.forEach(Runnable::run));
        frame.dress(appearance, speech);
        var walk = new WindowFlow(frame, around, keepsakes, appearance::still);
        changes.addAll(List.of(frame::reworded, walk::reworded, () -> stage.setTitle(around.texts().get("window.name"))));
        stage.setScene(scene);
        stage.setTitle(around.texts().get("window.name"));
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        stage.setOnHidden(_ -> {
            appearance.leave();
            frame.leave();
            walk.end();
        });
        ReportDrop.on(frame, walk::openReport);
        walk.start();
        stage.show();
        new AfterFirstFrame(around.background(), around.fx(), walk::stumbled)
                .begin(stage, around.engine(), walk::readTheRest, walk::remind);
        return new MailWindow(scene, appearance, speech, walk);
    }

    Appearance appearance() {
        return appearance;
    }

    Speech speech() {
        return speech;
    }

    Scene scene() {
        return scene;
    }

    WindowFlow walk() {
        return walk;
    }
}
