package org.mailmedic.ui.details;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.advice.FactWords;
import org.mailmedic.report.Report;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.CopyButton;
import org.mailmedic.ui.part.Icon;
import org.mailmedic.ui.part.Margins;
import org.mailmedic.ui.part.NextPulse;
import org.mailmedic.ui.part.Texts;

/// Everything technical about one report, one tab each. A tab is put together when it is first looked at. The arrow keys go from tab to
/// tab, Escape closes the drawer.
public final class DetailsDrawer extends VBox {
    /// What is shown under a tab.
    ///
    /// @param twin the same as text
    private record Leaf(Region view, Supplier<String> twin) {}

    private static final double LEAST_EM = 21;
    private static final double ABOVE_EM = 4.5;
    private static final double SHARE = 0.44;
    private static final double LARGEST_SHARE = 0.62;
    /// When it was made larger: what is above it keeps the header and its headline.
    private static final double ENLARGED_SHARE = 0.9;
    private final Map<Toggle, Leaf> leaves = new HashMap<>();
    private final Text em = new Text();
    private final ToggleGroup group = new ToggleGroup();
    private final FlowPane tabs = new FlowPane();
    private final StackPane shown = new StackPane();
    private final Report report;
    private final Texts texts;
    private final FactWords words;
    private final Runnable close;
    private @Nullable Button size;
    private boolean enlarged;

    /// @param close closes it; called on the JavaFX thread
    public DetailsDrawer(Report report, Texts texts, FactWords words, Runnable close) {
        this.report = report;
        this.texts = texts;
        this.words = words;
        this.close = close;
        getStyleClass().add("drawer");
        setMinHeight(0);
        em.setManaged(false);
        em.setVisible(false);
        em.fontProperty().subscribe(_ -> requestLayout());
        sceneProperty().flatMap(Scene::heightProperty).subscribe(_ -> requestLayout());
        getChildren().add(em);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close.run();
            }
        });
    }

    /// Put together when it is opened: most people never look at it.
    private void build() {
        tabs.getStyleClass().add("tabs");
        tabs.setAccessibleRole(AccessibleRole.TAB_PANE);
        tab("details.timeline", () -> {
            var model = new TimelineModel(report, texts, words);
            return new Leaf(new TimelineView(model), model::text);
        });
        tab("details.ports", () -> {
            var model = new PortsModel(report, texts, words);
            return new Leaf(new PortsView(model, texts), model::text);
        });
        tab("details.certificate", () -> {
            var model = new CertificateModel(report, texts, words, ZoneId.systemDefault());
            return new Leaf(new CertificateView(model, texts), model::text);
        });
        tab("details.conversation", () -> {
            var view = new ConversationView(report, texts);
            return new Leaf(view, view::twin);
        });
        tab("details.lookup", () -> {
            var model = new LookupModel(report, texts, words);
            return new Leaf(new LookupView(model, texts), model::text);
        });
        tab("details.evidence", () -> {
            var view = new EvidenceView(new EvidenceModel(report), texts);
            return new Leaf(view, view::twin);
        });
        tabs.addEventFilter(KeyEvent.KEY_PRESSED, this::walkTabs);
        Button down = Buttons.tool(texts.get("details.close"), Feather.CHEVRON_DOWN, close);
        Button copy = CopyButton.tool(texts, texts.get("details.copy_all"), this::twin);
        var size = Buttons.tool(texts.get("details.enlarge"), Feather.MAXIMIZE_2, () -> { });
        this.size = size;
        size.setId("details-size");
        size.setOnAction(_ -> {
            enlarged = !enlarged;
            String meaning = texts.get(enlarged ? "details.reduce" : "details.enlarge");
            size.setGraphic(new Icon(enlarged ? Feather.MINIMIZE_2 : Feather.MAXIMIZE_2));
            size.setAccessibleText(meaning);
            size.getTooltip().setText(meaning);
            requestLayout();
        });
        var tools = new HBox(copy, size, down);
        tools.setMinWidth(Region.USE_PREF_SIZE);
        var head = new BorderPane(tabs, null, tools, null, null);
        head.getStyleClass().add("drawer-head");
        VBox.setVgrow(shown, Priority.ALWAYS);
        shown.setPadding(new Insets(10, 0, 0, 0));
        shown.setMinHeight(0);
        var inside = new VBox(head, shown);
        VBox.setVgrow(inside, Priority.ALWAYS);
        inside.setMinHeight(0);
        widthProperty().subscribe(width -> {
            double side = Margins.beside(width.doubleValue());
            inside.setPadding(new Insets(0, side, 0, side));
        });
        getChildren().add(inside);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null) {
                group.selectToggle(before);
            }
        });
    }

    /// Less than half of the window, unless the text is so large that nothing could be read in it. What stands under it stays in sight,
    /// and so do the header and a line of the page.
    @Override
    protected double computePrefHeight(double width) {
        double window = getScene() == null ? 0 : getScene().getHeight();
        double line = em.getFont().getSize();
        double free = window - line * ABOVE_EM - heightBelow(width);
        if (enlarged) {
            return Math.max(window * SHARE, Math.min(window * ENLARGED_SHARE, free));
        }
        return Math.max(window * SHARE, Math.min(line * LEAST_EM, Math.min(window * LARGEST_SHARE, free)));
    }

    private double heightBelow(double width) {
        return getParent() == null ? 0 : getParent().getChildrenUnmodifiable().stream().filter(other -> other != this && other.isManaged())
                .mapToDouble(other -> other.prefHeight(width)).sum();
    }

    private void tab(String key, Supplier<Leaf> leaf) {
        String name = texts.get(key);
        var tab = new ToggleButton(name);
        tab.getStyleClass().setAll("tab-button");
        tab.setToggleGroup(group);
        tab.setMinWidth(Region.USE_PREF_SIZE);
        tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
        tab.setAccessibleText(name);
        tab.selectedProperty().subscribe(selected -> {
            if (selected) {
                shown.getChildren().setAll(leaves.computeIfAbsent(tab, _ -> leaf.get()).view());
            }
        });
        tabs.getChildren().add(tab);
    }

    /// What is shown, as text.
    private String twin() {
        return Optional.ofNullable(leaves.get(group.getSelectedToggle())).map(leaf -> leaf.twin().get()).orElse("");
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

    /// Shows the tab that another one shows, as large as that.
    public void showAs(DetailsDrawer other) {
        int at = other.group.getToggles().indexOf(other.group.getSelectedToggle());
        if (at >= 0) {
            if (group.getToggles().isEmpty()) {
                build();
            }
            group.selectToggle(group.getToggles().get(at));
            if (other.enlarged) {
                Objects.requireNonNull(size).fire();
            }
        }
    }

    /// Shows the tab that was looked at last, at first the first one, and gives it the focus.
    public void takeFocus() {
        if (group.getToggles().isEmpty()) {
            build();
            NextPulse.run(() -> {
                if (group.getSelectedToggle() == null) {
                    group.selectToggle(group.getToggles().getFirst());
                }
            });
        }
        Toggle tab = group.getSelectedToggle() == null ? group.getToggles().getFirst() : group.getSelectedToggle();
        Node first = (Node) tab;
        first.requestFocus();
        // a mnemonic gives the focus to its button once that has done its work
        NextPulse.run(() -> {
            if (isVisible() && !isFocusWithin()) {
                first.requestFocus();
            }
        });
    }
}
