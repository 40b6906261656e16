package org.mailmedic.ui.page.watch;

import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.ui.page.Layout;
import org.mailmedic.ui.page.OutcomeIcon;
import org.mailmedic.ui.page.Page;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.FooterBar;
import org.mailmedic.ui.part.Headline;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.SightingRow;
import org.mailmedic.ui.part.Texts;

/// "Watching": one line for each look, and what comes next.
public final class WatchPage implements Page {
    private static final double UNDER_LEAD = 20;
    private final WatchModel model;
    private final Texts texts;
    private final Layout layout;
    private final Label lead;
    private final Label state = Labels.wrapping("", "strong");
    private final CheckBox tell;
    private final VBox list = new VBox();
    private final BorderPane footer = new BorderPane();
    private final Subscription watching;

    public WatchPage(WatchModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        lead = Labels.wrapping(texts.get("watch.lead"), "lead");
        lead.managedProperty().bind(lead.visibleProperty());
        state.setId("watch-state");
        list.getStyleClass().addAll("card", "sightings");
        VBox.setMargin(list, new Insets(20, 0, 20, 0));
        tell = tell();
        Label changed = shownWhenSaid("watch-changed", "plain");
        Label notKept = shownWhenSaid("watch-not-kept", "quiet");
        layout = Layout.of(new Headline(texts.get("watch.headline", model.host())), lead, UNDER_LEAD, footer, state, changed, notKept,
                list, tell);
        ListChangeListener<WatchModel.Round> added = _ -> show();
        model.rounds().addListener(added);
        watching = model.stateProperty().subscribe(state::setText).and(model.changedProperty().subscribe(changed::setText))
                .and(model.notKeptProperty().subscribe(notKept::setText)).and(model.overProperty().subscribe(this::over))
                .and(() -> model.rounds().removeListener(added));
        show();
    }

    private static Label shownWhenSaid(String id, String style) {
        Label label = Labels.wrapping("", style);
        label.setId(id);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        VBox.setMargin(label, new Insets(8, 0, 0, 0));
        return label;
    }

    private CheckBox tell() {
        var tell = new CheckBox(texts.get("watch.tell"));
        tell.setId("watch-tell");
        tell.setMnemonicParsing(false);
        tell.setMinHeight(Region.USE_PREF_SIZE);
        tell.setAccessibleText(tell.getText());
        tell.setSelected(model.toldProperty().get());
        tell.setOnAction(_ -> model.toldProperty().set(tell.isSelected()));
        return tell;
    }

    private void show() {
        list.getChildren().clear();
        for (WatchModel.Round round : model.rounds()) {
            list.getChildren().add(new SightingRow(OutcomeIcon.of(round.outcome()), texts.get("watch.outcome." + round.outcome().id()),
                    texts.get("watch.line", round.when(), round.headline()), round.took(), list.getChildren().isEmpty()));
        }
        list.setVisible(!list.getChildren().isEmpty());
        list.setManaged(list.isVisible());
    }

    private void over(boolean over) {
        // what belongs to a watch under way goes with it
        lead.setVisible(!over);
        tell.setVisible(!over);
        if (over) {
            VBox.setMargin(state, new Insets(8, 0, 0, 0));
            Button answer = Buttons.main(texts.get(model.changed() ? "watch.answer" : "watch.back"), Feather.ARROW_RIGHT, model::answer);
            footer.setCenter(new FooterBar(FooterBar.left(answer), Buttons.flat(texts.get("window.start_over"), model::startOver)));
            layout.headline().setText(model.overHeadline());
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
    public void replacedBy(Page other) {
        watching.unsubscribe();
    }

    @Override
    public void left() {
        watching.unsubscribe();
        model.stop();
    }
}
