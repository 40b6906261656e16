package org.mailmedic.ui.page;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.FooterBar;
import org.mailmedic.ui.part.FormField;
import org.mailmedic.ui.part.Headline;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// "Try it on a practice server": a fault to choose, in plain sentences.
public final class PracticePage implements Page {
    private static final double LIST_HEIGHT = 300;
    private final Layout layout;

    public PracticePage(PracticeModel model, Texts texts) {
        var search = new TextField();
        search.setId("practice-search");
        search.textProperty().bindBidirectional(model.searchProperty());
        search.setPromptText(texts.get("try.search.prompt"));
        var field = new FormField(texts.get("try.search"), null, search, search, "");
        var list = new ListView<>(model.choices());
        list.setId("practice-faults");
        list.getStyleClass().add("fault-list");
        list.setAccessibleText(texts.get("try.list"));
        list.setPlaceholder(Labels.wrapping(texts.get("try.none"), "quiet"));
        list.setCellFactory(_ -> new ChoiceCell());
        list.setPrefHeight(LIST_HEIGHT);
        list.getSelectionModel().selectedItemProperty().subscribe(now -> model.chosenProperty().set(now));
        list.getSelectionModel().selectFirst();
        model.searchProperty().subscribe((_, _) -> {
            if (list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                model.start();
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                model.start();
            }
        });
        VBox.setMargin(list, new Insets(16, 0, 0, 0));
        Label trouble = Labels.wrapping("", "plain");
        trouble.textProperty().bind(model.troubleProperty());
        trouble.visibleProperty().bind(model.troubleProperty().isNotEmpty());
        trouble.managedProperty().bind(trouble.visibleProperty());
        Button start = Buttons.main(texts.get("try.start"), Feather.ARROW_RIGHT, model::start);
        start.setContentDisplay(ContentDisplay.RIGHT);
        start.disableProperty().bind(model.busyProperty().or(model.chosenProperty().isNull()));
        Button back = Buttons.back(texts, model::back);
        layout = Layout.of(new Headline(texts.get("try.headline")), Labels.wrapping(texts.get("try.lead"), "lead"),
                new FooterBar(FooterBar.left(back), start), field, list, trouble);
    }

    private static final class ChoiceCell extends ListCell<PracticeModel.Choice> {
        private final Label words = Labels.wrapping("", "plain");

        ChoiceCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(PracticeModel.Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            words.setText(empty || choice == null ? "" : choice.sentence());
            setGraphic(empty ? null : words);
            setAccessibleText(words.getText());
        }
    }

    @Override
    public Layout layout() {
        return layout;
    }
}
