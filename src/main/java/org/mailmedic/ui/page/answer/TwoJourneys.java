package org.mailmedic.ui.page.answer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.layout.VBox;
import org.mailmedic.advice.EvidenceWords;
import org.mailmedic.advice.FactWords;
import org.mailmedic.advice.TextBook;
import org.mailmedic.report.PartingWords;
import org.mailmedic.report.Report;
import org.mailmedic.ui.page.JourneyTracker;
import org.mailmedic.ui.part.JourneyBar;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// What two places saw of the same server: one journey above the other, and a sentence that says where they part. A report of the website's
/// server alone has one journey, and no such sentence.
public final class TwoJourneys extends VBox {
    private static final double GAP = 12;

    /// @param evidence words for what was seen
    public TwoJourneys(Report report, FactWords words, EvidenceWords evidence, Texts texts, BooleanSupplier still) {
        super(GAP);
        TextBook book = texts.book("report");
        var pair = report.pair();
        pair.ifPresent(both ->
                add(book.get("journey.here"), at(report, both.here(), "here"), evidence, new JourneyBar(texts, true, still)));
        var there = new JourneyBar(texts, true, still);
        there.fromWebsite();
        add(book.get("journey.website"), at(report, report.stages(), "website"), evidence, there);
        pair.ifPresent(both -> {
            var parting = Labels.wrapping(PartingWords.of(both, words, book), "strong");
            parting.setId("parting");
            getChildren().add(parting);
        });
    }

    private void add(String title, Report journey, EvidenceWords evidence, JourneyBar bar) {
        bar.setAccessibleText(title);
        bar.stationsProperty().set(JourneyTracker.of(journey, evidence));
        getChildren().addAll(Labels.wrapping(title, "title"), bar);
    }

    /// One place's part of it. What the answer rests on was seen by both, so that it marks neither.
    private static Report at(Report report, List<Report.StageResult> stages, String vantage) {
        List<Map<String, Object>> own = report.evidence().stream().filter(facts -> vantage.equals(facts.get("vantage"))).toList();
        return new Report(report.id(), report.created(), report.tool(), report.settings(), report.outcome(), List.of(), List.of(), stages,
                own, List.of(), report.totalMs(), report.masked(), report.unchecked(), Optional.empty());
    }
}
