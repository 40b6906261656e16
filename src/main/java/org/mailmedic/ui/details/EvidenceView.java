package org.mailmedic.ui.details;

import javafx.geometry.Insets;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.mailmedic.ui.details.EvidenceModel.Item;
import org.mailmedic.ui.part.CopyableList;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// The raw facts, to be searched and copied.
final class EvidenceView extends BorderPane {
    private final CopyableList<Item> list;

    EvidenceView(EvidenceModel model, Texts texts) {
        list = new CopyableList<>(texts.get("details.evidence"), EvidenceModel::text);
        list.setPlaceholder(Labels.wrapping(texts.get("details.evidence.empty"), "quiet"));
        list.setCellFactory(_ -> new ItemCell());
        var search = new TextField();
        search.setPromptText(texts.get("details.evidence.search"));
        search.setAccessibleText(texts.get("details.evidence.search"));
        search.textProperty().subscribe(wanted -> list.getItems().setAll(model.find(wanted)));
        setTop(search);
        BorderPane.setMargin(search, new Insets(0, 0, 8, 0));
        setCenter(list);
    }

    /// What is shown, as text.
    String twin() {
        return EvidenceModel.text(list.getItems());
    }

    private static final class ItemCell extends ListCell<Item> {
        private final Label title = Labels.wrapping("", "strong");
        private final Label body = Labels.wrapping("", "mono");
        private final VBox both = new VBox(2, title, body);

        ItemCell() {
            body.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Item item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            title.setText(item.title());
            body.setText(item.body().stripTrailing());
            setGraphic(both);
            setAccessibleText(item.text());
        }
    }
}
