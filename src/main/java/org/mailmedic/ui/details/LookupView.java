package org.mailmedic.ui.details;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// Each name server's answer beside the others'.
final class LookupView extends StackPane {
    private static final double NARROWEST = 10;

    LookupView(LookupModel model, Texts texts) {
        if (model.isEmpty()) {
            getChildren().add(Labels.wrapping(model.summary(), "quiet"));
            setAlignment(Pos.TOP_LEFT);
            return;
        }
        List<Node> parts = new ArrayList<>();
        parts.add(new Notice(model.tone(), model.summary()));
        if (!model.grid().columns().isEmpty()) {
            parts.add(new GridView(model.grid(), NARROWEST));
        }
        if (!model.others().isEmpty()) {
            var others = new VBox(4, Labels.wrapping(texts.get("details.lookup.others"), "strong"));
            model.others().forEach(line -> others.getChildren().add(Labels.wrapping(line, "quiet", "small")));
            parts.add(others);
        }
        getChildren().add(new Sheet(texts.get("details.lookup"), model.text(), parts.toArray(Node[]::new)));
    }
}
