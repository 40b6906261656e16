package org.mailmedic.ui.page.explain;

import javafx.geometry.Insets;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.report.Report.Verdict;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.CopyButton;
import org.mailmedic.ui.part.Flow;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// The finished message to whoever has to fix it.
final class LetterCard extends VBox {
    LetterCard(ExplainModel model, Verdict verdict, Texts texts) {
        super(8, Labels.wrapping(texts.get("answer.ask"), "title"));
        getStyleClass().add("card");
        var words = Labels.wrapping(verdict.letter(), "quiet", "small", "letter");
        words.setMaxWidth(Double.MAX_VALUE);
        VBox.setMargin(words, new Insets(4, 0, 8, 0));
        var said = Labels.wrapping("", "strong");
        said.textProperty().bind(model.noticeProperty());
        said.visibleProperty().bind(said.textProperty().isNotEmpty());
        said.managedProperty().bind(said.visibleProperty());
        getChildren().addAll(words, new Flow(16, 0,
                CopyButton.link(texts, texts.get("answer.copy_letter"), verdict::letter),
                Buttons.link(texts.get("answer.open_letter"), Feather.MAIL, () -> {
                    model.openInMailProgram(verdict);
                    CopyButton.copy(verdict.letter());
                })), said);
    }
}
