package org.mailmedic.ui.page.domain;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.ui.page.domain.DomainCard.Entry;
import org.mailmedic.ui.page.domain.DomainCard.Put;
import org.mailmedic.ui.page.domain.DomainCard.Status;
import org.mailmedic.ui.page.domain.DomainCard.Todo;
import org.mailmedic.ui.page.domain.DomainCard.Tone;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.CopyButton;
import org.mailmedic.ui.part.Flow;
import org.mailmedic.ui.part.Fold;
import org.mailmedic.ui.part.Icon;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.StepRow;
import org.mailmedic.ui.part.Texts;

/// Draws what is known about a domain.
final class CardBoxes {
    private static final double INDENT = 20;
    private final Texts texts;
    private final Consumer<String> browser;

    CardBoxes(Texts texts, Consumer<String> browser) {
        this.texts = texts;
        this.browser = browser;
    }

    Node general(DomainSheet.General what) {
        VBox card = box(Labels.wrapping(what.title(), "title"), Labels.wrapping(what.summary(), "plain"));
        steps(what.todos(), card);
        letters(what.letters(), card);
        return card;
    }

    Node card(DomainCard what) {
        var title = Labels.wrapping(what.title(), "title");
        VBox card = box(new Flow(12, 6, title, status(what.status())), Labels.wrapping(what.purpose(), "quiet"));
        card.setId("domain-card-" + what.id());
        what.entries().forEach(each -> card.getChildren().add(entry(each, what.entries().size() > 1)));
        what.senders().forEach(each -> card.getChildren().add(Labels.wrapping(each, "plain")));
        what.summaries().forEach(each -> card.getChildren().add(Labels.wrapping(each, "plain")));
        steps(what.todos(), card);
        what.entries().forEach(each -> each.put().ifPresent(put -> card.getChildren().add(put(put, what.where()))));
        letters(what.letters(), card);
        if (!what.folded().isEmpty()) {
            card.getChildren().add(tree(what.folded()));
        }
        return card;
    }

    private static VBox box(Node... nodes) {
        var card = new VBox(10, nodes);
        card.getStyleClass().addAll("card", "domain-card");
        return card;
    }

    /// @param several whether each has to say for itself how it does
    private Node entry(Entry what, boolean several) {
        var said = new VBox(6);
        if (several) {
            var name = Labels.wrapping(what.title().isEmpty() ? what.name() : what.title(), "strong");
            said.getChildren().add(new Flow(12, 4, name, status(what.status())));
        }
        if (!what.text().isEmpty()) {
            var found = Labels.wrapping(what.text(), "mono", "plain");
            var copy = CopyButton.tool(texts, texts.get("domain.copy.found", what.name()), what::text);
            said.getChildren().add(new VBox(4, Labels.wrapping(texts.get("domain.found", what.name()), "quiet", "small"),
                    quoted(found, copy)));
        }
        said.getChildren().add(Labels.wrapping(what.said(), "plain"));
        return said;
    }

    private static HBox quoted(Label text, Button copy) {
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        var row = new HBox(10, text, copy);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("domain-quoted");
        return row;
    }

    private Node status(Status what) {
        var word = Labels.brief(what.word(), "strong", "domain-word");
        word.setGraphic(dot(what.tone()));
        word.setGraphicTextGap(8);
        return word;
    }

    private static Icon dot(Tone tone) {
        return switch (tone) {
            case BROKEN -> new Icon(Feather.X_CIRCLE, "broken");
            case CAUTION -> new Icon(Feather.ALERT_TRIANGLE, "caution");
            case FINE -> new Icon(Feather.CHECK_CIRCLE, "fine");
            case UNKNOWN -> new Icon(Feather.HELP_CIRCLE);
            case QUIET -> new Icon(Feather.CIRCLE);
        };
    }

    private void steps(List<Todo> todos, VBox into) {
        if (todos.isEmpty()) {
            return;
        }
        var rows = new VBox();
        int number = 1;
        for (Todo each : todos) {
            rows.getChildren().add(new StepRow(texts, number++, each.text(), List.of(), each.done()));
        }
        into.getChildren().addAll(Labels.wrapping(texts.get("domain.todo"), "strong"), rows);
    }

    private void letters(List<String> letters, VBox into) {
        for (String each : letters) {
            var words = Labels.wrapping(each, "plain", "letter");
            words.setMaxWidth(Double.MAX_VALUE);
            into.getChildren().add(new Fold(texts, texts.get("domain.letter"),
                    new VBox(6, words, CopyButton.link(texts, texts.get("domain.letter.copy"), () -> each))));
        }
    }

    private Node put(Put what, String where) {
        var rows = new VBox(8, Labels.wrapping(texts.get("domain.put"), "strong"), row("name", what.name()),
                row("type", what.type()), row("value", what.value()));
        if (!what.shortName().equals(what.name())) {
            rows.getChildren().add(Labels.wrapping(texts.get("domain.put.short", what.shortName()), "quiet", "small"));
        }
        rows.getChildren().add(Labels.wrapping(where.isEmpty() ? texts.get("domain.where.usual") : where, "quiet", "small"));
        rows.getStyleClass().add("domain-put");
        return rows;
    }

    private Node row(String key, String value) {
        String name = texts.get("domain.put." + key);
        var copy = CopyButton.tool(texts, texts.get("domain.copy", name.toLowerCase(Locale.ROOT)), () -> value);
        return new VBox(2, Labels.wrapping(name, "quiet", "small"), quoted(Labels.wrapping(value, "mono", "plain"), copy));
    }

    private Node tree(List<DomainCard.Depth> lines) {
        var inside = new VBox(4);
        lines.forEach(each -> {
            var line = Labels.wrapping(each.text(), "plain");
            VBox.setMargin(line, new Insets(0, 0, 0, INDENT * Math.min(each.depth(), 10)));
            inside.getChildren().add(line);
        });
        return new Fold(texts, texts.get("domain.tree"), inside);
    }

    Node rules(DomainSheet sheet) {
        var inside = new VBox(10);
        String receiver = "";
        for (DomainSheet.Rule each : sheet.rules()) {
            if (!each.receiver().equals(receiver)) {
                receiver = each.receiver();
                var head = Labels.wrapping(receiver, "strong");
                VBox.setMargin(head, new Insets(8, 0, 0, 0));
                inside.getChildren().add(head);
            }
            inside.getChildren().add(rule(each));
        }
        VBox card = box(new Fold(texts, texts.get("domain.rules", sheet.rulesDate()), inside));
        card.setId("domain-rules");
        return card;
    }

    private Node rule(DomainSheet.Rule what) {
        var word = new Status(switch (what.standing()) {
            case HOLDS -> Tone.FINE;
            case FAILS -> Tone.BROKEN;
            case UNSEEN -> Tone.UNKNOWN;
        }, what.word());
        var needs = Labels.wrapping(texts.get("domain.rule", what.needs(), what.since()), "plain");
        var line = new Flow(12, 2, status(word), needs);
        if (!what.source().isEmpty()) {
            Button source = Buttons.link(texts.get("domain.rule.source"), Feather.EXTERNAL_LINK, () -> browser.accept(what.source()));
            source.setAccessibleText(texts.get("domain.rule.source.spoken", what.receiver(), what.needs()));
            line.getChildren().add(source);
        }
        return line;
    }
}
