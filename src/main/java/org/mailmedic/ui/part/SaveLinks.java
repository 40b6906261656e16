package org.mailmedic.ui.part;

import javafx.beans.value.ObservableStringValue;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// An answer can be saved as a report, and kept among the earlier check-ups.
public final class SaveLinks extends VBox {
    /// @param id   of the page, for the links' own
    /// @param kept what became of keeping it; empty before
    public SaveLinks(String id, Runnable save, Runnable keep, ObservableStringValue kept, Texts texts) {
        super(4);
        var saving = Buttons.link(texts.get("explain.save"), Feather.DOWNLOAD, save);
        saving.setId(id + "-save");
        var keeping = Buttons.link(texts.get("explain.keep"), Feather.ARCHIVE, keep);
        keeping.setId(id + "-keep");
        keeping.disableProperty().bind(kept.map(said -> !said.isEmpty()));
        var said = Labels.wrapping("", "strong");
        said.setId(id + "-kept");
        said.textProperty().bind(kept);
        said.visibleProperty().bind(said.textProperty().isNotEmpty());
        said.managedProperty().bind(said.visibleProperty());
        getChildren().addAll(new Flow(16, 0, saving, keeping), said);
    }
}
