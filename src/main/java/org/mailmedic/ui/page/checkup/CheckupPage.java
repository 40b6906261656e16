package org.mailmedic.ui.page.checkup;

import java.util.function.BooleanSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.report.Tone;
import org.mailmedic.ui.page.Layout;
import org.mailmedic.ui.page.Page;
import org.mailmedic.ui.page.Sighting;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.FooterBar;
import org.mailmedic.ui.part.Headline;
import org.mailmedic.ui.part.Icon;
import org.mailmedic.ui.part.JourneyBar;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.SightingRow;
import org.mailmedic.ui.part.Texts;

/// "Following your mail": the journey while it is made, and what is left when it was stopped.
public final class CheckupPage implements Page {
    private static final Duration TICK = Duration.millis(250);
    private static final double BAR_WIDTH = 220;
    private static final double UNDER_LEAD = 30;
    private final CheckupModel model;
    private final Texts texts;
    private final Label lead = Labels.wrapping("", "lead");
    private final Layout layout;
    private final VBox list = new VBox();
    private final BorderPane footer = new BorderPane();
    private final Timeline ticking;
    private final Subscription watching;

    public CheckupPage(CheckupModel model, Texts texts, BooleanSupplier still) {
        this.model = model;
        this.texts = texts;
        var journey = new JourneyBar(texts, false, still);
        journey.stationsProperty().bind(model.stationsProperty());
        list.getStyleClass().addAll("card", "sightings");
        VBox.setMargin(list, new Insets(24, 0, 0, 0));
        layout = Layout.of(new Headline(texts.get("checkup.headline")), lead, UNDER_LEAD, footer, journey, list);
        model.sightings().forEach(this::add);
        refreshList();
        ListChangeListener<Sighting> added = change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::add);
            }
            refreshList();
        };
        model.sightings().addListener(added);
        ticking = new Timeline(new KeyFrame(TICK, _ -> model.tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
        ticking.play();
        watching = model.phaseProperty().subscribe(this::show).and(() -> model.sightings().removeListener(added));
    }

    private void show(CheckupModel.Phase phase) {
        switch (phase) {
            case RUNNING -> {
                lead.textProperty().bind(model.leadProperty());
                footer.setCenter(runningFooter());
            }
            case ENDED -> ticking.stop();
            case STOPPED -> over("checkup.stopped");
            case BROKE -> over("checkup.broke");
        }
    }

    private void over(String key) {
        ticking.stop();
        layout.headline().setText(texts.get(key + ".headline"));
        lead.textProperty().unbind();
        lead.setText(texts.get(key + ".lead"));
        Button again = Buttons.main(texts.get("checkup.again"), Feather.REFRESH_CW, model::again);
        Button back = Buttons.plain(texts.get("checkup.settings"), Feather.ARROW_LEFT, model::settings);
        back.setCancelButton(true);
        footer.setCenter(new FooterBar(FooterBar.left(again, back), Buttons.flat(texts.get("window.start_over"), model::startOver)));
        layout.headline().requestFocus();
    }

    private Node runningFooter() {
        var bar = new ProgressBar();
        bar.progressProperty().bind(model.shareProperty());
        bar.setPrefWidth(BAR_WIDTH);
        bar.setMinWidth(60);
        bar.accessibleTextProperty().bind(model.timeLeftProperty());
        var left = Labels.brief("", "quiet");
        left.textProperty().bind(model.timeLeftProperty());
        var time = new HBox(bar, left);
        time.getStyleClass().add("time-left");
        time.setAlignment(Pos.CENTER_LEFT);
        Button stop = Buttons.plain(texts.get("checkup.stop"), Feather.SQUARE, model::stop);
        stop.setCancelButton(true);
        return new FooterBar(FooterBar.left(time), stop);
    }

    private void add(Sighting sighting) {
        list.getChildren().add(new SightingRow(icon(sighting.tone()), texts.get("checkup.look." + sighting.tone().name()),
                sighting.text(), sighting.took(), list.getChildren().isEmpty()));
    }

    private void refreshList() {
        list.setVisible(!list.getChildren().isEmpty());
    }

    private static Icon icon(Tone tone) {
        return switch (tone) {
            case FINE -> new Icon(Feather.CHECK, "fine");
            case CAUTION -> new Icon(Feather.ALERT_TRIANGLE, "caution");
            case BROKEN -> new Icon(Feather.X, "broken");
            case QUIET -> new Icon(Feather.MINUS);
        };
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public void left() {
        ticking.stop();
        watching.unsubscribe();
    }
}
