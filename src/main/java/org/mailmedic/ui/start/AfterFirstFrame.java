package org.mailmedic.ui.start;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.mailmedic.ui.page.Engine;
import org.mailmedic.ui.part.Texts;

/// What the first page does not need, the picture in the task bar included, comes a moment later. What cannot be read is a fault of the
/// program, and is said at once.
///
/// @param background for what must not hold up the window
/// @param stumbled   is told a fault, on the JavaFX thread
public record AfterFirstFrame(Executor background, Executor fx, Consumer<Throwable> stumbled) {
    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 64, 128, 256);
    /// Until the first page is surely on the screen; before that, nothing else is to take the processor from it.
    private static final Duration PAINTING = Duration.millis(300);

    /// Returns at once; on the JavaFX thread.
    ///
    /// @param reading what the next pages need; run in the background while the first one is looked at
    /// @param then    what else was left for later; run on the JavaFX thread
    /// @param still   whether nothing is to move
    public void begin(Stage stage, Engine engine, Texts texts, Runnable reading, Runnable then, BooleanSupplier still) {
        Scene scene = stage.getScene();
        var painted = new PauseTransition(PAINTING);
        painted.setOnFinished(_ -> {
            read(reading);
            engine.prepare(this::tell);
            then.run();
            new WarmUp(scene, texts, texts.evidence(), still, () -> stage.isShowing() && stage.getScene() == scene).begin();
            background.execute(() -> {
                List<Image> icons = ICON_SIZES.stream().map(AfterFirstFrame::icon).toList();
                fx.execute(() -> stage.getIcons().setAll(icons));
            });
        });
        painted.play();
    }

    private void read(Runnable reading) {
        background.execute(() -> {
            try {
                reading.run();
            } catch (RuntimeException | Error unreadable) {
                tell(unreadable);
            }
        });
    }

    private void tell(Throwable unreadable) {
        fx.execute(() -> stumbled.accept(unreadable));
    }

    private static Image icon(int size) {
        String name = "/org/mailmedic/icon/mailmedic-" + size + ".png";
        return new Image(Objects.requireNonNull(AfterFirstFrame.class.getResourceAsStream(name)));
    }
}
