package org.mailmedic.ui.page.about;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.Flow;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// What is kept on this computer, and the button that forgets all of it; the question stands where the button stood.
final class ForgetCard extends VBox {
    private static final double GAP = 12;
    private final ForgetModel model;
    private final Texts texts;
    private final VBox lines = new VBox(4);
    private final VBox act = new VBox(GAP);
    private final Subscription watching;

    ForgetCard(ForgetModel model, Texts texts) {
        super(GAP);
        this.model = model;
        this.texts = texts;
        getStyleClass().add("card");
        setId("about-kept");
        lines.setId("about-kept-lines");
        lines.setAccessibleRole(AccessibleRole.TEXT);
        lines.setFocusTraversable(false);
        getChildren().addAll(Labels.wrapping(texts.get("about.kept"), "strong"), lines,
                Labels.wrapping(texts.get("about.kept.never"), "quiet"), act);
        show(model.stateProperty().get());
        watching = model.stateProperty().subscribe((before, now) -> {
            show(now);
            if (now.asking() != before.asking()) {
                lead(now);
            }
        });
    }

    private void show(ForgetModel.State now) {
        lines.setAccessibleText(String.join(" ", now.lines()));
        lines.getChildren().setAll(now.lines().stream().map(line -> Labels.wrapping(line, "plain")).toList());
        act.getChildren().setAll(now.asking() ? question() : List.of(button(now)));
    }

    private Button button(ForgetModel.State now) {
        Button forget = Buttons.plain(texts.get("about.forget"), Feather.TRASH_2, model::ask);
        forget.setId("about-forget");
        forget.setDisable(!now.some() || now.busy());
        return forget;
    }

    private List<Node> question() {
        Button no = Buttons.plain(texts.get("earlier.keep_them"), Feather.X, model::no);
        no.setId("about-forget-no");
        Button yes = Buttons.plain(texts.get("about.forget.yes"), Feather.TRASH_2, model::yes);
        yes.setId("about-forget-yes");
        Label words = Labels.wrapping(model.question(), "strong");
        return List.of(words, new Flow(GAP, 8, no, yes));
    }

    /// The question takes the focus on its harmless answer, and gives it back to where it came from.
    private void lead(ForgetModel.State now) {
        // what is new has its place only after a layout, and what takes the focus is scrolled to where it stands
        getScene().getRoot().applyCss();
        getScene().getRoot().layout();
        if (now.asking()) {
            lookup("#about-forget-no").requestFocus();
        } else if (now.busy()) {
            // the button rests until the disk has answered, and what it answers is what is to be read
            lines.requestFocus();
        } else {
            lookup("#about-forget").requestFocus();
        }
    }

    void left() {
        watching.unsubscribe();
    }
}
