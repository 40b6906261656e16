package org.mailmedic.ui.part;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A large button with an icon, a title and a line under it, all of which wrap.
public final class ChoiceCard extends HBox {
    private static final PseudoClass ARMED = PseudoClass.getPseudoClass("armed");
    private static final double GAP = 18;
    private final Runnable action;

    public ChoiceCard(Feather icon, String title, String line, Runnable action) {
        super(GAP);
        this.action = action;
        getStyleClass().add("choice-card");
        var tile = new StackPane(new Icon(icon));
        tile.getStyleClass().add("tile");
        var words = new VBox(Labels.wrapping(title, "title"), Labels.wrapping(line, "quiet"));
        words.getStyleClass().add("words");
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(tile, words);
        setFillHeight(false);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(title + ". " + line);
        setOnMousePressed(event -> pseudoClassStateChanged(ARMED, event.getButton() == MouseButton.PRIMARY));
        setOnMouseReleased(_ -> pseudoClassStateChanged(ARMED, false));
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                action.run();
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                event.consume();
                action.run();
            }
        });
    }

    @Override
    public void executeAccessibleAction(AccessibleAction wanted, Object... parameters) {
        if (wanted == AccessibleAction.FIRE) {
            action.run();
        } else {
            super.executeAccessibleAction(wanted, parameters);
        }
    }
}
