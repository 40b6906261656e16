package org.mailmedic.ui.page.explain;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.advice.PlainText;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.NumberedLine;
import org.mailmedic.ui.part.Texts;

/// What stands in the answer's place when there is none: what can be pasted, that it is being read, or what would help.
final class WaitingPanel extends VBox {
    /// Nothing was pasted yet.
    WaitingPanel(Texts texts) {
        this(texts.get("explain.empty"), texts.get("explain.empty.1"), texts.get("explain.empty.2"), texts.get("explain.empty.3"));
    }

    private WaitingPanel(String title, String... lines) {
        super(8);
        getStyleClass().add("card");
        getChildren().add(Labels.wrapping(title, "title"));
        for (String line : lines) {
            getChildren().add(Labels.wrapping(line, "plain"));
        }
    }

    /// @param share how much was read, 0 to 1; negative where it is not known
    static Node reading(Texts texts, double share, Runnable stop) {
        var panel = new WaitingPanel(share < 0 ? texts.get("explain.reading")
                : texts.get("explain.reading.share", Math.round(share * 100)));
        if (share >= 0) {
            panel.getChildren().add(Buttons.link(texts.get("explain.stop"), Feather.SQUARE, stop));
        }
        return panel;
    }

    static Node unreadable(Texts texts, String file) {
        return new WaitingPanel(texts.get("explain.unreadable", PlainText.of(file)), texts.get("explain.unreadable.line"));
    }

    static Node notUnderstood(Texts texts, Optional<String> program) {
        var panel = new WaitingPanel(texts.get("explain.unknown"), texts.get("explain.unknown.line"));
        panel.getChildren().addAll(
                new NumberedLine(1, program.map(name -> texts.get("explain.unknown.log.of", PlainText.of(name)))
                        .orElseGet(() -> texts.get("explain.unknown.log"))),
                new NumberedLine(2, texts.get("explain.unknown.bounce")));
        return panel;
    }
}
