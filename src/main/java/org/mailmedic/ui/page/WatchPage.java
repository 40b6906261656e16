package org.mailmedic.ui.page;

import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.report.Report;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.FooterBar;
import org.mailmedic.ui.part.Headline;
import org.mailmedic.ui.part.Icon;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.SightingRow;
import org.mailmedic.ui.part.Texts;

/// "Watching": one line for each look, and what comes next.
public final class WatchPage implements Page {
    private static final double UNDER_LEAD = 20;
    private final WatchModel model;
    private final Texts texts;
    private final Layout layout;
    private final VBox list = new VBox();
    private final BorderPane footer = new BorderPane();
    private final Subscription watching;

    public WatchPage(WatchModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        Label state = Labels.wrapping("", "strong");
        state.setId("watch-state");
        list.getStyleClass().addAll("card", "sightings");
        VBox.setMargin(list, new Insets(20, 0, 0, 0));
        layout = Layout.of(new Headline(texts.get("watch.headline", model.host())), Labels.wrapping(texts.get("watch.lead"), "lead"), UNDER_LEAD,
                footer, state, list);
        ListChangeListener<WatchModel.Round> added = _ -> show();
        model.rounds().addListener(added);
        watching = model.stateProperty().subscribe(state::setText).and(model.overProperty().subscribe(this::over))
                .and(() -> model.rounds().removeListener(added));
        show();
    }

    private void show() {
        list.getChildren().clear();
        for (WatchModel.Round round : model.rounds()) {
            list.getChildren().add(new SightingRow(icon(round.outcome()), texts.get("watch.outcome." + round.outcome().id()),
                    texts.get("watch.line", round.when(), round.headline()), round.took(), list.getChildren().isEmpty()));
        }
        list.setVisible(!list.getChildren().isEmpty());
    }

    private static Icon icon(Report.Outcome outcome) {
        return switch (outcome) {
            case HEALTHY -> new Icon(Feather.CHECK, "fine");
            case PROBLEM -> new Icon(Feather.X, "broken");
            case INCONCLUSIVE -> new Icon(Feather.ALERT_TRIANGLE, "caution");
        };
    }

    private void over(boolean over) {
        if (over) {
            Button answer = Buttons.main(texts.get("watch.answer"), Feather.ARROW_RIGHT, model::answer);
            footer.setCenter(new FooterBar(FooterBar.left(answer), Buttons.flat(texts.get("window.start_over"), model::startOver)));
            layout.headline().setText(texts.get("watch.over", model.host()));
            layout.headline().requestFocus();
        } else {
            Button stop = Buttons.plain(texts.get("watch.stop"), Feather.SQUARE, model::stop);
            stop.setCancelButton(true);
            footer.setCenter(new FooterBar(FooterBar.left(), stop));
        }
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public void left() {
        watching.unsubscribe();
        model.stop();
    }
}
