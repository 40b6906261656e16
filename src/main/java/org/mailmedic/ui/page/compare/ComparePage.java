package org.mailmedic.ui.page.compare;

import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.ui.page.Layout;
import org.mailmedic.ui.page.Page;
import org.mailmedic.ui.page.answer.ChangeBox;
import org.mailmedic.ui.part.Badge;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.Columns;
import org.mailmedic.ui.part.Flow;
import org.mailmedic.ui.part.Fold;
import org.mailmedic.ui.part.FooterBar;
import org.mailmedic.ui.part.Headline;
import org.mailmedic.ui.part.Icon;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.StationState.Mark;
import org.mailmedic.ui.part.Texts;

/// "Before → Now": what changed since the last check-up, station by station.
public final class ComparePage implements Page {
    /// The first row where no heading stands above it.
    private static final PseudoClass LEADING = PseudoClass.getPseudoClass("leading");
    private static final double GAP = 16;
    private static final double NARROWEST = 9;
    private final CompareModel model;
    private final Texts texts;
    private final VBox changed = new VBox();
    private final ChangeBox change;
    private final Layout layout;

    public ComparePage(CompareModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        var headline = new Headline(model.headline());
        VBox.setMargin(headline, new Insets(10, 0, 0, 0));
        var sentence = Labels.wrapping(model.sentence(), "lead");
        VBox.setMargin(sentence, new Insets(8, 0, 24, 0));
        change = new ChangeBox(model.asked(), texts);
        showChange();
        model.enterToo().ifPresent(text -> changed.getChildren().addFirst(enter(text)));
        var body = new VBox(Buttons.backAbove(texts, model::back), badges(), headline, sentence, changed, table());
        if (!model.changes().isEmpty()) {
            var lines = new VBox(6);
            model.changes().forEach(line -> lines.getChildren().add(Labels.wrapping(line, "plain")));
            var fold = new Fold(texts, texts.get("compare.changes", model.changes().size()), lines);
            VBox.setMargin(fold, new Insets(20, 0, 0, 0));
            body.getChildren().add(fold);
        }
        layout = new Layout(headline, body, actions());
    }

    private static Node enter(String text) {
        var words = Labels.wrapping(text, "plain");
        HBox.setHgrow(words, Priority.ALWAYS);
        var box = new HBox(new Icon(Feather.EDIT_2, "caution"), words);
        box.getStyleClass().addAll("hint", "caution");
        VBox.setMargin(box, new Insets(0, 0, 24, 0));
        return box;
    }

    private Node badges() {
        return new Flow(10, 8, new Badge(model.badge(), model.works() ? Feather.CHECK_CIRCLE : Feather.TOOL, model.works() ? "fine"
                : "caution"));
    }

    /// What was noted and what it shows, or the question for it.
    private void showChange() {
        changed.getChildren().clear();
        model.conclusion().ifPresent(text -> changed.getChildren().add(conclusion(text)));
        if (model.askable()) {
            Button ask = Buttons.link(texts.get("compare.ask"), Feather.EDIT_3, this::ask);
            VBox.setMargin(ask, new Insets(0, 0, 16, 0));
            changed.getChildren().add(ask);
        }
    }

    private void ask() {
        Button show = Buttons.plain(texts.get("compare.ask.show"), Feather.ARROW_RIGHT, () -> {
            model.say();
            if (!model.askable()) {
                showChange();
                layout.headline().requestFocus();
            }
        });
        var card = new VBox(12, change, show);
        card.getStyleClass().add("card");
        VBox.setMargin(card, new Insets(0, 0, 24, 0));
        changed.getChildren().setAll(card);
        change.takeFocus();
    }

