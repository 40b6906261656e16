package org.mailmedic.ui.part;

import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Group;
import javafx.scene.shape.Line;
import javafx.util.Duration;

/// The line between two stations. It fills in the direction in which mail travels.
final class Connector extends Group {
    private static final Duration FILLING = Duration.millis(200);
    private final Line ground = new Line();
    private final Line filled = new Line();
    private final DoubleProperty share = new SimpleDoubleProperty(this, "share", 0);
    private String style = "";
    private double fromX;
    private double fromY;
    private double toX;
    private double toY;

    Connector() {
        setManaged(false);
        setMouseTransparent(true);
        ground.getStyleClass().add("connector");
        filled.getStyleClass().add("connector");
        getChildren().addAll(ground, filled);
        share.subscribe(_ -> draw());
    }

    /// @param now `passed`, `under-way`, `broke`, or empty for nothing yet
    void show(String now, boolean still) {
        if (now.equals(style)) {
            return;
        }
        boolean wasEmpty = style.isEmpty();
        style = now;
        filled.getStyleClass().setAll("connector", now.isEmpty() ? "ahead" : now);
        ground.setVisible(!now.equals("broke"));
        if (now.isEmpty()) {
            share.set(0);
        } else if (still || !wasEmpty) {
            share.set(1);
        } else {
            share.set(0);
            new Timeline(new KeyFrame(FILLING, new KeyValue(share, 1, Interpolator.EASE_BOTH))).play();
        }
    }

    void between(double x1, double y1, double x2, double y2) {
        fromX = x1;
        fromY = y1;
        toX = x2;
        toY = y2;
        draw();
    }

    private void draw() {
        set(ground, 1);
        set(filled, share.get());
        filled.setVisible(share.get() > 0);
    }

    private void set(Line line, double part) {
        line.setStartX(fromX);
        line.setStartY(fromY);
        line.setEndX(fromX + (toX - fromX) * part);
        line.setEndY(fromY + (toY - fromY) * part);
    }
}
