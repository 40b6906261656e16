package org.mailmedic.ui.page.website;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.report.Report;
import org.mailmedic.ui.part.Icon;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// Two places and the mail server that both want to reach: which way was looked at, what came of it, and which is still to be looked at.
final class PlacesPicture extends Pane {
    private static final double GAP = 12;
    private static final double ROWS = 14;
    private static final double AIR = 10;
    /// No way is drawn longer than that, however wide the window is, nor shorter than this.
    private static final double LONGEST = 300;
    private static final double SHORTEST = 96;
    private final List<Way> ways;
    private final HBox server;

    /// A place, and its way to the mail server.
    private record Way(HBox place, Line line, StackPane sign) {}

    /// How far a place came.
    private enum Came {
        THROUGH("passed", Feather.CHECK), STOPPED("broke", Feather.X), UNSEEN("ahead", Feather.HELP_CIRCLE);

        private final String style;
        private final Feather icon;

        Came(String style, Feather icon) {
            this.style = style;
            this.icon = icon;
        }

        /// Whether the mail server's door opened.
        static Came of(Report report) {
            var connect = report.stages().stream().filter(stage -> stage.stage().equals("connect")).findFirst();
            return connect.map(stage -> switch (stage.status()) {
                case "ok", "warning" -> THROUGH;
                case "failed" -> STOPPED;
                default -> UNSEEN;
            }).orElse(UNSEEN);
        }
    }

    /// @param here what this computer saw
    PlacesPicture(Report here, Texts texts) {
        Came computer = Came.of(here);
        ways = List.of(way(Feather.MONITOR, texts.get("website.picture.here"), computer),
                way(Feather.GLOBE, texts.get("website.picture.website"), Came.UNSEEN));
        String host = here.settings().get("host") instanceof String name && !name.isBlank() ? name : texts.get("website.picture.server");
        server = place(Feather.SERVER, host);
        ways.forEach(way -> getChildren().addAll(way.line(), way.place(), way.sign()));
        getChildren().add(server);
        getStyleClass().add("places");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(texts.get("website.picture." + computer.style, host));
    }

    private static Way way(Feather icon, String name, Came came) {
        var line = new Line();
        line.getStyleClass().addAll("connector", came.style);
        var sign = new StackPane(new Icon(came.icon));
        sign.getStyleClass().addAll("sign", came.style);
        return new Way(place(icon, name), line, sign);
    }

    private static HBox place(Feather icon, String name) {
        var tile = new StackPane(new Icon(icon));
        tile.getStyleClass().add("tile");
        Label words = Labels.wrapping(name, "strong");
        HBox.setHgrow(words, Priority.ALWAYS);
        var place = new HBox(GAP, tile, words);
        place.setAlignment(Pos.CENTER_LEFT);
        place.setFillHeight(false);
        return place;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double[] columns = columns(width);
        double places = ways.stream().mapToDouble(way -> way.place().prefHeight(columns[0])).sum() + ROWS * (ways.size() - 1);
        return Math.max(places, server.prefHeight(columns[2])) + snappedTopInset() + snappedBottomInset();
    }

    /// The widths of the places, of the ways and of the mail server.
    private double[] columns(double width) {
        double places = ways.stream().mapToDouble(way -> way.place().prefWidth(-1)).max().orElse(0);
        double host = server.prefWidth(-1);
        double inside = width < 0 ? places + LONGEST + host : width - snappedLeftInset() - snappedRightInset();
        double between = Math.clamp(inside - places - host, SHORTEST, LONGEST);
        double words = Math.max(0, inside - between);
        if (places + host > words) {
            double left = places < words / 2 ? places : host < words / 2 ? words - host : words / 2;
            return new double[] {Math.floor(left), between, Math.floor(words - left)};
        }
        return new double[] {Math.ceil(places), between, Math.ceil(host)};
    }

    @Override
    protected void layoutChildren() {
        double[] columns = columns(getWidth());
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double height = getHeight() - top - snappedBottomInset();
        double start = left + columns[0] + AIR;
        double end = left + columns[0] + columns[1] - AIR;
        double middle = snapPositionY(top + height / 2);
        layoutInArea(server, left + columns[0] + columns[1], top, columns[2], height, 0, null, true, false, HPos.LEFT,
                VPos.CENTER);
        double each = (height - ROWS * (ways.size() - 1)) / ways.size();
        for (int i = 0; i < ways.size(); i++) {
            Way way = ways.get(i);
            double y = top + i * (each + ROWS);
            layoutInArea(way.place(), left, y, columns[0], each, 0, null, true, false, HPos.LEFT, VPos.CENTER);
            draw(way, start, snapPositionY(y + each / 2), end, middle);
        }
    }

    /// Both ways end at the mail server, a little apart.
    private static void draw(Way way, double fromX, double fromY, double toX, double middle) {
        double toY = middle + Math.signum(fromY - middle) * AIR / 2;
        way.line().setStartX(fromX);
        way.line().setStartY(fromY);
        way.line().setEndX(toX);
        way.line().setEndY(toY);
        double size = way.sign().prefWidth(-1);
        way.sign().resizeRelocate((fromX + toX - size) / 2, (fromY + toY - size) / 2, size, size);
    }
}
