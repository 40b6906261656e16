package org.mailmedic.ui.page.earlier;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.history.Summary;
import org.mailmedic.report.Report;
import org.mailmedic.ui.page.OutcomeIcon;
import org.mailmedic.ui.page.Outcomes;
import org.mailmedic.ui.page.Strip;
import org.mailmedic.ui.page.earlier.EarlierModel.Entry;
import org.mailmedic.ui.page.earlier.EarlierModel.Group;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.Columns;
import org.mailmedic.ui.part.Fold;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.OutcomeBars;
import org.mailmedic.ui.part.Sparkline;
import org.mailmedic.ui.part.Texts;

/// One server's earlier check-ups: how its door opened over time, a row for each, and the charts of all stages in a fold.
final class EarlierCard extends VBox {
    private static final int FIRST = 3;
    private static final int MORE = 20;
    private static final double GAP = 16;
    private static final double NARROWEST = 9;
    private static final double NARROWEST_HEAD = 12;
    private final EarlierModel model;
    private final Group group;
    private final Texts texts;
    private final VBox rows = new VBox();
    private final List<Picker> pickers = new ArrayList<>();
    private int shown = FIRST;

    private record Picker(Summary summary, CheckBox box) {}

    EarlierCard(EarlierModel model, Group group, Texts texts) {
        this.model = model;
        this.group = group;
        this.texts = texts;
        getStyleClass().addAll("card", "earlier");
        getChildren().addAll(head(), rows);
        fill();
        if (group.entries().size() > 1 && !group.told()) {
            getChildren().add(fold());
        }
    }

    private Node fold() {
        var charts = new VBox(12);
        var fold = new Fold(texts, texts.get("earlier.charts"), charts);
        charts.visibleProperty().subscribe(open -> {
            if (open && charts.getChildren().isEmpty()) {
                charts.getChildren().addAll(charts());
            }
        });
        VBox.setMargin(fold, new Insets(8, 0, 0, 0));
        return fold;
    }

    private Node head() {
        var name = new VBox(4, Labels.wrapping(group.name(), "title"), Labels.wrapping(texts.get(
                group.told() ? "earlier.told.count" : "earlier.count", group.entries().size()), "quiet"));
        if (group.told()) {
            return name;
        }
        Strip door = model.doorTimes(group);
        var times = new VBox(2);
        if (door.points().size() > 1) {
            times.getChildren().add(new Sparkline(door.points(), door.words()));
        }
        times.getChildren().add(Labels.wrapping(door.words(), "quiet", "small"));
        return new Columns(GAP, NARROWEST_HEAD, false, 3, 2).with(name, times);
    }

    private void fill() {
        rows.getChildren().clear();
        pickers.clear();
        group.entries().stream().limit(shown).map(this::row).forEach(rows.getChildren()::add);
        int left = group.entries().size() - shown;
        if (left > 0) {
            rows.getChildren().add(Buttons.link(texts.get("earlier.more", left), Feather.CHEVRON_DOWN, () -> {
                shown += MORE;
                fill();
            }));
        }
        refresh();
    }

    private Node row(Entry entry) {
        var open = Buttons.link(entry.headline(), () -> model.open(entry.summary()));
        open.setMnemonicParsing(false);
        open.setAccessibleText(texts.get("earlier.open", entry.headline(), entry.when()));
        String when = group.told() ? entry.when() : texts.get("earlier.when", entry.when(), model.outcome(entry.summary()));
        var words = new VBox(open, Labels.wrapping(when, "quiet", "small"));
        HBox.setHgrow(words, Priority.ALWAYS);
        var delete = Buttons.tool(texts.get("earlier.delete", entry.headline(), entry.when()), Feather.TRASH_2,
                () -> model.askToDelete(entry));
        var row = new HBox(14, OutcomeIcon.of(entry.summary().outcome()), words, delete);
        row.getStyleClass().add("earlier-row");
        if (model.hasCounterpart(group, entry.summary())) {
            row.getChildren().add(2, picker(entry));
        }
        return row;
    }

    private Node picker(Entry entry) {
        var box = new CheckBox(texts.get("earlier.pick"));
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setMnemonicParsing(false);
        box.setAccessibleText(texts.get("earlier.pick.whole", entry.headline(), entry.when()));
        box.setOnAction(_ -> model.pick(entry.summary(), box.isSelected()));
        pickers.add(new Picker(entry.summary(), box));
        return box;
    }

    /// The picks have changed.
    void refresh() {
        List<Summary> picked = model.stateProperty().get().picked();
        for (Picker each : pickers) {
            each.box().setSelected(picked.contains(each.summary()));
            each.box().setDisable(!model.pickable(each.summary()));
        }
    }

    private List<Node> charts() {
        List<Node> all = new ArrayList<>();
        Outcomes outcomes = model.outcomes(group);
        var bars = new OutcomeBars(outcomes.each().stream().map(EarlierCard::bar).toList(), outcomes.words());
        all.add(chart(texts.get("earlier.outcome"), bars, outcomes.words()));
        for (Strip strip : model.stageTimes(group)) {
            all.add(chart(strip.name(), new Sparkline(strip.points(), strip.words()), strip.words()));
        }
        all.add(Labels.wrapping(texts.get("earlier.legend"), "quiet", "small"));
        return all;
    }

    private static Node chart(String name, Node picture, String words) {
        return new Columns(GAP, NARROWEST, false, 3, 4, 5).with(Labels.wrapping(name, "plain"), picture,
                Labels.wrapping(words, "quiet", "small"));
    }

    private static OutcomeBars.Bar bar(Report.Outcome outcome) {
        return switch (outcome) {
            case HEALTHY -> OutcomeBars.Bar.TALL;
            case INCONCLUSIVE -> OutcomeBars.Bar.MIDDLE;
            case PROBLEM -> OutcomeBars.Bar.LOW;
        };
    }
}
