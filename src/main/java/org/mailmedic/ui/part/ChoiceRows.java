package org.mailmedic.ui.part;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One of many, each a sentence in a row of its own, as high as they are together: the page scrolls, and nothing scrolls in it. Tab goes
/// in and out; the arrow keys choose. While there is any, one is chosen.
///
/// @param <T> what is chosen
public final class ChoiceRows<T> extends VBox {
    private final ObservableList<T> choices;
    private final ObjectProperty<T> chosen;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<T, RadioButton> rows = new HashMap<>();
    private final Function<T, String> words;
    private final Function<T, String> heading;
    private final Runnable start;
    private final Node nothing;

    /// @param choices what can be chosen now; it may change
    /// @param nothing what is shown when there is none
    /// @param start   what a double click or Enter on a row is for
    /// @param headings what stands above the first of those that belong together; they have to follow each other
    public ChoiceRows(ObservableList<T> choices, Function<T, String> words, Function<T, String> headings, ObjectProperty<T> chosen,
            Node nothing, Runnable start) {
        this.choices = choices;
        heading = headings;
        this.words = words;
        this.chosen = chosen;
        this.nothing = nothing;
        this.start = start;
        getStyleClass().add("choice-rows");
        group.selectedToggleProperty().subscribe(toggle -> {
            if (toggle != null) {
                rows.forEach((choice, row) -> row.setFocusTraversable(row == toggle));
                rows.entrySet().stream().filter(each -> each.getValue() == toggle).findFirst().ifPresent(each -> chosen.set(each.getKey()));
            }
        });
        choices.addListener((ListChangeListener<T>) _ -> fill());
        fill();
    }

    /// Gives the focus to the row that is chosen.
    public void takeFocus() {
        if (group.getSelectedToggle() instanceof RadioButton row) {
            row.requestFocus();
        }
    }

    private void fill() {
        T before = chosen.get();
        group.getToggles().clear();
        choices.forEach(choice -> group.getToggles().add(rows.computeIfAbsent(choice, this::row)));
        if (choices.isEmpty()) {
            getChildren().setAll(nothing);
            chosen.set(null);
        } else {
            getChildren().setAll(grouped());
            group.selectToggle(rows.get(choices.contains(before) ? before : choices.getFirst()));
        }
    }

    private List<Node> grouped() {
        List<Node> all = new ArrayList<>();
        String last = "";
        for (T choice : choices) {
            String name = heading.apply(choice);
            if (!name.equals(last)) {
                all.add(Labels.wrapping(name, "group"));
                last = name;
            }
            all.add(rows.get(choice));
        }
        return all;
    }

    private RadioButton row(T choice) {
        var row = new RadioButton(words.apply(choice));
        row.setMnemonicParsing(false);
        row.setWrapText(true);
        row.setMinHeight(Region.USE_PREF_SIZE);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAccessibleText(row.getText());
        row.setFocusTraversable(false);
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                start.run();
            }
        });
        row.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                start.run();
            }
        });
        return row;
    }
}
