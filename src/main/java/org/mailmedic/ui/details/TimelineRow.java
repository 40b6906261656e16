package org.mailmedic.ui.details;

import java.util.function.DoubleSupplier;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.ui.details.TimelineModel.Step;
import org.mailmedic.ui.part.Icon;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Reflowing;

/// One line of the waterfall: icon, name, bar, duration.
final class TimelineRow extends Reflowing {
    private static final double BAR_EM = 0.86;
    private static final double LEAST = 3;
    private final Text em = new Text();
    private final double lengthMs;
    private final DoubleSupplier width;
    private final Icon icon = new Icon(Feather.CHECK);
    private final Text what = new Text();
    private final Text where = new Text();
    private final TextFlow name = new TextFlow(what, where);
    private final Region bar = new Region();
    private final Label took = Labels.brief("", "quiet", "small");
    private double startMs;
    private double durationMs;

    /// @param width of the whole chart, which the line is a part of
    TimelineRow(double lengthMs, DoubleSupplier width) {
        this.lengthMs = lengthMs;
        this.width = width;
        getStyleClass().add("timeline-row");
        em.setManaged(false);
        em.setVisible(false);
        what.getStyleClass().add("what");
        where.getStyleClass().add("where");
        getChildren().addAll(em, icon, name, bar, took);
    }

    void show(Step step) {
        icon.show(step.tone().icon());
        icon.getStyleClass().setAll("icon", step.tone().style());
        what.setText(step.name().what());
        where.setText(step.name().where().isEmpty() ? "" : "  " + step.name().where());
        bar.getStyleClass().setAll("bar", step.tone().style());
        took.setText(step.took());
        startMs = step.startMs();
        durationMs = step.durationMs();
        requestLayout();
    }

    @Override
    protected double heightAt(double given) {
        return Math.max(name.prefHeight(scale().name()), em() * TimelineScale.LINE_EM);
    }

    @Override
    protected void layoutChildren() {
        TimelineScale.Places at = scale();
        double line = em() * TimelineScale.LINE_EM;
        layoutInArea(icon, 0, 0, line, line, 0, HPos.LEFT, VPos.CENTER);
        double high = name.prefHeight(at.name());
        name.resizeRelocate(at.nameX(), Math.max(0, snapPositionY((line - high) / 2)), at.name(), high);
        double thick = em() * BAR_EM;
        double x = Math.min(at.x(startMs, lengthMs), at.left() + at.room() - LEAST);
        double length = Math.max(LEAST, at.room() * durationMs / lengthMs);
        bar.resizeRelocate(snapPositionX(x), snapPositionY((line - thick) / 2), snapSizeX(length), snapSizeY(thick));
        double own = took.prefWidth(-1);
        took.resizeRelocate(snapPositionX(at.right() - own), 0, own, line);
    }

    private TimelineScale.Places scale() {
        return TimelineScale.places(width.getAsDouble(), em());
    }

    private double em() {
        return em.getFont().getSize();
    }
}
