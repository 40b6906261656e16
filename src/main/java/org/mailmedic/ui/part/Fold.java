package org.mailmedic.ui.part;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A heading that opens and closes what stands under it. Closed at first.
public final class Fold extends VBox {
    private final Button head;
    private final Node inside;
    private final String title;
    private final Texts texts;

    public Fold(Texts texts, String title, Node inside) {
        super(8);
        this.texts = texts;
        this.title = title;
        this.inside = inside;
        getStyleClass().add("fold");
        head = Buttons.link(title, Feather.CHEVRON_RIGHT, this::turn);
        inside.setVisible(false);
        inside.managedProperty().bind(inside.visibleProperty());
        getChildren().addAll(head, inside);
        say();
    }

    public boolean isOpen() {
        return inside.isVisible();
    }

    public void turn() {
        inside.setVisible(!inside.isVisible());
        head.setGraphic(new Icon(inside.isVisible() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        say();
    }

    private void say() {
        head.setAccessibleText(title + ", " + texts.get(inside.isVisible() ? "window.unfolded" : "window.folded"));
    }
}
