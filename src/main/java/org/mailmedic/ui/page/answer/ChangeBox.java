package org.mailmedic.ui.page.answer;

import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.mailmedic.history.Intervention.Kind;
import org.mailmedic.ui.part.FormField;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// "What did you change?": a list to choose from, a line for the person's own words, and what to mind.
public final class ChangeBox extends VBox {
    private static final double GAP = 8;
    private final ChangeModel model;
    private final ComboBox<Optional<Kind>> list = new ComboBox<>();
    private final Subscription watching;

    public ChangeBox(ChangeModel model, Texts texts) {
        super(GAP);
        this.model = model;
        getStyleClass().add("change-box");
        list.setId("answer-change");
        list.setMaxWidth(Double.MAX_VALUE);
        list.setConverter(new StringConverter<>() {
            @Override
            public String toString(Optional<Kind> choice) {
                return choice == null ? "" : model.name(choice);
            }

            @Override
            public Optional<Kind> fromString(String text) {
                return Optional.empty();
            }
        });
        var own = new TextField();
        own.setId("answer-note");
        own.setPromptText(texts.get("answer.note.prompt"));
        own.setAccessibleText(texts.get("answer.note.own"));
        own.textProperty().bindBidirectional(model.noteProperty());
        var hint = Labels.wrapping("", "quiet", "small");
        hint.setId("answer-change-hint");
        hint.visibleProperty().bind(hint.textProperty().isNotEmpty());
        hint.managedProperty().bind(hint.visibleProperty());
        offer();
        list.valueProperty().bindBidirectional(model.kindProperty());
        watching = model.offProperty().subscribe(this::offer).and(model.kindProperty().subscribe(_ -> hint.setText(model.hint())));
        getChildren().addAll(new FormField(texts.get("answer.note"), texts.get("window.optional"), list, list, ""), hint, own);
    }

    /// A choice that is no longer offered stays as it was made.
    private void offer() {
        list.getItems().setAll(model.choices());
        list.setVisibleRowCount(list.getItems().size());
    }

    public void takeFocus() {
        list.requestFocus();
    }

    public void left() {
        watching.unsubscribe();
    }
}
