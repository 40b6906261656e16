package org.mailmedic.ui.part;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Places its children anew for every width, down to none, and is never lower than they need.
public abstract class Reflowing extends Pane {
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
}
