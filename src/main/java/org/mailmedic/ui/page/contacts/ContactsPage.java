package org.mailmedic.ui.page.contacts;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.mailmedic.ui.page.Contacts;
import org.mailmedic.ui.page.Layout;
import org.mailmedic.ui.page.Page;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.Columns;
import org.mailmedic.ui.part.FooterBar;
import org.mailmedic.ui.part.Headline;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// "What this program contacts": every host with its reason and a switch, and what happens to the password.
public final class ContactsPage implements Page {
    private static final double GAP = 16;
    private static final double NARROWEST = 17;
    private final ContactsModel model;
    private final Layout layout;

    public ContactsPage(ContactsModel model, Texts texts) {
        this.model = model;
        Button back = Buttons.back(texts, model::back);
        layout = Layout.of(new Headline(texts.get("contacts.headline")), Labels.wrapping(texts.get("contacts.lead"), "lead"),
                new FooterBar(FooterBar.left(back)), fixed(model.always()));
        VBox body = layout.body();
        body.getChildren().add(title(texts.get("contacts.switches")));
        model.groups().forEach(group -> body.getChildren().add(group(group)));
        body.getChildren().addAll(title(texts.get("contacts.asked")), fixed(model.whenAsked()));
        body.getChildren().addAll(title(texts.get("contacts.here")), group(Contacts.Group.COMMANDS), fixed(model.onThisComputer()));
        var promises = new VBox(8);
        for (int i = 1; texts.has("contacts.promise." + i); i++) {
            promises.getChildren().add(Labels.wrapping(texts.get("contacts.promise." + i), "quiet"));
        }
        body.getChildren().addAll(title(texts.get("contacts.promises")), promises);
    }

    private static Node title(String text) {
        var title = Labels.wrapping(text, "title");
        VBox.setMargin(title, new Insets(28, 0, 12, 0));
        return title;
    }

    private static Node fixed(List<ContactsModel.Contact> contacts) {
        var card = new VBox(20);
        card.getStyleClass().add("card");
        contacts.forEach(contact -> card.getChildren().add(
                new VBox(4, Labels.wrapping(contact.who(), "strong"), Labels.wrapping(contact.why(), "quiet"))));
        return card;
    }

    private Node group(Contacts.Group group) {
        var switches = group.single() ? new Columns(GAP, NARROWEST, false, 1) : new Columns(GAP, NARROWEST, false, 1, 1);
        for (String name : model.known(group)) {
            switches.with(choice(group, name));
        }
        var head = new VBox(4, Labels.wrapping(model.title(group), "strong"), Labels.wrapping(model.why(group), "quiet"));
        var card = new VBox(GAP, head, switches);
        card.setId("contacts-" + group.name().toLowerCase(Locale.ROOT));
        card.getStyleClass().add("card");
        VBox.setMargin(card, new Insets(0, 0, 12, 0));
        return card;
    }

    private Node choice(Contacts.Group group, String name) {
        var box = new CheckBox(model.words(group, name));
        box.setMnemonicParsing(false);
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.setWrapText(true);
        box.setAccessibleText(model.title(group) + ": " + box.getText());
        box.setSelected(model.allowed(group, name));
        box.setOnAction(_ -> model.allow(group, name, box.isSelected()));
        return box;
    }

    @Override
    public Layout layout() {
        return layout;
    }
}
