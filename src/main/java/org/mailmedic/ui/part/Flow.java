package org.mailmedic.ui.part;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;

/// Puts its children beside each other, row after row. Unlike JavaFX's own, it lets none be wider than itself: what is wraps.
public final class Flow extends Reflowing {
    private final double gap;
    private final double rowGap;

    /// @param gap    between two in a row, in pixels
    /// @param rowGap between rows, in pixels
    public Flow(double gap, double rowGap, Node... nodes) {
        super(nodes);
        this.gap = gap;
        this.rowGap = rowGap;
    }

    @Override
    protected double computePrefWidth(double height) {
        List<Node> all = getManagedChildren();
        return all.stream().mapToDouble(node -> width(node, Double.MAX_VALUE)).sum() + gap * Math.max(0, all.size() - 1);
    }

    @Override
    protected double heightAt(double width) {
        double inside = width < 0 ? prefWidth(-1) : width;
        List<List<Node>> rows = rows(inside);
        return rows.stream().mapToDouble(row -> height(row, inside)).sum() + rowGap * Math.max(0, rows.size() - 1);
    }

    @Override
    protected void layoutChildren() {
        double y = 0;
        for (List<Node> row : rows(getWidth())) {
            double height = height(row, getWidth());
            double x = 0;
            for (Node node : row) {
                double width = width(node, getWidth());
                double own = height(node, width);
                node.resizeRelocate(snapPositionX(x), snapPositionY(y + (height - own) / 2), width, snapSizeY(own));
                x += width + gap;
            }
            y += height + rowGap;
        }
    }

    private List<List<Node>> rows(double inside) {
        var rows = new ArrayList<List<Node>>();
        double taken = 0;
        for (Node node : getManagedChildren()) {
            double width = width(node, inside);
            if (rows.isEmpty() || taken + gap + width > inside) {
                rows.add(new ArrayList<>());
                taken = width;
            } else {
                taken += gap + width;
            }
            rows.getLast().add(node);
        }
        return rows;
    }

    private double width(Node node, double inside) {
        return Math.min(inside, snapSizeX(node.prefWidth(-1)));
    }

    private double height(List<Node> row, double inside) {
        return row.stream().mapToDouble(node -> height(node, width(node, inside))).max().orElse(0);
    }

    private static double height(Node node, double width) {
        return Math.max(node.minHeight(width), node.prefHeight(width));
    }
}
