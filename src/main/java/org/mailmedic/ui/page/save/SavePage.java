package org.mailmedic.ui.page.save;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.report.mask.Masking;
import org.mailmedic.ui.page.Layout;
import org.mailmedic.ui.page.Page;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.Columns;
import org.mailmedic.ui.part.FooterBar;
import org.mailmedic.ui.part.Headline;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// "Save report": what stays unreadable, and every line, or every word, of what will be saved.
public final class SavePage implements Page {
    private static final double GAP = 32;
    private static final double NARROWEST = 17;
    private static final double PREVIEW_HEIGHT = 380;
    private final Layout layout;
    private final SaveModel model;
    private final Texts texts;
    private final Subscription watching;

    public SavePage(SaveModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        var lines = new ListView<String>();
        lines.setId("save-preview");
        lines.getStyleClass().addAll("preview", "mono");
        lines.setCellFactory(_ -> new Line());
        lines.setPrefHeight(PREVIEW_HEIGHT);
        Label title = Labels.wrapping("", "title");
        lines.accessibleTextProperty().bind(title.textProperty());
        var preview = new VBox(8, title, lines);
        Label notice = Labels.wrapping("", "strong");
        notice.setId("save-notice");
        notice.visibleProperty().bind(notice.textProperty().isNotEmpty());
        // its line is kept free, so that nothing moves under the pointer when it comes
        VBox.setMargin(notice, new Insets(-12, 0, 12, 0));
        Button save = Buttons.main(texts.get("save.save"), Feather.DOWNLOAD, model::save);
        Button back = Buttons.back(texts, model::back);
        layout = Layout.of(new Headline(texts.get("save.headline")), Labels.wrapping(texts.get("save.lead"), "lead"),
                new FooterBar(FooterBar.left(back), save), notice, new Columns(GAP, NARROWEST, false, 1, 2).with(choices(), preview));
        watching = model.previewProperty().subscribe(all -> {
            lines.getItems().setAll(all);
            save.setDisable(all.isEmpty());
        }).and(model.noticeProperty().subscribe(notice::setText)).and(model.formProperty().subscribe(form -> {
            title.setText(texts.get(form.literal() ? "save.preview" : "save.preview.words"));
        }));
    }

    private Node choices() {
        var forms = new VBox(10, Labels.wrapping(texts.get("save.form"), "title"));
        var group = new ToggleGroup();
        for (SaveModel.Form form : SaveModel.Form.values()) {
            var choice = new RadioButton(texts.get("save.form." + form.name()));
            choice.setId("save-" + form.name().toLowerCase(Locale.ROOT));
            choice.setToggleGroup(group);
            choice.setWrapText(true);
            choice.setMinHeight(Region.USE_PREF_SIZE);
            choice.setMnemonicParsing(false);
            choice.setAccessibleText(choice.getText());
            choice.setSelected(model.formProperty().get() == form);
            Buttons.picked(choice, () -> model.formProperty().set(form));
            forms.getChildren().add(choice);
        }
        var masks = new VBox(10, Labels.wrapping(texts.get("save.mask"), "title"));
        for (Masking.Kind kind : List.of(Masking.Kind.values())) {
            var box = new CheckBox(texts.get("save.mask." + kind.id()));
            box.setId("mask-" + kind.id().toLowerCase(Locale.ROOT));
            box.setMnemonicParsing(false);
            box.setMinHeight(Region.USE_PREF_SIZE);
            box.setAccessibleText(box.getText());
            box.setSelected(model.masks(kind));
            box.setOnAction(_ -> model.mask(kind, box.isSelected()));
            masks.getChildren().add(box);
        }
        masks.getChildren().add(Labels.wrapping(texts.get("save.never"), "quiet", "small"));
        var card = new VBox(24, forms, masks);
        card.getStyleClass().add("card");
        return card;
    }

    /// Wraps, so that no character is out of sight.
    private static final class Line extends ListCell<String> {
        Line() {
            setPrefWidth(0);
            setWrapText(true);
        }

        @Override
        protected void updateItem(String line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty ? "" : line);
        }
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public void left() {
        watching.unsubscribe();
    }
}
