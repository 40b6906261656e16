package org.mailmedic.ui.part;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// Copies a text and says so for a moment.
public final class CopyButton {
    private static final Duration MOMENT = Duration.seconds(2);

    private CopyButton() {}

    public static Button link(Texts texts, String name, Supplier<String> what) {
        var button = Buttons.link(name, Feather.COPY, () -> { });
        button.setOnAction(_ -> {
            copy(what.get());
            button.setText(texts.get("window.copied"));
            button.setGraphic(new Icon(Feather.CHECK));
            afterAMoment(() -> {
                button.setText(name);
                button.setGraphic(new Icon(Feather.COPY));
            });
        });
        return button;
    }

    /// The icon alone.
    ///
    /// @param meaning read out, and shown when the pointer rests on it
    public static Button tool(Texts texts, String meaning, Supplier<String> what) {
        var button = Buttons.tool(meaning, Feather.COPY, () -> { });
        button.setOnAction(_ -> {
            copy(what.get());
            button.setGraphic(new Icon(Feather.CHECK, "fine"));
            button.setAccessibleText(texts.get("window.copied"));
            afterAMoment(() -> {
                button.setGraphic(new Icon(Feather.COPY));
                button.setAccessibleText(meaning);
            });
        });
        return button;
    }

    private static void afterAMoment(Runnable change) {
        var pause = new PauseTransition(MOMENT);
        pause.setOnFinished(_ -> change.run());
        pause.play();
    }

    /// To the system's clipboard.
    public static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
