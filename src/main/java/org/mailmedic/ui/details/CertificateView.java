package org.mailmedic.ui.details;

import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.mailmedic.ui.details.CertificateModel.Link;
import org.mailmedic.ui.details.CertificateModel.Pair;
import org.mailmedic.ui.details.CertificateModel.Shown;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// The chain, from the server's own certificate up, and why it is trusted or not.
final class CertificateView extends StackPane {
    private static final double GAP = 12;

    CertificateView(CertificateModel model, Texts texts) {
        if (model.shown().isEmpty()) {
            getChildren().add(Labels.wrapping(model.nothing(), "quiet"));
            setAlignment(Pos.TOP_LEFT);
            return;
        }
        getChildren().add(new Sheet(texts.get("details.certificate"), model.text(),
                model.shown().stream().map(CertificateView::shown).toArray(Node[]::new)));
    }

    private static Node shown(Shown shown) {
        var all = new VBox(GAP, Labels.wrapping(shown.where(), "quiet", "small"), new Notice(shown.tone(), shown.verdict()));
        shown.reasons().forEach(reason -> all.getChildren().add(Labels.wrapping(reason, "plain")));
        all.getChildren().add(pairs(shown.facts()));
        shown.chain().forEach(link -> all.getChildren().add(link(link)));
        return all;
    }

    private static Node link(Link link) {
        var box = new VBox(GAP / 2, Labels.wrapping(link.place(), "quiet", "tiny"), Labels.wrapping(link.name(), "strong"),
                pairs(link.facts()));
        box.getStyleClass().add("link-of-chain");
        return box;
    }

    private static Node pairs(List<Pair> pairs) {
        var table = new GridPane(GAP, 4);
        for (int i = 0; i < pairs.size(); i++) {
            Label name = Labels.brief(pairs.get(i).name(), "quiet", "small", "pair-name");
            GridPane.setValignment(name, VPos.TOP);
            table.add(name, 0, i);
            table.add(Labels.wrapping(pairs.get(i).value(), "plain", "small"), 1, i);
        }
        return table;
    }
}
