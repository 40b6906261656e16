package org.mailmedic.ui.part;

import java.util.Arrays;
import java.util.Objects;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One station: a ring with an icon, its name, and one line of what was seen.
final class StationNode extends Pane {
    private static final double GAP = 10;
    private static final double UPRIGHT_GAP = 18;
    private static final double SIDE = 6;
    private static final double LINE_GAP = 2;
    private static final Duration STEP = Duration.millis(250);
    private static final double HALO = 7;
    private final JourneyBar journey;
    private final Region halo = new Region();
    private final Icon icon;
    private final StackPane ring;
    private final Label name;
    private final Label line;
    private final Text measure = new Text();
    private StationState state;
    private boolean upright;
    private @Nullable Timeline pulse;

    StationNode(JourneyBar journey, StationState first) {
        this.journey = journey;
        this.icon = new Icon(first.station().icon());
        this.ring = new StackPane(icon);
        this.name = Labels.wrapping(journey.name(first.station()), "name");
        this.line = Labels.wrapping("", "line");
        halo.getStyleClass().add("halo");
        halo.setVisible(false);
        ring.getStyleClass().add("ring");
        getChildren().addAll(halo, ring, name, line);
        setAccessibleRole(AccessibleRole.TEXT);
        show(first);
    }

    StationState state() {
        return state;
    }

    void show(StationState now) {
        if (Objects.equals(now, state)) {
            return;
        }
        state = now;
        getStyleClass().setAll("station", now.mark().id());
        icon.show(iconFor(now));
        String word = journey.texts().get("journey.mark." + now.mark().id());
        String shown = now.line().isEmpty() ? journey.texts().get("journey.idle." + now.mark().id()) : now.line();
        line.setText(shown);
        setAccessibleText(name.getText() + ": " + word + (now.line().isEmpty() ? "" : ". " + now.line()));
        pulse(now.mark() == StationState.Mark.WORKING);
        requestLayout();
    }

    private static Feather iconFor(StationState now) {
        return switch (now.mark()) {
            case FINE -> Feather.CHECK;
            case CAUTION -> Feather.ALERT_TRIANGLE;
            case BROKEN -> Feather.X;
            case SKIPPED -> Feather.MINUS;
            case WAITING, WORKING, NOT_REACHED -> now.station().icon();
        };
    }

    /// A short swell and a rest; only where motion is welcome and somebody sees it.
    private void pulse(boolean working) {
        stop();
        halo.setVisible(working);
        if (working && !journey.still()) {
            pulse = new Timeline(
                    new KeyFrame(Duration.ZERO, new KeyValue(halo.opacityProperty(), 0.25)),
                    new KeyFrame(STEP, new KeyValue(halo.opacityProperty(), 1, Interpolator.EASE_OUT)),
                    new KeyFrame(STEP.multiply(3), new KeyValue(halo.opacityProperty(), 1)),
                    new KeyFrame(STEP.multiply(4), new KeyValue(halo.opacityProperty(), 0.25, Interpolator.EASE_IN)),
                    new KeyFrame(STEP.multiply(5), new KeyValue(halo.opacityProperty(), 0.25)));
            pulse.setCycleCount(Animation.INDEFINITE);
            pulse.play();
        }
    }

    void stop() {
        if (pulse != null) {
            pulse.stop();
            pulse = null;
        }
        halo.setOpacity(1);
    }

    void upright(boolean now) {
        if (upright != now) {
            upright = now;
            requestLayout();
        }
    }

    double ringSize() {
        return ring.prefWidth(-1);
    }

    /// The width below which a word of the name would have to be broken.
    double narrowest() {
        measure.setFont(name.getFont());
        return Arrays.stream(name.getText().split("\\s+")).mapToDouble(word -> {
            measure.setText(word);
            return measure.getLayoutBounds().getWidth();
        }).max().orElse(0) + SIDE * 2;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        if (upright) {
            double inside = width - ringSize() - GAP * 2;
            return Math.max(ringSize(), name.prefHeight(inside) + lineHeight(inside)) + UPRIGHT_GAP;
        }
        return ringSize() + GAP + name.prefHeight(width - SIDE) + lineHeight(width - SIDE);
    }

    private double lineHeight(double width) {
        return line.getText().isEmpty() ? 0 : LINE_GAP + line.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double size = ringSize();
        double width = getWidth();
        double x = upright ? 0 : snapPositionX((width - size) / 2);
        ring.resizeRelocate(x, 0, size, size);
        halo.resizeRelocate(x - HALO, -HALO, size + 2 * HALO, size + 2 * HALO);
        if (upright) {
            double left = size + GAP * 2;
            double inside = width - left;
            double height = name.prefHeight(inside) + lineHeight(inside);
            place(left, Math.max(0, (size - height) / 2), inside);
        } else {
            place(SIDE / 2, size + GAP, width - SIDE);
        }
    }

    private void place(double x, double y, double width) {
        double height = name.prefHeight(width);
        name.resizeRelocate(x, snapPositionY(y), width, height);
        line.resizeRelocate(x, snapPositionY(y + height + LINE_GAP), width, line.prefHeight(width));
    }
}
