package org.mailmedic.ui.part;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Shows a hint beside what it is about, with the button that mends it; takes no room while there is none.
public final class HintBox extends VBox {
    private final Control about;

    /// @param about gets the focus back when something was mended
    public HintBox(Control about, ObservableValue<Hint> hint) {
        this.about = about;
        managedProperty().bind(visibleProperty());
        hint.subscribe(this::show);
    }

    private void show(Hint hint) {
        getChildren().clear();
        setVisible(hint != null);
        if (hint != null) {
            getChildren().add(box(hint));
        }
    }

    private Node box(Hint hint) {
        var words = new VBox(Labels.wrapping(hint.text(), "plain"));
        words.getStyleClass().add("words");
        hint.mend().ifPresent(mend -> words.getChildren().add(Buttons.link(mend.label(), Feather.EDIT_3, () -> {
            mend.action().run();
            about.requestFocus();
        })));
        HBox.setHgrow(words, Priority.ALWAYS);
        var box = new HBox(icon(hint.tone()), words);
        box.getStyleClass().addAll("hint", hint.tone().name().toLowerCase(Locale.ROOT));
        return box;
    }

    private static Icon icon(Hint.Tone tone) {
        return switch (tone) {
            case SLIP -> new Icon(Feather.ALERT_CIRCLE, "broken");
            case CAUTION -> new Icon(Feather.ALERT_TRIANGLE, "caution");
            case GOOD -> new Icon(Feather.CHECK_CIRCLE, "fine");
        };
    }
}
