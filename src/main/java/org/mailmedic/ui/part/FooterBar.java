package org.mailmedic.ui.part;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/// The bar under a page: what can be done from left to right, and at its right end what stands apart.
/// The left part wraps when the text is large.
public final class FooterBar extends BorderPane {
    private static final double GAP = 12;

    public FooterBar(Node[] left, Node... right) {
        getStyleClass().add("footer");
        var run = new FlowPane(Orientation.HORIZONTAL, GAP, GAP / 2, left);
        run.setAlignment(Pos.CENTER_LEFT);
        setCenter(run);
        var end = new HBox(GAP, right);
        end.setAlignment(Pos.CENTER_RIGHT);
        setRight(end);
    }

    public static Node[] left(Node... nodes) {
        return nodes;
    }
}
