package org.mailmedic.ui.details;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.ui.details.TimelineModel.Step;
import org.mailmedic.ui.details.TimelineModel.Tick;
import org.mailmedic.ui.part.Icon;
import org.mailmedic.ui.part.Labels;

/// One line of the waterfall: icon, name, bar, duration. The scale above the bars is laid out the same way.
final class TimelineRow extends Pane {
    private static final double GAP = 12;
    private static final double NAME_SHARE = 0.36;
    private static final double TOOK_EM = 5.5;
    private static final double BAR_EM = 0.86;
    private static final double LINE_EM = 1.4;
    /// Room for the scroll bar.
    private static final double END = 16;
    private static final double BETWEEN_ROWS = 4;
    private static final double LEAST = 3;
    private final Text em = new Text();
    private final double lengthMs;
    private final List<Tick> ticks;
    private final List<Region> marks = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private final Icon icon = new Icon(Feather.CHECK);
    private final Text what = new Text();
    private final Text where = new Text();
    private final TextFlow name = new TextFlow(what, where);
    private final Region bar = new Region();
    private final Label took = Labels.brief("", "quiet", "small");
    private double startMs;
    private double durationMs;

    private TimelineRow(double lengthMs, List<Tick> ticks) {
        this.lengthMs = lengthMs;
        this.ticks = ticks;
        getStyleClass().add("timeline-row");
        em.setManaged(false);
        em.setVisible(false);
        what.getStyleClass().add("what");
        where.getStyleClass().add("where");
        getChildren().add(em);
    }

    /// A line to be filled by [#show].
    static TimelineRow bar(double lengthMs, List<Tick> ticks) {
        var row = new TimelineRow(lengthMs, ticks);
        for (Tick _ : ticks) {
            var mark = new Region();
            mark.getStyleClass().add("mark");
            row.marks.add(mark);
        }
        row.bar.getStyleClass().add("bar");
        row.getChildren().addAll(row.marks);
        row.getChildren().addAll(row.icon, row.name, row.bar, row.took);
        return row;
    }

    /// The line with the scale's labels.
    static TimelineRow scale(double lengthMs, List<Tick> ticks) {
        var row = new TimelineRow(lengthMs, ticks);
        row.getStyleClass().add("scale");
        ticks.forEach(tick -> row.labels.add(Labels.brief(tick.label(), "quiet", "tiny")));
        row.getChildren().addAll(row.labels);
        return row;
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
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        if (!labels.isEmpty()) {
            return labels.getFirst().prefHeight(-1);
        }
        return Math.max(name.prefHeight(nameWidth(width - END)), em() * LINE_EM);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - END;
        double left = em() * 1.6 + nameWidth(width) + GAP;
        double room = Math.max(0, width - left - em() * TOOK_EM - GAP);
        double line = em() * LINE_EM;
        place(marks, left, room);
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            double own = label.prefWidth(-1);
            double x = left + room * ticks.get(i).ms() / lengthMs;
            double free = i + 1 < labels.size() ? left + room * ticks.get(i + 1).ms() / lengthMs : width;
            label.setVisible(x + own <= free);
            label.resizeRelocate(snapPositionX(x), 0, own, label.prefHeight(own));
        }
        if (!labels.isEmpty()) {
            return;
        }
        layoutInArea(icon, 0, 0, em() * 1.4, line, 0, HPos.LEFT, VPos.CENTER);
        double high = name.prefHeight(nameWidth(width));
        name.resizeRelocate(em() * 1.6, Math.max(0, snapPositionY((line - high) / 2)), nameWidth(width), high);
        double x = left + room * startMs / lengthMs;
        double length = Math.max(LEAST, room * durationMs / lengthMs);
        double thick = em() * BAR_EM;
        bar.resizeRelocate(snapPositionX(Math.min(x, left + room - LEAST)), snapPositionY((line - thick) / 2), snapSizeX(length), snapSizeY(thick));
        double own = took.prefWidth(-1);
        took.resizeRelocate(snapPositionX(width - own), 0, own, line);
    }

    private void place(List<Region> all, double left, double room) {
        for (int i = 0; i < all.size(); i++) {
            all.get(i).resizeRelocate(snapPositionX(left + room * ticks.get(i).ms() / lengthMs), -BETWEEN_ROWS, 1, getHeight() + 2 * BETWEEN_ROWS);
        }
    }

    private double em() {
        return em.getFont().getSize();
    }

    private double nameWidth(double width) {
        return Math.floor(Math.max(0, width) * NAME_SHARE);
    }
}
