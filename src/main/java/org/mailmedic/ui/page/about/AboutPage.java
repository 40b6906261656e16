package org.mailmedic.ui.page.about;

import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.product.ThirdParty;
import org.mailmedic.ui.page.Layout;
import org.mailmedic.ui.page.Page;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.FooterBar;
import org.mailmedic.ui.part.Headline;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// "About Mail Medic": version, where to look for a newer one, what is kept here, licences.
public final class AboutPage implements Page {
    private static final double NAME_SHARE = 52;
    private final Layout layout;
    private final ForgetCard forget;

    public AboutPage(AboutModel model, ForgetModel kept, Texts texts) {
        forget = new ForgetCard(kept, texts);
        VBox.setMargin(forget, new Insets(12, 0, 0, 0));
        var newer = new VBox(4, Labels.wrapping(texts.get("about.newer"), "strong"),
                Labels.wrapping(texts.get("about.newer.line"), "quiet"),
                Buttons.link(model.home(), Feather.EXTERNAL_LINK, model::openHome));
        var licence = new VBox(4, Labels.wrapping(texts.get("about.licence"), "strong"),
                Labels.wrapping(texts.get("about.licence.line"), "quiet"));
        var card = new VBox(20, newer, licence);
        card.getStyleClass().add("card");
        var parts = new VBox(8, Labels.wrapping(texts.get("about.parts"), "title"), Labels.wrapping(texts.get("about.parts.line"), "quiet"),
                table(model, texts));
        VBox.setMargin(parts, new Insets(28, 0, 0, 0));
        Button back = Buttons.back(texts, model::back);
        layout = Layout.of(new Headline(texts.get("about.headline")), Labels.wrapping(model.version(), "lead"),
                new FooterBar(FooterBar.left(back)), card, forget, parts);
    }

    private static GridPane table(AboutModel model, Texts texts) {
        var table = new GridPane(24, 6);
        var name = new ColumnConstraints();
        name.setPercentWidth(NAME_SHARE);
        var licence = new ColumnConstraints();
        licence.setHgrow(Priority.ALWAYS);
        var top = new RowConstraints();
        top.setValignment(VPos.TOP);
        table.getColumnConstraints().addAll(name, licence);
        int row = 0;
        for (ThirdParty.Part part : model.parts()) {
            table.getRowConstraints().add(top);
            table.addRow(row++, Labels.wrapping((part.name() + " " + part.version()).strip()),
                    Labels.wrapping(part.licences().replace("; ", texts.get("about.or")), "quiet"));
        }
        VBox.setMargin(table, new Insets(8, 0, 0, 0));
        return table;
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public void left() {
        forget.left();
    }
}
