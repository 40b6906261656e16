package org.mailmedic.ui.page.account;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// Beside the form: what people trip over with their provider, or where settings are found that have to be entered by hand.
final class AccountAside extends VBox {
    private final AccountModel model;
    private final Texts texts;
    private final VBox words = new VBox(10);
    private final Subscription watching;

    AccountAside(AccountModel model, Texts texts) {
        super(14);
        this.model = model;
        this.texts = texts;
        getStyleClass().add("card");
        Button paste = Buttons.link(texts.get("account.paste.open"), Feather.CLIPBOARD, () -> model.paste().openProperty().set(true));
        getChildren().addAll(words, paste);
        paste.visibleProperty().bind(model.paste().openProperty().not());
        paste.managedProperty().bind(paste.visibleProperty());
        watching = model.foundProperty().subscribe(_ -> show()).and(model.manualProperty().subscribe(_ -> show()));
    }

    void left() {
        watching.unsubscribe();
    }

    private void show() {
        words.getChildren().clear();
        var note = model.foundWords().note(model.foundProperty().get());
        if (model.manualProperty().get()) {
            where();
        } else if (note.isPresent()) {
            words.getChildren().addAll(Labels.wrapping(texts.get("account.good_to_know"), "title"), Labels.wrapping(note.get(), "quiet"));
        } else {
            words.getChildren().addAll(Labels.wrapping(texts.get("account.which"), "title"),
                    Labels.wrapping(texts.get("account.which." + model.symptom().id()), "quiet"));
        }
    }

    private void where() {
        words.getChildren().add(Labels.wrapping(texts.get("account.aside"), "title"));
        String key = "account.aside." + model.symptom().id();
        for (int i = 1; texts.has(key + "." + i); i++) {
            words.getChildren().add(Labels.wrapping(texts.get(key + "." + i), "quiet"));
        }
    }
}
