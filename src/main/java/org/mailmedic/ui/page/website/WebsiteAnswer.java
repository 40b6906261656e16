package org.mailmedic.ui.page.website;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.report.Report;
import org.mailmedic.ui.page.Hub;
import org.mailmedic.ui.page.JourneyTracker;
import org.mailmedic.ui.page.ShownReport;
import org.mailmedic.ui.page.answer.AnswerModel;
import org.mailmedic.ui.page.answer.TwoJourneys;
import org.mailmedic.ui.page.website.Removal.Left;
import org.mailmedic.ui.part.Badge;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.CopyButton;
import org.mailmedic.ui.part.Flow;
import org.mailmedic.ui.part.Icon;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.StepRow;
import org.mailmedic.ui.part.Texts;

/// What both places saw, one headline for both, the letter, and the strip that reminds of the file.
final class WebsiteAnswer extends VBox {
    private static final double GAP = 16;
    private static final double SMALL = 8;
    private final WebsiteModel model;
    private final Texts texts;
    private final AnswerModel answer;

    WebsiteAnswer(WebsiteModel model, Hub hub) {
        super(GAP);
        this.model = model;
        texts = hub.texts();
        Report report = model.answerProperty().get();
        var shown = ShownReport.fresh(report, JourneyTracker.of(report, texts.evidence()));
        answer = new AnswerModel(shown, false, hub.way(), hub.outside(), hub.retelling(), texts);
        var badges = new Flow(10, SMALL, new Badge(answer.said().badge(), Feather.TOOL,
                report.outcome() == Report.Outcome.HEALTHY ? "fine" : "caution"));
        answer.said().certainty().ifPresent(text -> badges.getChildren().add(new Badge(text, "outline")));
        getChildren().addAll(strip(), badges, new TwoJourneys(report, texts.facts(), texts.evidence(), texts, hub.still()));
        if (!model.partialProperty().get().isEmpty()) {
            Label partial = Labels.wrapping(model.partialProperty().get(), "strong");
            partial.setId("website-partial");
            getChildren().add(partial);
        }
        if (!answer.tasks().isEmpty()) {
            getChildren().add(tasks());
        }
        answer.letter().text().ifPresent(text -> getChildren().add(letter(text)));
        getChildren().add(Buttons.link(texts.get("website.keep"), Feather.DOWNLOAD, () -> hub.way().save(shown)));
    }

    String headline() {
        return answer.said().headline();
    }

    String summary() {
        return answer.said().summary();
    }

    private Node strip() {
        Removal removal = model.removal();
        Label words = Labels.wrapping("", "plain");
        words.setId("website-left");
        words.accessibleTextProperty().bind(words.textProperty());
        words.textProperty().bind(removal.leftProperty().map(left -> words(removal, left)));
        Button look = Buttons.plain(texts.get("website.gone"), Feather.REFRESH_CW, () -> removal.look(model.websiteProperty().get()));
        look.setId("website-gone");
        look.visibleProperty().bind(removal.leftProperty().map(left -> left != Left.GONE && model.address().isPresent()));
        look.managedProperty().bind(look.visibleProperty());
        var icon = new Icon(Feather.TRASH_2);
        var box = new HBox(icon, new VBox(SMALL, words, look));
        HBox.setHgrow(box.getChildren().getLast(), Priority.ALWAYS);
        removal.leftProperty().subscribe(left -> {
            boolean gone = left == Left.GONE;
            box.getStyleClass().setAll("hint", gone ? "good" : "caution");
            icon.getStyleClass().setAll("icon", gone ? "fine" : "caution");
            icon.show(gone ? Feather.CHECK_CIRCLE : Feather.TRASH_2);
            if (gone && look.isFocused()) {
                // the button goes: who pressed it stays where it was, and hears what came of it
                words.setFocusTraversable(true);
                words.requestFocus();
            }
        });
        return box;
    }

    /// What is known, what the file is called, and what else of it may lie there.
    private String words(Removal removal, Left left) {
        var words = new StringBuilder(texts.get("website.left." + left.id()));
        if (left == Left.LOOKING) {
            return words.toString();
        }
        if (left != Left.GONE) {
            removal.name(model.websiteProperty().get()).ifPresent(name -> words.append(' ').append(texts.get("website.left.name", name)));
        }
        removal.counter().ifPresent(counter -> words.append(' ').append(texts.get("website.left.counter", counter)));
        return words.toString();
    }

    private Node tasks() {
        var card = card(answer.said().tasksTitle());
        card.getStyleClass().add("steps");
        answer.tasks().forEach(task -> card.getChildren().add(new StepRow(texts, task.number(), task.text(), task.values(), task.done(),
                Optional.of(answer::openPage))));
        return card;
    }

    private Node letter(String text) {
        Label words = Labels.wrapping(text, "quiet", "small", "letter");
        words.setMaxWidth(Double.MAX_VALUE);
        Label notice = Labels.wrapping("", "strong");
        notice.textProperty().bind(answer.noticeProperty());
        notice.visibleProperty().bind(notice.textProperty().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        var actions = new Flow(GAP, 0, CopyButton.link(texts, texts.get("answer.copy_letter"), () -> text),
                Buttons.link(texts.get("answer.open_letter"), Feather.MAIL, () -> {
                    answer.letter().openInMailProgram();
                    CopyButton.copy(text);
                }),
                Buttons.link(texts.get("answer.save_letter"), Feather.DOWNLOAD, answer.letter()::save));
        var card = card(texts.get("answer.ask"));
        card.getChildren().addAll(words, actions, notice);
        return card;
    }

    private static VBox card(String title) {
        var card = new VBox(SMALL, Labels.wrapping(title, "title"));
        card.getStyleClass().add("card");
        return card;
    }
}
