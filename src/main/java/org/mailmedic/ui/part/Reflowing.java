package org.mailmedic.ui.part;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Places its children anew for every width, down to none, and is never lower than they need.
public abstract class Reflowing extends Pane {
    /// What was worked out for each width, until something inside changes. One layout asks for the same again and again.
    private final Map<Double, Double> heights = new HashMap<>();

    protected Reflowing(Node... children) {
        super(children);
    }

    @Override
    public final Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected final double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected final double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected final double computePrefHeight(double width) {
        // without a width, it depends on the one it has just now
        if (width < 0) {
            return heightAt(width);
        }
        Double known = heights.get(width);
        double height = known == null ? heightAt(width) : known;
        heights.put(width, height);
        return height;
    }

    /// How high its children are at this width, insets included; a negative width stands for the one preferred.
    protected abstract double heightAt(double width);

    /// Something in it has changed. The constructor of JavaFX's own class asks for a layout, too, before there is anything to forget.
    @Override
    public void requestLayout() {
        if (heights != null) {
            forgetHeights();
        }
        super.requestLayout();
    }

    /// For who changes its children while it places them: JavaFX asks for no layout then.
    protected final void forgetHeights() {
        heights.clear();
    }
}
