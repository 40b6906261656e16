package org.mailmedic.ui.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import org.mailmedic.report.Report;
import org.mailmedic.ui.part.CopyButton;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// The raw facts, to be searched and copied.
final class EvidenceView extends BorderPane {
    EvidenceView(Report report, Texts texts) {
        List<String> facts = report.evidence().stream().map(EvidenceView::text).toList();
        var shown = new FilteredList<>(FXCollections.observableArrayList(facts));
        var search = new TextField();
        search.setPromptText(texts.get("details.evidence.search"));
        search.setAccessibleText(texts.get("details.evidence.search"));
        search.textProperty().subscribe(wanted -> {
            String lower = wanted.strip().toLowerCase(Locale.ROOT);
            shown.setPredicate(fact -> fact.toLowerCase(Locale.ROOT).contains(lower));
        });
        var list = new ListView<>(shown);
        list.setAccessibleText(texts.get("details.evidence"));
        list.setPlaceholder(Labels.wrapping(texts.get("details.evidence.empty"), "quiet"));
        list.setCellFactory(_ -> new FactCell());
        setTop(search);
        BorderPane.setMargin(search, new Insets(0, 0, 8, 0));
        setCenter(list);
        var all = CopyButton.link(texts, texts.get("details.copy_all"), () -> String.join("\n\n", shown) + "\n");
        BorderPane.setMargin(all, new Insets(4, 0, 0, -4));
        setBottom(all);
    }

    private static String text(Map<String, Object> fact) {
        return fact.entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue()).collect(Collectors.joining("   "));
    }

    private static final class FactCell extends ListCell<String> {
        private final Label words = Labels.wrapping("", "mono");

        FactCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(String fact, boolean empty) {
            super.updateItem(fact, empty);
            words.setText(fact);
            setGraphic(empty ? null : words);
            setAccessibleText(fact);
        }
    }
}
