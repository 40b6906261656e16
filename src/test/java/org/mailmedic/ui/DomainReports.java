package org.mailmedic.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailmedic.advice.Adviser;
import org.mailmedic.checkup.DomainReport;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.maildomain.DomainLook;
import org.mailmedic.report.Report;

/// Looks at made-up domains as reports.
public final class DomainReports {
    private static final Adviser ADVISER = new Adviser(Locale.ENGLISH, "linux", ZoneOffset.UTC, _ -> Optional.empty());

    private DomainReports() {}

    public static Report of(DomainLook look, Instant when) {
        return new DomainReport(Locale.ENGLISH).of(look, verdicts(look, look.diagnosis().diagnoses(), when),
                verdicts(look, look.diagnosis().warnings(), when), when, Duration.ofMillis(840));
    }

    /// The same report about another domain.
    public static Report about(String domain, Report report) {
        var settings = new LinkedHashMap<>(report.settings());
        settings.put("host", domain);
        return new Report(report.id() + domain, report.created(), report.tool(), settings, report.outcome(), report.diagnoses(),
                report.warnings(), report.stages(), report.evidence(), report.transcript(), report.totalMs());
    }

    private static List<Report.Verdict> verdicts(DomainLook look, List<Finding> findings, Instant when) {
        return findings.stream().map(each -> Report.Verdict.of(each, ADVISER.advise(each, look.situation(), when))).toList();
    }
}
