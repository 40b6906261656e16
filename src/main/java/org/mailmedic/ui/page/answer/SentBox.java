package org.mailmedic.ui.page.answer;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.Flow;
import org.mailmedic.ui.part.Icon;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// Says that a real message was sent, asks whether it came, and asks before another one is sent.
final class SentBox extends HBox {
    private final Texts texts;
    private final VBox words = new VBox(6);
    private final AnswerModel model;

    SentBox(AnswerModel model, String sent, Texts texts) {
        this.model = model;
        this.texts = texts;
        words.getStyleClass().add("words");
        HBox.setHgrow(words, Priority.ALWAYS);
        getStyleClass().addAll("hint", "neutral");
        getChildren().addAll(new Icon(Feather.SEND, "accent"), words);
        show(sent, Buttons.link(texts.get("answer.sent.came"), Feather.CHECK, () -> said("answer.sent.came.then")),
                Buttons.link(texts.get("answer.sent.not"), Feather.CLOCK, () -> said("answer.sent.not.then")));
        model.askingToSendProperty().subscribe(asking -> {
            if (asking) {
                ask();
            }
        });
    }

    private void said(String key) {
        Label then = Labels.wrapping(texts.get(key), "plain");
        then.setFocusTraversable(true);
        words.getChildren().set(1, then);
        then.requestFocus();
    }

    private void ask() {
        var without = Buttons.plain(texts.get("answer.sent.without"), Feather.REFRESH_CW, model::againWithoutSending);
        show(texts.get("answer.sent.again"), without, Buttons.link(texts.get("answer.sent.once_more"), Feather.SEND, model::sendAgain));
        without.requestFocus();
    }

    private void show(String text, Node... ways) {
        words.getChildren().setAll(Labels.wrapping(text, "plain"), new Flow(16, 4, ways));
    }
}
