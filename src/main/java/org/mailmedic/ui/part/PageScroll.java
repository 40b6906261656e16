package org.mailmedic.ui.part;

import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The middle of the window: a page's body, scrolled when it is higher than the window.
/// What takes the focus comes into view.
public final class PageScroll extends ScrollPane {
    private static final double AIR = 24;
    private final VBox body;

    public PageScroll(VBox body) {
        this.body = body;
        body.getStyleClass().add("page-body");
        var centre = new StackPane(body);
        centre.setAlignment(Pos.TOP_LEFT);
        widthProperty().subscribe(_ -> centre.setPadding(sides()));
        viewportBoundsProperty().subscribe(_ -> centre.setPadding(sides()));
        setContent(centre);
        getStyleClass().add("page-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        sceneProperty().flatMap(scene -> scene.focusOwnerProperty()).subscribe(this::reveal);
    }

    /// The scroll bar takes its room from the right margin, so that the page ends at the same line as its footer, with and without one.
    private Insets sides() {
        double side = Margins.beside(getWidth());
        double bar = Math.max(0, getWidth() - getViewportBounds().getWidth());
        return new Insets(0, side - bar, 0, side);
    }

    /// Scrolls to the end, where the newest line is.
    public void toEnd() {
        setVvalue(getVmax());
    }

    private void reveal(Node focused) {
        if (focused == null || !inside(focused)) {
            return;
        }
        Bounds bounds = body.sceneToLocal(focused.localToScene(focused.getLayoutBounds()));
        double visible = getViewportBounds().getHeight();
        double room = body.getHeight() - visible;
        if (room <= 0) {
            return;
        }
        double top = getVvalue() * room;
        if (bounds.getMinY() - AIR < top) {
            setVvalue(Math.max(0, bounds.getMinY() - AIR) / room);
        } else if (bounds.getMaxY() + AIR > top + visible) {
            setVvalue(Math.min(room, bounds.getMaxY() + AIR - visible) / room);
        }
    }

    private boolean inside(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each == body) {
                return true;
            }
        }
        return false;
    }
}
