package org.mailmedic.ui.part;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.SkinBase;
import javafx.util.Subscription;

/// Lays the stations out in a row, or below each other, and draws the line between them.
final class JourneySkin extends SkinBase<JourneyBar> {
    private static final PseudoClass UPRIGHT = PseudoClass.getPseudoClass("upright");
    private static final double LINE_AIR = 1;
    private final List<StationNode> nodes = new ArrayList<>();
    private final List<Connector> connectors = new ArrayList<>();
    private final Subscription watching;

    JourneySkin(JourneyBar journey) {
        super(journey);
        watching = journey.stationsProperty().subscribe(this::show);
    }

    private void show(List<StationState> states) {
        if (!sameStations(states)) {
            rebuild(states);
        }
        for (int i = 0; i < states.size(); i++) {
            nodes.get(i).show(states.get(i));
        }
        for (int i = 0; i < connectors.size(); i++) {
            connectors.get(i).show(style(states, i + 1), getSkinnable().still() || getSkinnable().compact());
        }
        getSkinnable().requestLayout();
    }

    private boolean sameStations(List<StationState> states) {
        return nodes.stream().map(node -> node.state().station()).toList()
                .equals(states.stream().map(StationState::station).toList());
    }

    private void rebuild(List<StationState> states) {
        nodes.forEach(StationNode::stop);
        nodes.clear();
        connectors.clear();
        for (StationState state : states) {
            nodes.add(new StationNode(getSkinnable(), state));
            if (nodes.size() > 1) {
                connectors.add(new Connector());
            }
        }
        getChildren().setAll(connectors);
        getChildren().addAll(nodes);
    }

    /// How the mail came from the station before to station `at`.
    private static String style(List<StationState> states, int at) {
        return switch (states.get(at).mark()) {
            case FINE, CAUTION -> "passed";
            case WORKING -> "under-way";
            case BROKEN -> "broke";
            case WAITING, NOT_REACHED -> "";
            case SKIPPED -> states.subList(at, states.size()).stream().anyMatch(later -> later.mark().passed()) ? "passed" : "";
        };
    }

    private boolean tooNarrow(double width) {
        double column = width / Math.max(1, nodes.size());
        return nodes.stream().anyMatch(node -> node.narrowest() > column);
    }

    private double column(double width) {
        return Math.floor(width / Math.max(1, nodes.size()));
    }

    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return nodes.size() * 100.0;
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        boolean upright = turn(width);
        return upright
                ? nodes.stream().mapToDouble(node -> node.prefHeight(width)).sum()
                : nodes.stream().mapToDouble(node -> node.prefHeight(column(width))).max().orElse(0);
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return computePrefHeight(width < 0 ? getSkinnable().getWidth() : width, top, right, bottom, left);
    }

    private boolean turn(double width) {
        boolean upright = width > 0 && tooNarrow(width);
        nodes.forEach(node -> node.upright(upright));
        return upright;
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        boolean upright = turn(width);
        getSkinnable().pseudoClassStateChanged(UPRIGHT, upright);
        double at = 0;
        for (int i = 0; i < nodes.size(); i++) {
            StationNode node = nodes.get(i);
            double size = node.ringSize();
            if (upright) {
                double own = node.prefHeight(width);
                node.resizeRelocate(x, y + at, width, own);
                if (i + 1 < nodes.size()) {
                    connectors.get(i).between(x + size / 2, y + at + size + LINE_AIR, x + size / 2, y + at + own - LINE_AIR);
                }
                at += own;
            } else {
                double column = column(width);
                node.resizeRelocate(x + at, y, column, height);
                if (i + 1 < nodes.size()) {
                    double centre = x + at + column / 2;
                    double middle = Math.floor(y + size / 2) + 0.5;
                    connectors.get(i).between(centre + size / 2 + LINE_AIR, middle, centre + column - size / 2 - LINE_AIR, middle);
                }
                at += column;
            }
        }
    }

    @Override
    public void dispose() {
        watching.unsubscribe();
        nodes.forEach(StationNode::stop);
        super.dispose();
    }
}
