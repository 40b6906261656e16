package org.mailmedic.ui.page.answer;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.mailmedic.advice.PlainText;
import org.mailmedic.advice.ReadableName;
import org.mailmedic.evidence.EvidenceKind;
import org.mailmedic.report.DomainTold;
import org.mailmedic.report.OutcomeWords;
import org.mailmedic.report.Report;
import org.mailmedic.report.Report.Verdict;
import org.mailmedic.report.Seen;
import org.mailmedic.report.json.OpenedReport;
import org.mailmedic.settings.Symptom;
import org.mailmedic.ui.page.ShownReport;
import org.mailmedic.ui.part.Station;
import org.mailmedic.ui.part.StationState.Mark;
import org.mailmedic.ui.part.Texts;

/// What the answer says in sentences: whose it is to fix, what was found, what was left out, where the report comes from.
public final class AnswerWords {
    /// What is only checked when something was entered for it.
    private static final Set<Station> FOR_THE_ASKING = EnumSet.of(Station.SIGN_IN, Station.SENDING);

    private final ShownReport shown;
    private final Report report;
    private final Texts texts;

    AnswerWords(ShownReport shown, Texts texts) {
        this.shown = shown;
        report = shown.report();
        this.texts = texts;
    }

    /// Who can fix it, or that nothing has to be fixed.
    public String badge() {
        return leading().map(verdict -> texts.facts().canFix(verdict.party(), verdict.code())).orElseGet(() -> texts.get(website("badge")));
    }

    public Optional<String> certainty() {
        return leading().map(verdict -> texts.facts().certainty(verdict.confidence()));
    }

    public String headline() {
        return leading().map(Verdict::title).or(() -> DomainTold.in(report).map(domain -> PlainText.of(domain.headline())))
                .orElseGet(() -> texts.get(website("headline")));
    }

    public String summary() {
        return leading().map(Verdict::summary).or(() -> DomainTold.in(report).map(_ -> texts.get("domain.lead")))
                .orElseGet(() -> texts.get(website("summary"), host(), port()));
    }

    public String certainty(Verdict verdict) {
        return texts.facts().certainty(verdict.confidence());
    }

    /// That a real message was sent, to whom and when, and how to know it; empty when none was.
    public Optional<String> sent() {
        return Seen.in(report, EvidenceKind.MESSAGE).stream().filter(Seen::ok).findFirst()
                .map(_ -> texts.get("answer.sent", PlainText.of(String.valueOf(report.settings().getOrDefault("to", ""))),
                        texts.facts().time(report.created(), ZoneId.systemDefault()), texts.book("message").get("subject")));
    }

    /// Where it was measured, and what that does not tell: a website sends from its host's server.
    public Optional<String> vantage() {
        return website() ? Optional.of(texts.get("answer.vantage.website", host(), port())) : Optional.empty();
    }

    private boolean website() {
        return Symptom.WEBSITE.id().equals(report.settings().get("symptom"));
    }

    /// What was not looked at because nothing was entered for it; empty when everything was.
    public Optional<String> leftOut() {
        if (DomainTold.in(report).isPresent()) {
            return Optional.empty();
        }
        if (!report.unchecked().isEmpty()) {
            return new OutcomeWords(texts.book("report"), texts.facts()).leftOut(report);
        }
        List<String> names = shown.stations().stream()
                .filter(state -> state.mark() == Mark.SKIPPED && FOR_THE_ASKING.contains(state.station()))
                .map(state -> texts.get("journey." + state.station().id())).toList();
        return report.outcome() == Report.Outcome.HEALTHY && !names.isEmpty()
                ? Optional.of(texts.get("answer.left_out", texts.facts().list(names))) : Optional.empty();
    }

    public String tasksTitle() {
        return leading().isPresent() ? texts.get("answer.do_this") : texts.get(website("do_this"));
    }

    /// Where a report from elsewhere comes from, and when it was made.
    public Optional<String> origin() {
        return shown.file().map(file -> shown.kept()
                ? texts.get("earlier.origin", texts.facts().time(report.created(), ZoneId.systemDefault()))
                : texts.get("open.origin", PlainText.of(file.name()), texts.facts().time(report.created(), ZoneId.systemDefault())));
    }

    /// What kind of report this is, when it was not made just now.
    public Optional<String> kind() {
        return shown.file().map(_ -> texts.get(shown.kept() ? "earlier.badge" : "open.badge"));
    }

    /// What is to be known about a report from elsewhere before it is believed.
    public Optional<String> doubt() {
        return shown.file().filter(file -> file.opened().digest() == OpenedReport.Digest.DIFFERS).map(_ -> texts.get("open.altered"));
    }

    public String otherTitle() {
        return texts.get(shown.kept() ? "earlier.others" : "open.other");
    }

    private Optional<Verdict> leading() {
        return report.diagnoses().stream().findFirst();
    }

    /// What is to be done where no diagnosis says so.
    List<String> usualSteps() {
        if (DomainTold.in(report).isPresent()) {
            return List.of();
        }
        String special = key("step") + "." + Symptom.WEBSITE.id();
        String key = website() && texts.has(special + ".1") ? special : key("step");
        return IntStream.iterate(1, i -> texts.has(key + "." + i), i -> i + 1)
                .mapToObj(i -> texts.get(key + "." + i, host(), port())).toList();
    }

    /// What is said otherwise where a website is to send the mail.
    private String website(String name) {
        String special = key(name) + "." + Symptom.WEBSITE.id();
        return website() && texts.has(special) ? special : key(name);
    }

    private String key(String name) {
        boolean told = report.told() && report.outcome() == Report.Outcome.HEALTHY;
        String warned = "answer.healthy.warned." + name;
        return OutcomeWords.mayNotArrive(report) && texts.has(warned) ? warned
                : "answer." + report.outcome().id() + (report.partly() ? ".partly." : told ? ".told." : ".") + name;
    }

    private String host() {
        return host(report);
    }

    static String host(Report report) {
        return ReadableName.of(String.valueOf(report.settings().getOrDefault("host", "")));
    }

    private String port() {
        return String.valueOf(report.settings().getOrDefault("port", ""));
    }
}
