package org.mailmedic.ui.part;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// A small line over time, from zero up to its highest value; a cross at the ground where nothing came. What it shows is said beside it.
public final class Sparkline extends Region {
    /// @param value at least zero; anything else counts as zero
    /// @param broke whether there is no value, since nothing came
    public record Point(double value, boolean broke) {}

    private static final double AIR = 5;
    private static final double CROSS = 3;
    private static final double DOT = 3;
    private final List<Point> points;
    private final Path line = new Path();
    private final Path ground = new Path();
    private final Path crosses = new Path();
    private final Circle last = new Circle(DOT);

    /// @param points oldest first
    /// @param words  the same in words, for whoever does not see it
    public Sparkline(List<Point> points, String words) {
        this.points = List.copyOf(points);
        getStyleClass().add("sparkline");
        line.getStyleClass().add("line");
        ground.getStyleClass().add("ground");
        crosses.getStyleClass().add("crosses");
        last.getStyleClass().add("last");
        getChildren().addAll(ground, line, crosses, last);
        getChildren().forEach(child -> child.setManaged(false));
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(words);
    }

    @Override
    protected void layoutChildren() {
        double bottom = getHeight() - AIR;
        line.getElements().clear();
        crosses.getElements().clear();
        last.setVisible(false);
        ground.getElements().setAll(new MoveTo(AIR, bottom), new LineTo(Math.max(AIR, getWidth() - AIR), bottom));
        boolean down = false;
        for (int i = 0; i < points.size(); i++) {
            double x = x(i);
            if (points.get(i).broke()) {
                crosses.getElements().addAll(new MoveTo(x - CROSS, bottom - CROSS), new LineTo(x + CROSS, bottom + CROSS),
                        new MoveTo(x - CROSS, bottom + CROSS), new LineTo(x + CROSS, bottom - CROSS));
                down = false;
            } else {
                double y = bottom - share(points.get(i)) * Math.max(0, bottom - AIR);
                line.getElements().add(down ? new LineTo(x, y) : new MoveTo(x, y));
                down = true;
                last.setCenterX(x);
                last.setCenterY(y);
                last.setVisible(true);
            }
        }
    }

    private double x(int i) {
        double room = Math.max(0, getWidth() - 2 * AIR);
        return points.size() == 1 ? AIR + room : AIR + room * i / (points.size() - 1);
    }

    private double share(Point point) {
        double highest = points.stream().filter(each -> !each.broke()).mapToDouble(Point::value).filter(Double::isFinite).max().orElse(0);
        return highest > 0 && Double.isFinite(point.value()) ? Math.clamp(point.value() / highest, 0, 1) : 0;
    }
}
