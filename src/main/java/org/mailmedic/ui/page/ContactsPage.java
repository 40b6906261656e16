package org.mailmedic.ui.page;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.FooterBar;
import org.mailmedic.ui.part.Headline;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// "What this program contacts": every host with its reason, and what happens to the password.
public final class ContactsPage implements Page {
    private final Headline headline;
    private final VBox body;
    private final Region footer;

    public ContactsPage(ContactsModel model, Texts texts) {
        headline = new Headline(texts.get("contacts.headline"));
        var lead = Labels.wrapping(texts.get("contacts.lead"), "lead");
        VBox.setMargin(lead, new Insets(8, 0, 24, 0));
        var card = new VBox(20);
        card.getStyleClass().add("card");
        for (ContactsModel.Contact contact : model.contacts()) {
            card.getChildren().add(new VBox(4, Labels.wrapping(contact.who(), "strong"), Labels.wrapping(contact.why(), "quiet")));
        }
        var promises = new VBox(8, Labels.wrapping(texts.get("contacts.promises"), "title"));
        for (int i = 1; texts.has("contacts.promise." + i); i++) {
            promises.getChildren().add(Labels.wrapping(texts.get("contacts.promise." + i), "quiet"));
        }
        VBox.setMargin(promises, new Insets(28, 0, 0, 0));
        body = new VBox(headline, lead, card, promises);
        Button back = Buttons.flat(texts.get("window.back"), Feather.ARROW_LEFT, model::back);
        back.setCancelButton(true);
        footer = new FooterBar(FooterBar.left(back));
    }

    @Override
    public VBox body() {
        return body;
    }

    @Override
    public Region footer() {
        return footer;
    }

    @Override
    public Headline headline() {
        return headline;
    }
}
