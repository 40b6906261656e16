package org.mailmedic.ui.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import org.jspecify.annotations.Nullable;

/// The bar under a page: what can be done from left to right, and at its right end what stands apart.
/// Where one row is too short for all of it, the icons of its lesser buttons go first, since the words say the same; where that is not
/// enough, it breaks into rows. What is not managed takes no room.
public final class FooterBar extends Reflowing {
    private static final double GAP = 8;
    private static final double ROW_GAP = 8;
    /// How wide an icon is, in em of the text beside it; see `.icon` in type.css.
    private static final double ICON = 1.285714;
    private final List<Node> left;
    private final List<Node> right;

    public FooterBar(Node[] left, Node... right) {
        this.left = List.of(left);
        this.right = List.of(right);
        getStyleClass().add("footer");
        getChildren().addAll(left);
        getChildren().addAll(right);
    }

    public static Node[] left(Node... nodes) {
        return nodes;
    }

    @Override
    protected double heightAt(double width) {
        Insets in = getInsets();
        double wide = width < 0 ? getWidth() : width;
        double room = wide - 2 * Margins.beside(wide) - in.getLeft() - in.getRight();
        List<List<Node>> rows = rows(room, bare(room));
        double sum = rows.stream().mapToDouble(row -> height(row, room)).sum();
        return in.getTop() + sum + ROW_GAP * Math.max(0, rows.size() - 1) + in.getBottom();
    }

    @Override
    protected void layoutChildren() {
        Insets in = getInsets();
        double left = in.getLeft() + Margins.beside(getWidth());
        double inside = getWidth() - 2 * Margins.beside(getWidth()) - in.getLeft() - in.getRight();
        boolean bare = bare(inside);
        getManagedChildren().forEach(node -> dress(node, bare));
        forgetHeights();
        List<List<Node>> rows = rows(inside, bare);
        double needed = computePrefHeight(getWidth()) - in.getTop() - in.getBottom();
        double y = in.getTop() + Math.max(0, (getHeight() - in.getTop() - in.getBottom() - needed) / 2);
        for (List<Node> row : rows) {
            double height = height(row, inside);
            double x = left;
            for (Node node : row) {
                double width = Math.min(inside, width(node, bare));
                if (node == firstOfRightEnd(row) && rows.size() == 1) {
                    x = Math.max(x, left + inside - width(row.subList(row.indexOf(node), row.size()), bare));
                }
                double own = high(node, inside);
                node.resizeRelocate(snapPositionX(x), snapPositionY(y + (height - own) / 2), snapSizeX(width), snapSizeY(own));
                x += width + GAP;
            }
            y += height + ROW_GAP;
        }
    }

    private @Nullable Node firstOfRightEnd(List<Node> row) {
        return row.stream().filter(right::contains).findFirst().orElse(null);
    }

    /// Whether one row takes all of it without icons, and only so.
    private boolean bare(double inside) {
        return width(getManagedChildren(), false) > inside && width(getManagedChildren(), true) <= inside;
    }

    private static void dress(Node node, boolean bare) {
        lesser(node).ifPresent(button -> button.setContentDisplay(bare ? ContentDisplay.TEXT_ONLY : ContentDisplay.LEFT));
    }

    /// The node when it is a button that is understood without its icon.
    private static Optional<Button> lesser(Node node) {
        return node instanceof Button button && !button.isDefaultButton() && button.getGraphic() != null ? Optional.of(button)
                : Optional.empty();
    }

    private List<List<Node>> rows(double inside, boolean bare) {
        var rows = new ArrayList<List<Node>>();
        var row = new ArrayList<Node>();
        for (List<Node> part : List.of(left, right)) {
            for (Node node : part.stream().filter(Node::isManaged).toList()) {
                if (!row.isEmpty() && width(row, bare) + GAP + width(node, bare) > inside) {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
                row.add(node);
            }
        }
        rows.add(List.copyOf(row));
        return rows;
    }

    private static double width(List<Node> row, boolean bare) {
        return row.stream().mapToDouble(node -> width(node, bare)).sum() + GAP * Math.max(0, row.size() - 1);
    }

    /// How wide it is with or without its icon, whichever way it is shown just now.
    private static double width(Node node, boolean bare) {
        return node.prefWidth(-1) + lesser(node).map(button -> {
            double icon = button.getFont().getSize() * ICON + button.getGraphicTextGap();
            boolean shown = button.getContentDisplay() != ContentDisplay.TEXT_ONLY;
            return shown == !bare ? 0 : bare ? -icon : icon;
        }).orElse(0.0);
    }

    private static double height(List<Node> row, double inside) {
        return row.stream().mapToDouble(node -> high(node, inside)).max().orElse(0);
    }

    /// What is wider than the bar has to wrap.
    private static double high(Node node, double inside) {
        double width = node.prefWidth(-1) > inside ? inside : -1;
        return Math.max(node.minHeight(width), node.prefHeight(width));
    }
}
