package org.mailmedic.ui.start;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.mailmedic.ui.page.Engine;

/// What the first page does not need, the picture in the task bar included, comes a moment later. What cannot be read is a fault of the
/// program, and is said at once.
///
/// @param background for what must not hold up the window
/// @param stumbled   is told a fault, on the JavaFX thread
public record AfterFirstFrame(Executor background, Executor fx, Consumer<Throwable> stumbled) {
    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 64, 128, 256);
    /// Until the first page is surely on the screen; before that, nothing else is to take the processor from it.
    static final Duration PAINTING = Duration.millis(300);

    /// Returns at once; on the JavaFX thread.
    ///
    /// @param reading what the next pages need; run in the background while the first one is looked at
    /// @param then    what else was left for later; run on the JavaFX thread
    public void begin(Stage stage, Engine engine, Runnable reading, Runnable then) {
        var painted = new PauseTransition(PAINTING);
        painted.setOnFinished(_ -> {
            read(reading);
            engine.prepare(this::tell);
            then.run();
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