    /// What the change did.
    private Node conclusion(String text) {
        var words = new VBox(4, Labels.wrapping(texts.get("compare.conclusion"), "strong"), Labels.wrapping(text, "plain"));
        model.note().ifPresent(note -> words.getChildren().add(Labels.wrapping(note, "quiet", "small")));
        words.getStyleClass().add("words");
        HBox.setHgrow(words, Priority.ALWAYS);
        var box = new HBox(model.helped() ? new Icon(Feather.CHECK_CIRCLE, "fine") : new Icon(Feather.INFO, "accent"), words);
        box.getStyleClass().addAll("hint", model.helped() ? "good" : "neutral");
        VBox.setMargin(box, new Insets(0, 0, 24, 0));
        return box;
    }

    private Node table() {
        Node heading = padded("heading", columns().with(Labels.wrapping(model.rowTitle(), "quiet"),
                Labels.wrapping(model.beforeTitle(), "quiet", "heading"), Labels.wrapping(model.nowTitle(), "quiet", "heading")));
        var table = new VBox(heading);
        table.getStyleClass().addAll("card", "compare");
        for (CompareModel.Row row : model.rows()) {
            Columns columns = columns();
            columns.with(Labels.wrapping(row.station(), "plain"), side(model.beforeTitle(), row.before(), columns),
                    side(model.nowTitle(), row.now(), columns));
            Node padded = padded(row.same() ? "same" : "other", columns);
            if (table.getChildren().size() == 1) {
                shown(heading, columns.stackedProperty().not());
                columns.stackedProperty().subscribe(stacked -> padded.pseudoClassStateChanged(LEADING, stacked));
            }
            table.getChildren().add(padded);
        }
        return table;
    }

    private static Columns columns() {
        return new Columns(GAP, NARROWEST, false, 2, 4, 4);
    }

    private static Node padded(String style, Columns row) {
        var padded = new VBox(row);
        padded.getStyleClass().addAll("compare-row", style);
        return padded;
    }

    private static void shown(Node node, ObservableBooleanValue when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    /// Where the columns stand below each other, each side says itself which one it is.
    private static Node side(String title, CompareModel.Side side, Columns row) {
        Label caption = Labels.wrapping(title, "quiet", "small");
        shown(caption, row.stackedProperty());
        Label words = Labels.wrapping(side.text(), "side", style(side.mark()));
        words.setAccessibleText(title + ": " + side.text());
        HBox.setHgrow(words, Priority.ALWAYS);
        var marked = new HBox(GAP / 2, icon(side.mark()), words);
        marked.setAlignment(Pos.TOP_LEFT);
        return new VBox(2, caption, marked);
    }

    private static String style(Mark mark) {
        return switch (mark) {
            case FINE -> "fine";
            case CAUTION -> "caution";
            case BROKEN -> "broken";
            case WAITING, WORKING, SKIPPED, NOT_REACHED -> "quiet";
        };
    }

    private static Icon icon(Mark mark) {
        return switch (mark) {
            case FINE -> new Icon(Feather.CHECK, "fine");
            case CAUTION -> new Icon(Feather.ALERT_TRIANGLE, "caution");
            case BROKEN -> new Icon(Feather.X, "broken");
            case WAITING, WORKING, SKIPPED, NOT_REACHED -> new Icon(Feather.MINUS);
        };
    }

    private Region actions() {
        if (model.earlier()) {
            Button back = Buttons.plain(texts.get("earlier.others"), Feather.FOLDER, model::back);
            back.setCancelButton(true);
            return new FooterBar(FooterBar.left(back, Buttons.plain(texts.get("earlier.save_later"), Feather.DOWNLOAD, model::save)),
                    Buttons.flat(texts.get("window.start_over"), model::startOver));
        }
        Button again = Buttons.plain(texts.get("compare.again"), Feather.REFRESH_CW, model::again);
        Button save = Buttons.plain(texts.get("answer.save"), Feather.DOWNLOAD, model::save);
        Button over = Buttons.flat(texts.get("window.start_over"), model::startOver);
        Button whole = Buttons.main(texts.get(model.works() ? "compare.whole" : "compare.what_now"), Feather.ARROW_RIGHT,
                model::wholeAnswer);
        return new FooterBar(FooterBar.left(whole, again, save), over);
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public void left() {
        change.left();
    }
}
