package org.mailmedic.ui.page.earlier;

import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.mailmedic.ui.page.EarlierStore;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.Flow;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// Whether earlier check-ups are kept, where, and for how long.
final class EarlierSettings extends VBox {
    private static final double GAP = 12;

    EarlierSettings(EarlierModel model, Texts texts) {
        super(GAP);
        getStyleClass().add("card");
        var keep = new CheckBox(texts.get("earlier.keep"));
        keep.setId("earlier-keep");
        keep.setMnemonicParsing(false);
        keep.setMinHeight(Region.USE_PREF_SIZE);
        keep.setAccessibleText(keep.getText());
        keep.setSelected(model.stateProperty().get().choice().keep());
        var where = Labels.wrapping("", "quiet");
        Runnable say = () -> where.setText(texts.get(keep.isSelected() ? "earlier.keep.on" : "earlier.keep.off", model.folder()));
        keep.setOnAction(_ -> {
            model.keep(keep.isSelected());
            say.run();
        });
        say.run();
        var group = new ToggleGroup();
        var spans = new Flow(24, 8);
        for (EarlierStore.Span span : EarlierStore.Span.values()) {
            var choice = new RadioButton(texts.get("earlier.span." + span.id()));
            choice.setMnemonicParsing(false);
            choice.setToggleGroup(group);
            choice.setAccessibleText(texts.get("earlier.span") + " " + choice.getText());
            choice.setSelected(model.stateProperty().get().choice().span() == span);
            Buttons.picked(choice, () -> model.keepFor(span));
            spans.getChildren().add(choice);
        }
        getChildren().addAll(keep, where, Labels.wrapping(texts.get("earlier.span"), "strong"), spans,
                Labels.wrapping(texts.get("earlier.span.line"), "quiet", "small"));
    }
}
