package org.mailmedic.ui.details;

import java.time.ZoneId;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.advice.Words;
import org.mailmedic.report.Report;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.Texts;

/// Everything technical about one report, one tab each. A tab is put together when it is first looked at. The arrow keys go from tab to
/// tab, Escape closes the drawer.
public final class DetailsDrawer extends VBox {
    private static final double LEAST = 300;
    private static final double SHARE = 0.44;
    private final ToggleGroup group = new ToggleGroup();
    private final FlowPane tabs = new FlowPane();
    private final StackPane shown = new StackPane();
    private final Texts texts;

    /// @param close closes it; called on the JavaFX thread
    public DetailsDrawer(Report report, Texts texts, Words words, Runnable close) {
        this.texts = texts;
        getStyleClass().add("drawer");
        setMinHeight(LEAST / 2);
        sceneProperty().flatMap(scene -> scene.heightProperty()).subscribe(height ->
                setPrefHeight(Math.max(LEAST, (height == null ? 0 : height.doubleValue()) * SHARE)));
        tabs.getStyleClass().add("tabs");
        tabs.setAccessibleRole(AccessibleRole.TAB_PANE);
        tab("details.timeline", () -> new TimelineView(new TimelineModel(report, texts, words), texts));
        tab("details.ports", () -> new PortsView(new PortsModel(report, texts, words), texts));
        tab("details.certificate", () -> new CertificateView(new CertificateModel(report, texts, words, ZoneId.systemDefault()), texts));
        tab("details.conversation", () -> new ConversationView(report, texts));
        tab("details.lookup", () -> new LookupView(new LookupModel(report, texts, words), texts));
        tab("details.evidence", () -> new EvidenceView(new EvidenceModel(report), texts));
        tabs.addEventFilter(KeyEvent.KEY_PRESSED, this::walkTabs);
        Button down = Buttons.tool(texts.get("details.close"), Feather.CHEVRON_DOWN, close);
        var head = new BorderPane(tabs, null, down, null, null);
        head.getStyleClass().add("drawer-head");
        VBox.setVgrow(shown, Priority.ALWAYS);
        shown.setPadding(new Insets(10, 0, 0, 0));
        shown.setMinHeight(0);
        getChildren().addAll(head, shown);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null) {
                group.selectToggle(before);
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close.run();
            }
        });
    }

    private void tab(String key, Supplier<Region> view) {
        String name = texts.get(key);
        var tab = new ToggleButton(name);
        tab.getStyleClass().setAll("tab-button");
        tab.setToggleGroup(group);
        tab.setMinWidth(Region.USE_PREF_SIZE);
        tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
        tab.setAccessibleText(name);
        tab.selectedProperty().subscribe(selected -> {
            if (selected) {
                if (tab.getUserData() == null) {
                    tab.setUserData(view.get());
                }
                shown.getChildren().setAll((Node) tab.getUserData());
            }
        });
        tabs.getChildren().add(tab);
    }

    private void walkTabs(KeyEvent event) {
        int step = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            default -> 0;
        };
        int at = group.getToggles().indexOf(group.getSelectedToggle());
        if (step != 0 && at >= 0) {
            event.consume();
            var next = (ToggleButton) group.getToggles().get(Math.floorMod(at + step, group.getToggles().size()));
            group.selectToggle(next);
            next.requestFocus();
        }
    }

    /// Shows the tab that was looked at last, at first the first one, and gives it the focus.
    public void takeFocus() {
        if (group.getSelectedToggle() == null) {
            group.selectToggle(group.getToggles().getFirst());
        }
        ((Node) group.getSelectedToggle()).requestFocus();
    }
}
