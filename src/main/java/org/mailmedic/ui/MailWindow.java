package org.mailmedic.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

/// The one window: frame, appearance and the way through, put together on the first page.
final class MailWindow {
    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 64, 128, 256);
    /// Until the first page is surely on the screen; before that, nothing else is to take the processor from it.
    private static final Duration PAINTING = Duration.millis(300);
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

    /// Shows it. What the first page does not need, the picture in the task bar included, comes a moment later.
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
        var painted = new PauseTransition(PAINTING);
        painted.setOnFinished(_ -> {
            walk.readTheRest();
            walk.remind();
            new WarmUp(scene, around.texts(), around.texts().evidence(), appearance::still,
                    () -> stage.isShowing() && stage.getScene() == scene).begin();
            around.background().execute(() -> {
                List<Image> icons = ICON_SIZES.stream().map(MailWindow::icon).toList();
                around.fx().execute(() -> stage.getIcons().setAll(icons));
            });
        });
        painted.play();
        return new MailWindow(scene, appearance, speech, walk);
    }

    private static Image icon(int size) {
        return new Image(Objects.requireNonNull(MailWindow.class.getResourceAsStream("/org/mailmedic/icon/mailmedic-" + size + ".png")));
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
