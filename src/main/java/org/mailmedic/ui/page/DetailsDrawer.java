package org.mailmedic.ui.page;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.report.Report;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.Texts;

/// Everything technical, one tab each. Escape closes it.
final class DetailsDrawer extends VBox {
    private static final double HEIGHT = 300;
    private final ToggleGroup group = new ToggleGroup();
    private final StackPane shown = new StackPane();

    DetailsDrawer(Report report, Texts texts, Runnable close) {
        getStyleClass().add("drawer");
        setPrefHeight(HEIGHT);
        setMinHeight(HEIGHT / 2);
        Map<String, Node> tabs = new LinkedHashMap<>();
        tabs.put("details.conversation", new ConversationView(report, texts));
        tabs.put("details.evidence", new EvidenceView(report, texts));
        var head = new HBox();
        head.getStyleClass().add("tabs");
        head.setAccessibleRole(AccessibleRole.TAB_PANE);
        tabs.forEach((key, view) -> head.getChildren().add(tab(texts.get(key), view)));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button down = Buttons.tool(texts.get("details.close"), Feather.CHEVRON_DOWN, close);
        head.getChildren().addAll(space, down);
        VBox.setVgrow(shown, Priority.ALWAYS);
        shown.setPadding(new Insets(8, 0, 0, 0));
        shown.setMinHeight(0);
        getChildren().addAll(head, shown);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null) {
                group.selectToggle(before);
            }
        });
        group.selectToggle(group.getToggles().getFirst());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close.run();
            }
        });
    }

    private ToggleButton tab(String name, Node view) {
        var tab = new ToggleButton(name);
        tab.getStyleClass().setAll("tab-button");
        tab.setToggleGroup(group);
        tab.setMinWidth(Region.USE_PREF_SIZE);
        tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
        tab.setAccessibleText(name);
        tab.selectedProperty().subscribe(selected -> {
            if (selected) {
                shown.getChildren().setAll(view);
            }
        });
        return tab;
    }

    void takeFocus() {
        Toggle selected = group.getSelectedToggle();
        ((Node) selected).requestFocus();
    }
}
