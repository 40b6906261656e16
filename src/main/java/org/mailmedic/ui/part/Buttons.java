package org.mailmedic.ui.part;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The kinds of buttons there are. `_` in a text marks its mnemonic.
public final class Buttons {
    private Buttons() {}

    /// The one thing that the page is for; Enter presses it.
    public static Button main(String text, Feather icon, Runnable action) {
        Button button = plain(text, icon, action);
        button.getStyleClass().add("accent");
        button.setDefaultButton(true);
        return button;
    }

    public static Button plain(String text, Feather icon, Runnable action) {
        var button = new Button(text, new Icon(icon));
        button.setMnemonicParsing(true);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(spoken(text));
        button.setOnAction(_ -> action.run());
        return button;
    }

    public static Button flat(String text, Feather icon, Runnable action) {
        Button button = plain(text, icon, action);
        button.getStyleClass().add("flat");
        return button;
    }

    public static Button flat(String text, Runnable action) {
        Button button = flat(text, Feather.CIRCLE, action);
        button.setGraphic(null);
        return button;
    }

    /// Back to the page before; Escape presses it.
    public static Button back(Texts texts, Runnable action) {
        Button button = flat(texts.get("window.back"), Feather.ARROW_LEFT, action);
        button.setCancelButton(true);
        return button;
    }

    /// The same above everything else on a page, where below there is room only for what leads on.
    public static Button backAbove(Texts texts, Runnable action) {
        Button button = link(texts.get("window.back"), Feather.ARROW_LEFT, action);
        button.setCancelButton(true);
        VBox.setMargin(button, new Insets(-8, 0, 10, 0));
        return button;
    }

    /// Looks like a link and wraps like text.
    public static Button link(String text, Feather icon, Runnable action) {
        Button button = plain(text, icon, action);
        button.getStyleClass().add("link");
        button.setMinWidth(0);
        return button;
    }

    public static Button link(String text, Runnable action) {
        Button button = link(text, Feather.ARROW_RIGHT, action);
        button.setGraphic(null);
        return button;
    }

    /// An icon alone; its meaning is read out, and shown when the pointer rests on it.
    public static Button tool(String meaning, Feather icon, Runnable action) {
        var button = new Button(null, new Icon(icon));
        button.getStyleClass().addAll("flat", "tool");
        button.setAccessibleText(meaning);
        button.setTooltip(new Tooltip(meaning));
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// One of several that exclude each other: `action` when it is picked by the pointer, or by an arrow key, which picks without pressing.
    public static void picked(RadioButton choice, Runnable action) {
        choice.selectedProperty().subscribe((_, now) -> {
            if (now) {
                action.run();
            }
        });
    }

    /// A text without the mark of its mnemonic.
    public static String spoken(String text) {
        return text.replace("_", "");
    }
}
