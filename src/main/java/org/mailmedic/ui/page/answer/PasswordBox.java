package org.mailmedic.ui.page.answer;

import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.settings.Secret;
import org.mailmedic.ui.page.answer.AnswerModel.PasswordWanted;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.Flow;
import org.mailmedic.ui.part.FormField;
import org.mailmedic.ui.part.Hint;
import org.mailmedic.ui.part.SecretField;
import org.mailmedic.ui.part.Texts;

/// One field and one button to go on with a password: for what was not checked yet, or in the place of one that was refused.
final class PasswordBox extends VBox {
    private static final double GAP = 10;
    /// Where the words of a step begin.
    private static final double INDENT = 40;
    private final SecretField field;
    private final SimpleObjectProperty<Hint> hint = new SimpleObjectProperty<>();
    private final AnswerModel model;
    private final Texts texts;

    PasswordBox(AnswerModel model, Texts texts) {
        super(GAP);
        this.model = model;
        this.texts = texts;
        boolean another = model.password() == PasswordWanted.ANOTHER;
        String key = another ? "answer.password.another" : "answer.password.rest";
        field = new SecretField(texts);
        field.control().setId("answer-password");
        field.control().setOnAction(_ -> go());
        Button go = Buttons.plain(texts.get(key + ".go"), Feather.ARROW_RIGHT, this::go);
        go.setId("answer-password-go");
        var actions = new Flow(GAP * 2, 0, go);
        if (another) {
            actions.getChildren().add(Buttons.link(texts.get("answer.password.same"), model::samePassword));
        }
        setPadding(new Insets(4, 0, 14, INDENT));
        getChildren().addAll(new FormField(texts.get(key), field, field.control(), texts.get(key + ".note")).hinting(hint), actions);
    }

    private void go() {
        Secret typed = field.take();
        if (typed.isEmpty()) {
            typed.close();
            ask();
        } else {
            model.with(typed);
        }
    }

    /// Says that it needs a password first.
    void ask() {
        hint.set(Hint.caution(texts.get(model.password() == PasswordWanted.ANOTHER ? "answer.password.another.first"
                : "answer.password.rest.first")));
        field.control().requestFocus();
    }

    void handTo(PasswordBox same) {
        same.field.fill(field.take());
    }

    void left() {
        field.clear();
    }
}
