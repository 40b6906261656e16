package org.mailmedic.ui.page;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.CopyButton;
import org.mailmedic.ui.part.Fold;
import org.mailmedic.ui.part.FooterBar;
import org.mailmedic.ui.part.Headline;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// "Mail Medic stumbled": what happened, a text that can be saved, and the way back.
public final class StumblePage implements Page {
    private final Headline headline;
    private final VBox body;
    private final Region footer;

    public StumblePage(StumbleModel model, Texts texts) {
        headline = new Headline(texts.get("window.stumble.headline"));
        var lead = Labels.wrapping(texts.get("window.stumble.lead"), "lead");
        VBox.setMargin(lead, new Insets(8, 0, 24, 0));
        var title = Labels.wrapping(texts.get("window.stumble.help"), "title");
        var why = Labels.wrapping(texts.get("window.stumble.why"), "plain");
        var trace = Labels.wrapping(model.text(), "mono");
        var fold = new Fold(texts, texts.get("window.stumble.read"), trace);
        var copy = CopyButton.link(texts, texts.get("window.stumble.copy"), model::text);
        var said = Labels.wrapping("", "quiet");
        said.textProperty().bind(model.saidProperty());
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        var card = new VBox(12, title, why, said, copy, fold);
        card.getStyleClass().add("card");
        body = new VBox(headline, lead, card);
        Button back = Buttons.main(texts.get("window.stumble.back"), Feather.ARROW_LEFT, model::back);
        back.setCancelButton(true);
        Button save = Buttons.plain(texts.get("window.stumble.save"), Feather.DOWNLOAD, model::save);
        footer = new FooterBar(FooterBar.left(back, save), Buttons.flat(texts.get("window.start_over"), model::startOver));
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
