package org.mailmedic.ui;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.mailmedic.advice.EvidenceWords;
import org.mailmedic.advice.FactWords;
import org.mailmedic.advice.PseudoWords;
import org.mailmedic.report.Report;
import org.mailmedic.ui.part.PseudoTexts;
import org.mailmedic.ui.part.Texts;

/// What a test's window speaks.
enum Tongue {
    ENGLISH("en", text -> text),
    /// Every word of the window, of the diagnosis and of the advice pages made longer than any translation is likely to be.
    LONGEST("long", PseudoTexts::lengthened);

    private final String id;
    private final UnaryOperator<String> change;

    Tongue(String id, UnaryOperator<String> change) {
        this.id = id;
        this.change = change;
    }

    String id() {
        return id;
    }

    Texts texts() {
        return this == ENGLISH ? Texts.in(Locale.ENGLISH) : PseudoTexts.longest();
    }

    FactWords words() {
        return PseudoWords.words(change);
    }

    EvidenceWords evidenceWords() {
        return PseudoWords.evidence(change);
    }

    /// The report with the words of its advice in this tongue; what was measured stays as it is.
    Report said(Report report) {
        return this == ENGLISH ? report : new Report(report.id(), report.created(), report.tool(), report.settings(), report.outcome(),
                verdicts(report.diagnoses()), verdicts(report.warnings()), report.stages(), report.evidence(), report.transcript(),
                report.totalMs(), report.masked());
    }

    private List<Report.Verdict> verdicts(List<Report.Verdict> all) {
        return all.stream().map(each -> new Report.Verdict(each.code(), each.stage(), each.party(), each.confidence(),
                change.apply(each.title()),
                change.apply(each.summary()), each.steps().stream().map(change).toList(), each.evidence(), change.apply(each.letter())))
                .toList();
    }
}
