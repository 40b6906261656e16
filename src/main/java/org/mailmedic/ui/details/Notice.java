package org.mailmedic.ui.details;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.mailmedic.ui.part.Icon;
import org.mailmedic.ui.part.Labels;

/// One sentence with its icon.
final class Notice extends HBox {
    private static final double GAP = 8;

    Notice(DetailTone tone, String sentence) {
        super(GAP);
        var words = Labels.wrapping(sentence, "strong");
        HBox.setHgrow(words, Priority.ALWAYS);
        getStyleClass().add("notice");
        getChildren().addAll(new Icon(tone.icon(), tone.style()), words);
    }
}
