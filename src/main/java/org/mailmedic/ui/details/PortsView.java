package org.mailmedic.ui.details;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// Port by port: what answers at this server, and what at others.
final class PortsView extends StackPane {
    private static final double NARROWEST = 9.5;

    PortsView(PortsModel model, Texts texts) {
        if (model.isEmpty()) {
            getChildren().add(Labels.wrapping(texts.get("details.ports.empty"), "quiet"));
            setAlignment(Pos.TOP_LEFT);
            return;
        }
        List<Node> parts = new ArrayList<>(List.of(new GridView(model.grid(), NARROWEST)));
        model.note().ifPresent(note -> parts.add(Labels.wrapping(note, "quiet", "small")));
        getChildren().add(new Sheet(texts.get("details.ports"), model.text(), parts.toArray(Node[]::new)));
    }
}
