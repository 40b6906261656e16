package org.mailmedic.checkup;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.advice.Adviser;
import org.mailmedic.diagnosis.Diagnosis;
import org.mailmedic.diagnosis.Diagnostician;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.rules.RuleBook;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.plan.Options;
import org.mailmedic.plan.Planner;
import org.mailmedic.provider.Provider;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.report.Report;
import org.mailmedic.report.Report.Verdict;
import org.mailmedic.report.json.EvidenceReader;
import org.mailmedic.settings.Settings;

/// A report in another language: titles, summaries, steps and letters are made anew from its evidence. What was measured and what was found
/// stay as they are; what the rules of this version do not find there keeps its words.
public final class Retold {
    private final CaseFile file;
    private final ReportMaker maker;
    private final Report report;
    private final Map<String, Finding> findings = new HashMap<>();

    private Retold(Locale language, Report report) {
        this.report = report;
        ProviderBook providers = ProviderBook.load();
        maker = new ReportMaker(new Adviser(language, Adviser.systemName(report.tool().os()), ZoneId.systemDefault(),
                host -> providers.byHost(host).map(Provider::name)));
        Settings settings = SavedSettings.of(Map.of("settings", report.settings()));
        List<Evidence> evidence = report.evidence().stream().map(EvidenceReader::read).flatMap(Optional::stream).toList();
        file = new CaseFile(settings, new Planner().plan(settings, Options.usual()), evidence);
        Diagnosis diagnosis = new Diagnostician(RuleBook.all(providers)).diagnose(file);
        Stream.concat(diagnosis.diagnoses().stream(), diagnosis.warnings().stream())
                .forEach(finding -> findings.putIfAbsent(finding.code().id(), finding));
    }

    /// Takes some milliseconds, and reads files.
    public static Report in(Locale language, Report report) {
        var told = new Retold(language, report);
        return new Report(report.id(), report.created(), report.tool(), report.settings(), report.outcome(), told.all(report.diagnoses()),
                told.all(report.warnings()), report.stages(), report.evidence(), report.transcript(), report.totalMs(), report.masked(),
                report.unchecked(), report.pair());
    }

    private List<Verdict> all(List<Verdict> verdicts) {
        return verdicts.stream().map(verdict -> Optional.ofNullable(findings.get(verdict.code()))
                .map(finding -> in(verdict, maker.verdict(finding, file, report.created()))).orElse(verdict)).toList();
    }

    private static Verdict in(Verdict before, Verdict words) {
        return new Verdict(before.code(), before.stage(), before.party(), before.confidence(), words.title(), words.summary(), words.steps(),
                before.evidence(), words.letter());
    }
}
