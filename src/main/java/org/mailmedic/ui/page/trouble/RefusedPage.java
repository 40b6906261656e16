package org.mailmedic.ui.page.trouble;

import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.ui.page.Layout;
import org.mailmedic.ui.page.Page;
import org.mailmedic.ui.page.Way;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.FooterBar;
import org.mailmedic.ui.part.Headline;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// A file that cannot be shown: one sentence that says what it is and what to do.
public final class RefusedPage implements Page {
    private final Layout layout;

    public RefusedPage(String sentence, Way way, Texts texts) {
        Button other = Buttons.main(texts.get("open.other"), Feather.FOLDER, way::openReport);
        Button start = Buttons.back(texts, way::back);
        layout = Layout.of(new Headline(texts.get("open.refused")), Labels.wrapping(sentence, "lead"),
                new FooterBar(FooterBar.left(start), other));
    }

    @Override
    public Layout layout() {
        return layout;
    }
}
