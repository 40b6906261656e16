package org.mailmedic.ui.page.explain;

import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.Flow;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// An answer can be saved as a report, and kept among the earlier check-ups.
final class SaveLinks extends VBox {
    SaveLinks(ExplainModel model, Texts texts) {
        super(4);
        var keep = Buttons.link(texts.get("explain.keep"), Feather.ARCHIVE, model::keep);
        keep.disableProperty().bind(model.keptProperty().isNotEmpty());
        var said = Labels.wrapping("", "strong");
        said.setId("explain-kept");
        said.textProperty().bind(model.keptProperty());
        said.visibleProperty().bind(said.textProperty().isNotEmpty());
        said.managedProperty().bind(said.visibleProperty());
        getChildren().addAll(new Flow(16, 0, Buttons.link(texts.get("explain.save"), Feather.DOWNLOAD, model::save), keep), said);
    }
}
