package org.mailmedic.ui.page.trouble;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.ui.page.Layout;
import org.mailmedic.ui.page.Page;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.CopyButton;
import org.mailmedic.ui.part.Fold;
import org.mailmedic.ui.part.FooterBar;
import org.mailmedic.ui.part.Headline;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// "Mail Medic stumbled": what happened, a text that can be saved, and the way back.
public final class StumblePage implements Page {
    private final Layout layout;

    public StumblePage(StumbleModel model, Texts texts) {
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
        Button back = Buttons.main(texts.get("window.stumble.back"), Feather.ARROW_LEFT, model::back);
        back.setCancelButton(true);
        Button save = Buttons.plain(texts.get("window.stumble.save"), Feather.DOWNLOAD, model::save);
        var footer = new FooterBar(FooterBar.left(back, save), Buttons.flat(texts.get("window.start_over"), model::startOver));
        layout = Layout.of(new Headline(texts.get("window.stumble.headline")), Labels.wrapping(texts.get("window.stumble.lead"), "lead"),
                footer, card);
    }

    @Override
    public Layout layout() {
        return layout;
    }
}
