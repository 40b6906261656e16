package org.mailmedic.ui.part;

import java.util.Arrays;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.settings.Secret;

/// A password field with a button that shows or hides what was typed. What was typed leaves it as a [Secret] only.
public final class SecretField extends StackPane {
    private final PasswordField hidden = new PasswordField();
    private final TextField open = new TextField();
    private final Button reveal;
    private final Texts texts;

    public SecretField(Texts texts) {
        this.texts = texts;
        reveal = Buttons.tool(texts.get("window.show_password"), Feather.EYE, this::turn);
        reveal.getStyleClass().setAll("button", "reveal");
        open.setVisible(false);
        open.promptTextProperty().bind(hidden.promptTextProperty());
        open.accessibleTextProperty().bind(hidden.accessibleTextProperty());
        open.accessibleHelpProperty().bind(hidden.accessibleHelpProperty());
        setAlignment(reveal, Pos.CENTER_RIGHT);
        getChildren().addAll(hidden, open, reveal);
    }

    /// What the field's name belongs to.
    public PasswordField control() {
        return hidden;
    }

    /// Hands over what was typed and clears the field, its undo history included.
    public Secret take() {
        Secret taken = Secret.of(shown().getCharacters());
        clear();
        return taken;
    }

    /// What stands in the field; the caller wipes it.
    public Secret copy() {
        return Secret.of(shown().getCharacters());
    }

    /// Puts a secret into the field and wipes it.
    public void fill(Secret secret) {
        char[] chars = secret.chars();
        shown().setText(new String(chars));
        Arrays.fill(chars, '\0');
        secret.close();
    }

    public void clear() {
        hidden.setText("");
        open.setText("");
    }

    private TextField shown() {
        return open.isVisible() ? open : hidden;
    }

    private void turn() {
        TextField from = shown();
        TextField to = from == hidden ? open : hidden;
        to.setText(from.getText());
        to.positionCaret(from.getCaretPosition());
        from.setText("");
        boolean openNow = to == open;
        open.setVisible(openNow);
        hidden.setVisible(!openNow);
        String meaning = texts.get(openNow ? "window.hide_password" : "window.show_password");
        reveal.setGraphic(new Icon(openNow ? Feather.EYE_OFF : Feather.EYE));
        reveal.setAccessibleText(meaning);
        reveal.setTooltip(new Tooltip(meaning));
        to.requestFocus();
    }
}
