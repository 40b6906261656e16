package org.mailmedic.checkup;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mailmedic.advice.Adviser;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Diagnosis;
import org.mailmedic.diagnosis.Diagnostician;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.rules.RuleBook;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.plan.Options;
import org.mailmedic.plan.Planner;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.provider.ProviderNames;
import org.mailmedic.report.Report;
import org.mailmedic.report.Report.Verdict;
import org.mailmedic.report.json.EvidenceReader;
import org.mailmedic.report.json.OpenedReport;

/// Finds again what the sentences of a saved report were made of, where an early version did not write it down: the evidence in it is
/// judged once more. What does not come to the same code and the same headline stays without. Nothing is measured and nothing is looked up.
public final class SavedFacts {
    private final Function<CaseFile, Diagnosis> diagnostician = new Diagnostician(RuleBook.all(ProviderBook.load()))::diagnose;

    /// The report with the facts of its verdicts; as it is where they all have theirs, or where it tells of two places.
    public Report in(OpenedReport.Opened saved) {
        Report report = saved.report();
        boolean lacking = Stream.concat(report.diagnoses().stream(), report.warnings().stream()).anyMatch(each -> each.facts().isEmpty());
        boolean elsewhere = report.evidence().stream().anyMatch(facts -> facts.containsKey("vantage"));
        if (!lacking || elsewhere) {
            return report;
        }
        var settings = SavedSettings.of(saved.document());
        var file = new CaseFile(settings, new Planner().plan(settings, Options.usual()), EvidenceReader.all(saved.document()));
        Diagnosis again = diagnostician.apply(file);
        var adviser = new Adviser(Locale.forLanguageTag(report.language()), Adviser.systemName(report.tool().os()), ZoneId.systemDefault(),
                ProviderNames.load()::byHost);
        Function<Verdict, Verdict> found = verdict -> !verdict.facts().isEmpty() ? verdict
                : facts(verdict, again, file, adviser, report).map(facts -> with(verdict, facts)).orElse(verdict);
        List<Verdict> diagnoses = report.diagnoses().stream().map(found).toList();
        List<Verdict> warnings = report.warnings().stream().map(found).toList();
        return report.saying(diagnoses, warnings, report.language());
    }

    private static Optional<Map<String, String>> facts(Verdict verdict, Diagnosis again, CaseFile file, Adviser adviser, Report report) {
        Optional<Finding> same = Stream.concat(again.diagnoses().stream(), again.warnings().stream())
                .filter(each -> Code.of(verdict.code()).filter(each.code()::equals).isPresent()).findFirst();
        return same.map(finding -> adviser.advise(finding, file.settings(), file.plan(), report.created()))
                .filter(advice -> advice.title().equals(verdict.title())).map(advice -> advice.facts());
    }

    private static Verdict with(Verdict verdict, Map<String, String> facts) {
        return new Verdict(verdict.code(), verdict.stage(), verdict.party(), verdict.confidence(), verdict.title(), verdict.summary(),
                verdict.steps(), verdict.evidence(), verdict.letter(), facts);
    }
}
