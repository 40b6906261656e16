package org.mailmedic.ui.part;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/// A column for each of several spans of time: what went out at the bottom, what was put off and what was refused above it; a line where a
/// trouble began. What it shows is said beside it.
public final class AttemptsChart extends Region {
    /// @param began whether a trouble that lasts began within it
    public record Column(long sent, long deferred, long bounced, boolean began) {
        private long all() {
            return sent + deferred + bounced;
        }
    }

    /// Fewer columns leave room at the end, or one would fill the whole width.
    private static final int FEWEST = 8;
    private static final double GAP = 2;
    private static final double ROOM_FOR_THE_GAP = 6;
    private static final List<String> STYLES = List.of("fine", "caution", "broken");
    private final List<Column> columns;
    private final List<Region> bars = new ArrayList<>();
    private final List<Line> begins = new ArrayList<>();
    private final Region ground = new Region();

    /// @param columns oldest first
    /// @param words   the same in words, for whoever does not see it
    public AttemptsChart(List<Column> columns, String words) {
        this.columns = List.copyOf(columns);
        getStyleClass().add("attempts-chart");
        ground.getStyleClass().add("ground");
        getChildren().add(ground);
        for (Column column : columns) {
            STYLES.forEach(style -> {
                var bar = new Region();
                bar.getStyleClass().addAll("bar", style);
                bars.add(bar);
            });
            var begin = new Line();
            begin.getStyleClass().add("begin");
            begin.setVisible(column.began());
            begins.add(begin);
        }
        getChildren().addAll(bars);
        getChildren().addAll(begins);
        getChildren().forEach(child -> child.setManaged(false));
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(words);
    }

    @Override
    protected void layoutChildren() {
        ground.resizeRelocate(0, getHeight() - 1, getWidth(), 1);
        double most = Math.max(1, columns.stream().mapToLong(Column::all).max().orElse(1));
        double step = getWidth() / Math.max(FEWEST, columns.size());
        double width = Math.max(1, step - (step >= ROOM_FOR_THE_GAP ? GAP : 0));
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            double foot = getHeight() - 1;
            foot = stand(bars.get(i * STYLES.size()), i * step, width, foot, column.sent() / most);
            foot = stand(bars.get(i * STYLES.size() + 1), i * step, width, foot, column.deferred() / most);
            stand(bars.get(i * STYLES.size() + 2), i * step, width, foot, column.bounced() / most);
            double x = Math.round(i * step) + 0.5;
            begins.get(i).setStartX(x);
            begins.get(i).setEndX(x);
            begins.get(i).setStartY(0);
            begins.get(i).setEndY(getHeight());
        }
    }

    /// @return where the next one stands
    private double stand(Region bar, double x, double width, double foot, double share) {
        double high = share == 0 ? 0 : Math.max(2, share * (getHeight() - 1));
        bar.resizeRelocate(x, foot - high, width, high);
        return foot - high;
    }
}
