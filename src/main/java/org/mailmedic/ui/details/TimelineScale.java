package org.mailmedic.ui.details;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.mailmedic.ui.details.TimelineModel.Tick;
import org.mailmedic.ui.part.Labels;

/// The scale of time: labels above, and behind the bars a line under each label.
final class TimelineScale extends Pane {
    /// How high a line of the chart is at least, in em.
    static final double LINE_EM = 1.4;
    private static final double ICON_EM = 1.6;
    private static final double GAP = 12;
    private static final double NAME_SHARE = 0.36;
    private static final double TOOK_EM = 5.5;
    private static final double SCROLL_BAR = 16;
    private static final double HEAD_EM = 1.6;
    private final Text em = new Text();
    private final double lengthMs;
    private final List<Tick> ticks;
    private final List<Label> labels = new ArrayList<>();
    private final List<Region> marks = new ArrayList<>();

    /// Where things stand in every line of the chart.
    ///
    /// @param name the width of the names, which begin at `nameX`
    /// @param left where the bars begin, `room` how much they have; `right` is the end of everything
    record Places(double nameX, double name, double left, double room, double right) {
        double x(double ms, double lengthMs) {
            return left + room * ms / lengthMs;
        }
    }

    TimelineScale(double lengthMs, List<Tick> ticks) {
        this.lengthMs = lengthMs;
        this.ticks = ticks;
        getStyleClass().add("timeline-scale");
        setMouseTransparent(true);
        em.setManaged(false);
        em.setVisible(false);
        getChildren().add(em);
        for (Tick tick : ticks) {
            labels.add(Labels.brief(tick.label(), "quiet", "tiny"));
            var mark = new Region();
            mark.getStyleClass().add("mark");
            marks.add(mark);
        }
        getChildren().addAll(marks);
        getChildren().addAll(labels);
        em.fontProperty().subscribe(_ -> requestLayout());
    }

    /// @param width of the whole chart
    /// @param em    the size of the text
    static Places places(double width, double em) {
        double right = width - SCROLL_BAR;
        double name = Math.floor(Math.max(0, right) * NAME_SHARE);
        double left = em * ICON_EM + name + GAP;
        return new Places(em * ICON_EM, name, left, Math.max(0, right - left - em * TOOK_EM - GAP), right);
    }

    /// How high the labels are.
    double head() {
        return em.getFont().getSize() * HEAD_EM;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        Places at = places(getWidth(), em.getFont().getSize());
        for (int i = 0; i < ticks.size(); i++) {
            double x = snapPositionX(at.x(ticks.get(i).ms(), lengthMs));
            double next = i + 1 < ticks.size() ? at.x(ticks.get(i + 1).ms(), lengthMs) : at.right();
            Label label = labels.get(i);
            double own = label.prefWidth(-1);
            label.setVisible(x + own <= next);
            label.resizeRelocate(x, 0, own, label.prefHeight(own));
            marks.get(i).resizeRelocate(x, head(), 1, Math.max(0, getHeight() - head()));
        }
    }
}
