package org.mailmedic.ui.part;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.text.Text;

/// Puts its children side by side, row by row, and below each other where the text has grown too large for that.
public final class Columns extends Reflowing {
    private final double gap;
    private final double[] weights;
    private final double narrowest;
    private final boolean evenRows;
    private final Text em = new Text();
    private final ReadOnlyBooleanWrapper stacked = new ReadOnlyBooleanWrapper(this, "stacked");

    /// @param gap       between columns and rows, in pixels
    /// @param narrowest how narrow the narrowest column may get, in em
    /// @param evenRows  whether the children of one row are equally high
    /// @param weights   the share of each column, as many as there are columns
    public Columns(double gap, double narrowest, boolean evenRows, double... weights) {
        this.gap = gap;
        this.narrowest = narrowest;
        this.evenRows = evenRows;
        this.weights = weights.clone();
        em.setManaged(false);
        em.setVisible(false);
        getChildren().add(em);
    }

    public Columns with(Node... nodes) {
        getChildren().addAll(nodes);
        return this;
    }

    /// Whether its children stand below each other, as of the last layout.
    public ReadOnlyBooleanProperty stackedProperty() {
        return stacked.getReadOnlyProperty();
    }

    @Override
    protected double computePrefWidth(double height) {
        return em.getFont().getSize() * narrowest * weights.length + gap * (weights.length - 1);
    }

    @Override
    protected double heightAt(double width) {
        double inside = width < 0 ? prefWidth(-1) : width;
        return place(inside, false);
    }

    @Override
    protected void layoutChildren() {
        place(getWidth(), true);
        stacked.set(widths(getWidth()).length < weights.length);
    }

    private double place(double width, boolean forReal) {
        double[] widths = widths(width);
        List<Node> nodes = getManagedChildren();
        double y = 0;
        for (int first = 0; first < nodes.size(); first += widths.length) {
            List<Node> row = nodes.subList(first, Math.min(first + widths.length, nodes.size()));
            double height = 0;
            for (int i = 0; i < row.size(); i++) {
                height = Math.max(height, row.get(i).prefHeight(widths[i]));
            }
            if (forReal) {
                double x = 0;
                for (int i = 0; i < row.size(); i++) {
                    double own = evenRows ? height : row.get(i).prefHeight(widths[i]);
                    row.get(i).resizeRelocate(snapPositionX(x), snapPositionY(y), snapSizeX(widths[i]), snapSizeY(own));
                    x += widths[i] + gap;
                }
            }
            y += snapSizeY(height) + gap;
        }
        return Math.max(0, y - gap);
    }

    private double[] widths(double width) {
        double sum = 0;
        double least = Double.MAX_VALUE;
        for (double weight : weights) {
            sum += weight;
            least = Math.min(least, weight);
        }
        double inside = width - gap * (weights.length - 1);
        if (inside * least / sum < narrowest * em.getFont().getSize()) {
            return new double[] {width};
        }
        var widths = new double[weights.length];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.floor(inside * weights[i] / sum);
        }
        return widths;
    }
}
