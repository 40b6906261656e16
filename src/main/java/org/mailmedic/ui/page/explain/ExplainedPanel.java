package org.mailmedic.ui.page.explain;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.report.Report.Verdict;
import org.mailmedic.ui.part.Badge;
import org.mailmedic.ui.part.Flow;
import org.mailmedic.ui.part.Fold;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.NumberedLine;
import org.mailmedic.ui.part.StepRow;
import org.mailmedic.ui.part.Texts;

/// What the text means: who can fix it, how sure that is, what to do, and whom to ask.
final class ExplainedPanel extends VBox {
    private static final double GAP = 16;

    ExplainedPanel(ExplainModel model, Meaning.Explained explained, Texts texts) {
        super(GAP);
        Verdict leading = explained.leading();
        var title = Labels.wrapping(leading.title(), "meaning");
        title.setId("explain-answer");
        var head = new VBox(8, new Flow(10, 8, new Badge(model.badge(leading), Feather.TOOL, "caution"),
                new Badge(model.certainty(leading), "outline")), title, Labels.wrapping(leading.summary(), "plain"));
        getChildren().addAll(head, steps(model, texts));
        if (!leading.letter().isBlank()) {
            getChildren().add(new LetterCard(model, leading, texts));
        }
        if (!explained.others().isEmpty()) {
            var all = new VBox(GAP);
            explained.others().forEach(other -> all.getChildren().add(verdict(model, other)));
            getChildren().add(new Fold(texts, texts.get("explain.also", explained.others().size()), all));
        }
    }

    private static Node steps(ExplainModel model, Texts texts) {
        var card = new VBox(8, Labels.wrapping(texts.get("answer.do_this"), "title"));
        card.getStyleClass().addAll("card", "steps");
        for (ExplainModel.Task task : model.tasks()) {
            card.getChildren().add(new StepRow(texts, task.number(), task.text(), task.values(), task.done(),
                    Optional.of(model::openPage)));
        }
        return card;
    }

    /// One cause beside the one that leads.
    static Node verdict(ExplainModel model, Verdict verdict) {
        var card = new VBox(8, Labels.wrapping(verdict.title(), "title"),
                Labels.wrapping(model.badge(verdict) + " · " + model.certainty(verdict), "quiet", "small"),
                Labels.wrapping(verdict.summary(), "plain"));
        card.getStyleClass().add("card");
        for (int i = 0; i < verdict.steps().size(); i++) {
            card.getChildren().add(new NumberedLine(i + 1, verdict.steps().get(i)));
        }
        return card;
    }
}
