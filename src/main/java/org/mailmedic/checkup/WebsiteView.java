package org.mailmedic.checkup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.mailmedic.advice.Adviser;
import org.mailmedic.diagnosis.Diagnosis;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Vantage;
import org.mailmedic.net.transport.Transcript;
import org.mailmedic.plan.Options;
import org.mailmedic.plan.Plan;
import org.mailmedic.plan.Planner;
import org.mailmedic.plan.Stage;
import org.mailmedic.report.Report;
import org.mailmedic.report.json.EvidenceReader;
import org.mailmedic.report.json.ReportReader;
import org.mailmedic.settings.Settings;
import org.mailmedic.settings.Symptom;

/// Makes a report of what a website's server saw, alone or beside what this computer saw. Nothing is measured here. Thread-safe.
public final class WebsiteView {
    private final BiFunction<Optional<CaseFile>, CaseFile, Diagnosis> diagnostician;
    private final Adviser adviser;

    /// @param diagnostician judges the website's case, with this computer's beside it where there is one
    public WebsiteView(BiFunction<Optional<CaseFile>, CaseFile, Diagnosis> diagnostician, Adviser adviser) {
        this.diagnostician = diagnostician;
        this.adviser = adviser;
    }

    /// What this computer saw, as an earlier report tells it.
    ///
    /// @param stages its journey, as that report shows it
    record Here(CaseFile file, List<Report.StageResult> stages) {}

    /// What came of it.
    public sealed interface Judged {
        record Told(Report report) implements Judged {}

        /// The two looked at different servers, each as `host:port`.
        record OtherServer(String here, String website) implements Judged {}

        /// Nothing says which server was looked at.
        record NoServer() implements Judged {}
    }

    /// @param asked    the server that the website's server was asked about, where it says so
    /// @param evidence what it saw, with certificates judged
    /// @param at       when it looked
    /// @param here     a report of this computer's own check-up, as it was written
    public Judged judge(Optional<Settings> asked, List<Evidence> evidence, Instant at, Optional<Map<String, Object>> here) {
        Optional<Here> ours = here.map(WebsiteView::here);
        Optional<Settings> settings = asked.or(() -> ours.map(each -> server(each.file().settings())));
        if (settings.isEmpty()) {
            return new Judged.NoServer();
        }
        var website = file(settings.get().withSymptom(Symptom.SERVER), evidence);
        Optional<CaseFile> other = ours.map(Here::file).filter(file -> !server(file).equalsIgnoreCase(server(website)));
        return other.isPresent() ? new Judged.OtherServer(server(other.get()), server(website))
                : new Judged.Told(report(website, at, ours));
    }

    /// A probe signs in nowhere and names no sender.
    private static Settings server(Settings settings) {
        return Settings.of(settings.host()).withSecurity(settings.security()).withPort(settings.effectivePort());
    }

    private static String server(CaseFile file) {
        return (file.plan().possible() ? file.plan().host() : file.settings().host()) + ":" + file.plan().port();
    }

    private static CaseFile file(Settings settings, List<Evidence> evidence) {
        return new CaseFile(settings, new Planner().plan(settings, Options.usual()), evidence);
    }

    /// An earlier report of both places tells this computer's part.
    private static Here here(Map<String, Object> document) {
        var own = new LinkedHashMap<String, Object>(document);
        if (document.get("evidence") instanceof List<?> list) {
            own.put("evidence", list.stream().filter(each -> each instanceof Map<?, ?> facts
                    && !Vantage.WEBSITE.id().equals(facts.get("vantage"))).toList());
        }
        return new Here(file(SavedSettings.of(document), EvidenceReader.all(own)), ReportReader.journeyHere(document));
    }

    Report report(CaseFile website, Instant at, Optional<Here> here) {
        Diagnosis diagnosis = diagnostician.apply(here.map(Here::file), website);
        double totalMs = website.evidence().stream().mapToDouble(each -> each.span().endMs()).max().orElse(0);
        Report alone = new ReportMaker(adviser).make(website, diagnosis, new Travelled(website).stages(), new Transcript(() -> 0, 0), at,
                totalMs);
        List<Map<String, Object>> seen = marked(alone.evidence(), Vantage.WEBSITE);
        if (here.isEmpty()) {
            return alone.beside(seen, Optional.empty());
        }
        List<Map<String, Object>> both = Stream.concat(seen.stream(), marked(ReportMaker.facts(here.get().file()), Vantage.HERE).stream())
                .toList();
        return alone.beside(both, Optional.of(new Report.Pair(here.get().stages(), parting(website.plan(), here.get().stages(),
                alone.stages()))));
    }

    /// Ids of this computer's evidence are told apart from the website's.
    private static List<Map<String, Object>> marked(List<Map<String, Object>> evidence, Vantage vantage) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (var facts : evidence) {
            var marked = new LinkedHashMap<String, Object>();
            facts.forEach((name, value) -> {
                boolean own = name.equals("id") && vantage == Vantage.HERE;
                marked.put(name, own ? vantage.id() + "-" + value : value);
                if (name.equals("stage")) {
                    marked.put("vantage", vantage.id());
                }
            });
            all.add(marked);
        }
        return all;
    }

    /// The first station at which one of the two gets on and the other does not.
    static Optional<Report.Parting> parting(Plan plan, List<Report.StageResult> here, List<Report.StageResult> website) {
        for (Stage stage : ReportMaker.order(plan.mode())) {
            String one = status(here, stage);
            String other = status(website, stage);
            if (!one.isEmpty() && !other.isEmpty() && !one.equals(other)) {
                return Optional.of(new Report.Parting(stage.id(), one, other));
            }
        }
        return Optional.empty();
    }

    /// Empty where the station was not asked for or not reached.
    private static String status(List<Report.StageResult> stages, Stage stage) {
        return stages.stream().filter(each -> each.stage().equals(stage.name().toLowerCase(Locale.ROOT))).map(each ->
                switch (each.status()) {
            case "ok", "warning" -> "ok";
            case "failed" -> "failed";
            default -> "";
        }).findFirst().orElse("");
    }
}
