package org.mailmedic.ui.part;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// A bar for each of several outcomes: tall, middle or low, so that colour is not needed to tell them apart. What it shows is said
/// beside it.
public final class OutcomeBars extends Region {
    /// How high a bar is, and its colour.
    public enum Bar {
        TALL("fine", 1), MIDDLE("caution", 0.55), LOW("broken", 0.25);

        private final String style;
        private final double share;

        Bar(String style, double share) {
            this.style = style;
            this.share = share;
        }
    }

    private static final double WIDEST = 12;
    private static final double GAP = 2;
    private final List<Bar> bars;

    /// @param bars  oldest first
    /// @param words the same in words, for whoever does not see it
    public OutcomeBars(List<Bar> bars, String words) {
        this.bars = List.copyOf(bars);
        getStyleClass().add("outcome-bars");
        for (Bar bar : bars) {
            var mark = new Region();
            mark.setManaged(false);
            mark.getStyleClass().addAll("bar", bar.style);
            getChildren().add(mark);
        }
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(words);
    }

    @Override
    protected void layoutChildren() {
        if (bars.isEmpty()) {
            return;
        }
        double step = Math.min(WIDEST, getWidth() / bars.size());
        for (int i = 0; i < bars.size(); i++) {
            double high = Math.round(getHeight() * bars.get(i).share);
            getChildren().get(i).resizeRelocate(i * step, getHeight() - high, Math.max(1, step - GAP), high);
        }
    }
}
