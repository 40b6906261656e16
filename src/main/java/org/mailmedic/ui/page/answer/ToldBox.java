package org.mailmedic.ui.page.answer;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.layout.VBox;
import org.mailmedic.advice.PlainText;
import org.mailmedic.evidence.EvidenceKind;
import org.mailmedic.report.Report;
import org.mailmedic.report.log.LogTold;
import org.mailmedic.ui.page.LogFigures;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// Where nothing was measured, in place of the journey: the words that decided, or what the mail log says.
final class ToldBox extends VBox {
    private static final double GAP = 16;

    ToldBox(Report report, Texts texts) {
        super(GAP);
        report.evidence(EvidenceKind.PASTED_TEXT).map(facts -> facts.get("matched")).filter(List.class::isInstance)
                .flatMap(all -> ((List<?>) all).stream().map(String::valueOf).filter(each -> !each.isBlank()).findFirst())
                .ifPresent(words -> getChildren().add(new VBox(4, Labels.wrapping(texts.book("report").get("told.decided"), "title"),
                        Labels.wrapping(PlainText.of(words), "mono", "small"))));
        LogTold.in(report, texts.language()).ifPresent(log -> log(log, texts));
    }

    private void log(LogTold log, Texts texts) {
        getChildren().add(LogFigures.part(new LogTold.Part(log.which(), log.all())));
        if (!log.tries().isEmpty()) {
            getChildren().add(new LogFigures(log, texts));
        }
        Stream.concat(Stream.concat(log.trouble().stream(), log.traffic().stream()), log.signIns().stream())
                .forEach(part -> getChildren().add(LogFigures.part(part)));
    }
}
