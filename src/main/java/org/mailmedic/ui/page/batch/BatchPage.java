package org.mailmedic.ui.page.batch;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.report.Report;
import org.mailmedic.ui.page.Hub;
import org.mailmedic.ui.page.Layout;
import org.mailmedic.ui.page.Page;
import org.mailmedic.ui.page.batch.BatchModel.Order;
import org.mailmedic.ui.page.batch.BatchModel.Row;
import org.mailmedic.ui.page.batch.BatchModel.State;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.Columns;
import org.mailmedic.ui.part.CopyableList;
import org.mailmedic.ui.part.Flow;
import org.mailmedic.ui.part.FooterBar;
import org.mailmedic.ui.part.FormField;
import org.mailmedic.ui.part.Headline;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// What many servers came to: three counts, and a list by cause, by server or by who can fix it, whose reports are one step away.
final class BatchPage implements Page {
    private static final double GAP = 16;
    private static final double NARROWEST = 9;
    private static final double LIST_HEIGHT = 420;
    /// What the list's own bar and edges take from a row.
    private static final double BESIDE = 56;
    private final BatchModel model;
    private final Texts texts;
    private final Label lead = Labels.wrapping("", "lead");
    private final VBox below = new VBox(GAP);
    private final VBox counts = new VBox();
    private final Label left = Labels.wrapping("", "quiet", "small");
    private final ListView<Row> list;
    private final TextField search = new TextField();
    private final VBox listed;
    private final Layout layout;
    private final Subscription watching;

    BatchPage(BatchModel model, Hub hub) {
        this.model = model;
        texts = hub.texts();
        list = new CopyableList<>(texts.get("batch.list"), rows -> rows.stream().map(this::line).collect(Collectors.joining("\n")));
        list.setId("batch-list");
        list.getStyleClass().add("batch-list");
        list.setCellFactory(_ -> new Cell());
        list.setPrefHeight(LIST_HEIGHT);
        // how high a row is depends on how wide the list is, and the list keeps the heights that it has seen
        list.widthProperty().subscribe((_, _) -> list.refresh());
        list.setPlaceholder(Labels.wrapping(texts.get("batch.none"), "quiet"));
        list.setOnMouseClicked(click -> openSelected(click.getClickCount() == 2));
        list.addEventHandler(KeyEvent.KEY_PRESSED, key -> openSelected(key.getCode() == KeyCode.ENTER));
        search.setId("batch-search");
        search.setPromptText(texts.get("batch.search.prompt"));
        search.textProperty().bindBidirectional(model.searchProperty());
        var narrow = new VBox(GAP, new FormField(texts.get("batch.search"), search, search, ""), orders());
        narrow.getStyleClass().add("card");
        listed = new VBox(GAP, counts, narrow, list, left);
        var footer = new FooterBar(FooterBar.left(Buttons.back(texts, model::back)),
                Buttons.plain(texts.get("batch.another"), Feather.FOLDER, model::openAnother));
        layout = Layout.of(new Headline(texts.get("batch.headline")), lead, footer, below);
        show(model.stateProperty().get());
        watching = model.stateProperty().subscribe((_, now) -> show(now));
    }

    private void show(State state) {
        switch (state) {
            case State.Reading _ -> told("", texts.get("batch.reading"));
            case State.Unreadable(var file) -> told(texts.get("batch.unreadable", file), texts.get("batch.unreadable.line"));
            case State.Listed now -> show(now);
        }
    }

    private void told(String title, String line) {
        lead.setText(title);
        below.getChildren().setAll(Labels.wrapping(line, "plain"));
    }

    private void show(State.Listed now) {
        lead.setText(texts.get("batch.lead", now.file()));
        counts.getChildren().setAll(new Columns(GAP, NARROWEST, true, 1, 1, 1).with(count(now, Report.Outcome.PROBLEM),
                count(now, Report.Outcome.INCONCLUSIVE), count(now, Report.Outcome.HEALTHY)));
        list.getItems().setAll(now.rows());
        String told = now.result().whole() ? "" : texts.get("batch.cut", now.result().lines().size());
        String torn = now.result().torn() == 0 ? "" : texts.get("batch.torn", now.result().torn());
        left.setText(told.isEmpty() || torn.isEmpty() ? told + torn : told + "\n" + torn);
        left.setVisible(!left.getText().isEmpty());
        left.setManaged(left.isVisible());
        if (!below.getChildren().contains(listed)) {
            below.getChildren().setAll(listed);
        }
    }

    private Node count(State.Listed now, Report.Outcome outcome) {
        var number = Labels.wrapping(texts.get("batch.count", now.count().getOrDefault(outcome, 0L)), "count");
        var card = new VBox(2, number, Labels.wrapping(texts.get("batch.count." + outcome.id()), "quiet", "small"));
        card.getStyleClass().addAll("card", "count-card");
        return card;
    }

    private Node orders() {
        var group = new ToggleGroup();
        var choices = new Flow(GAP, 8, Labels.brief(texts.get("batch.order"), "strong"));
        for (Order order : Order.values()) {
            var choice = new RadioButton(texts.get("batch.order." + order.id()));
            choice.setId("batch-order-" + order.id());
            choice.setToggleGroup(group);
            choice.setMinWidth(Region.USE_PREF_SIZE);
            choice.setMnemonicParsing(false);
            choice.setAccessibleText(texts.get("batch.order") + " " + choice.getText());
            choice.setSelected(model.orderProperty().get() == order);
            Buttons.picked(choice, () -> model.orderProperty().set(order));
            choices.getChildren().add(choice);
        }
        return choices;
    }

    private void openSelected(boolean wanted) {
        Row selected = list.getSelectionModel().getSelectedItem();
        if (wanted && selected != null) {
            model.open(selected);
        }
    }

    private String line(Row row) {
        return row.server() + "\t" + row.told() + (row.fixer().isEmpty() ? "" : "\t" + row.fixer());
    }

    /// A row of the list, as high as its words need.
    private final class Cell extends ListCell<Row> {
        private final TargetRow row = new TargetRow(texts, () -> list.getWidth() - BESIDE, model::open);

        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Row item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            row.show(item);
            setGraphic(row);
            setAccessibleText(texts.get("batch.outcome." + item.line().outcome().id()) + ": " + line(item).replace('\t', ','));
        }
    }

    @Override
    public Optional<Node> first() {
        return model.stateProperty().get() instanceof State.Listed ? Optional.of(search) : Optional.empty();
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public void left() {
        watching.unsubscribe();
        search.textProperty().unbindBidirectional(model.searchProperty());
    }
}
