package org.mailmedic.report;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailmedic.advice.Advice;
import org.mailmedic.advice.Adviser;
import org.mailmedic.advice.Language;
import org.mailmedic.advice.Step;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.report.Report.Verdict;

/// Says a report in another language: titles, summaries, steps and letters are made anew from codes and facts, never translated.
/// What cannot be made anew keeps the sentences it was written with: a verdict without facts, one whose code this version does not know, or
/// whose page needs more than its facts tell. A masked report stays masked, since its facts are. Thread-safe.
///
/// @param language which it is to be in
/// @param zone     of the times in letters
public record Rewording(Language language, ZoneId zone) {
    public Rewording(Locale language, ZoneId zone) {
        this(Language.of(language), zone);
    }

    /// The report in this language; as it is where it is in it already.
    public Report apply(Report report) {
        return report.language().equals(language.tag()) ? report
                : report.saying(anew(report.diagnoses(), report), anew(report.warnings(), report), language.tag());
    }

    /// The report with its letters alone in this language: whoever must act may read another one than the rest is for.
    public Report letters(Report report) {
        return report.saying(withLetters(report.diagnoses(), report), withLetters(report.warnings(), report), report.language());
    }

    /// The letter of one verdict in this language; the one it was written with where it cannot be made anew, empty where there is none.
    ///
    /// @param report that the verdict is from: its moment, and the system of the computer it was made on
    public String letter(Report report, Verdict verdict) {
        return verdict.letter().isEmpty() ? "" : advice(verdict, report, adviser(report)).map(Advice::letter).orElse(verdict.letter());
    }

    private List<Verdict> anew(List<Verdict> verdicts, Report report) {
        var adviser = adviser(report);
        return verdicts.stream().map(verdict -> advice(verdict, report, adviser).map(advice -> new Verdict(verdict.code(), verdict.stage(),
                verdict.party(), verdict.confidence(), advice.title(), advice.summary(), advice.steps().stream().map(Step::text).toList(),
                verdict.evidence(), advice.letter(), verdict.facts())).orElse(verdict)).toList();
    }

    private List<Verdict> withLetters(List<Verdict> verdicts, Report report) {
        return verdicts.stream().map(verdict -> new Verdict(verdict.code(), verdict.stage(), verdict.party(), verdict.confidence(),
                verdict.title(), verdict.summary(), verdict.steps(), verdict.evidence(), letter(report, verdict), verdict.facts()))
                .toList();
    }

    private Adviser adviser(Report report) {
        return new Adviser(language.locale(), Adviser.systemName(report.tool().os()), zone, _ -> Optional.empty());
    }

    private static Optional<Advice> advice(Verdict verdict, Report report, Adviser adviser) {
        if (verdict.facts().isEmpty()) {
            return Optional.empty();
        }
        return Code.of(verdict.code()).map(code -> adviser.advise(code, verdict.facts(), report.created()))
                .filter(advice -> tellsAsMuch(advice, verdict));
    }

    private static boolean tellsAsMuch(Advice advice, Verdict verdict) {
        return !advice.title().isBlank() && !advice.summary().isBlank() && advice.steps().size() >= verdict.steps().size()
                && advice.letter().isBlank() == verdict.letter().isBlank();
    }
}
