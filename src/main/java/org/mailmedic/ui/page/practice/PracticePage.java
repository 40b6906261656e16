package org.mailmedic.ui.page.practice;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.ui.page.Layout;
import org.mailmedic.ui.page.Page;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.ChoiceRows;
import org.mailmedic.ui.part.FooterBar;
import org.mailmedic.ui.part.FormField;
import org.mailmedic.ui.part.Headline;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// "Try it on a practice server": a fault to choose, in plain sentences.
public final class PracticePage implements Page {
    private final Layout layout;
    private final TextField search = new TextField();

    public PracticePage(PracticeModel model, Texts texts) {
        search.setId("practice-search");
        search.textProperty().bindBidirectional(model.searchProperty());
        search.setPromptText(texts.get("try.search.prompt"));
        var field = new FormField(texts.get("try.search"), search, search, "");
        var list = new ChoiceRows<>(model.choices(), PracticeModel.Choice::sentence, PracticeModel.Choice::group,
                model.chosenProperty(),
                Labels.wrapping(texts.get("try.none"), "quiet"), model::start);
        list.setId("practice-faults");
        list.setAccessibleText(texts.get("try.list"));
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                event.consume();
                list.takeFocus();
            }
        });
        VBox.setMargin(list, new Insets(16, 0, 0, 0));
        Label trouble = Labels.wrapping("", "plain");
        trouble.textProperty().bind(model.troubleProperty());
        trouble.visibleProperty().bind(model.troubleProperty().isNotEmpty());
        trouble.managedProperty().bind(trouble.visibleProperty());
        Button start = Buttons.main(texts.get("try.start"), Feather.ARROW_RIGHT, model::start);
        start.setContentDisplay(ContentDisplay.RIGHT);
        start.disableProperty().bind(model.busyProperty().or(model.chosenProperty().isNull()));
        Button back = Buttons.back(texts, model::back);
        layout = Layout.of(new Headline(texts.get("try.headline")), Labels.wrapping(texts.get("try.lead"), "lead"),
                new FooterBar(FooterBar.left(back), start), field, list, trouble);
    }

    @Override
    public Optional<Node> first() {
        return Optional.of(search);
    }

    @Override
    public Layout layout() {
        return layout;
    }
}
