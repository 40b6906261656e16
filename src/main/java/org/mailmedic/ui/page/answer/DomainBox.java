package org.mailmedic.ui.page.answer;

import javafx.scene.layout.VBox;
import org.mailmedic.advice.PlainText;
import org.mailmedic.report.DomainTold;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// Where no mail travelled, in place of the journey: a domain's mail records.
final class DomainBox extends VBox {
    private static final double GAP = 16;
    private static final int MOST_LINES = 20;
    private static final int LONGEST_LINE = 4096;

    DomainBox(DomainTold domain, Texts texts) {
        super(GAP);
        domain.records().forEach(each -> {
            var record = new VBox(4, Labels.wrapping(texts.get("domain.saved.record", PlainText.of(each.title()),
                    PlainText.of(each.stateInWords())), "title"), Labels.wrapping(PlainText.of(each.name()), "quiet", "small"));
            each.text().lines().limit(MOST_LINES).forEach(line -> record.getChildren().add(
                    Labels.wrapping(PlainText.of(line, LONGEST_LINE), "mono", "plain")));
            record.getChildren().add(Labels.wrapping(PlainText.of(each.said(), LONGEST_LINE), "plain"));
            if (!each.proposed().isEmpty()) {
                record.getChildren().addAll(Labels.wrapping(PlainText.of(each.proposal()), "plain"),
                        Labels.wrapping(PlainText.of(each.proposed(), LONGEST_LINE), "mono", "plain"));
            }
            record.getStyleClass().addAll("card", "domain-card");
            getChildren().add(record);
        });
    }
}
