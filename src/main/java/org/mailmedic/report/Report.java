package org.mailmedic.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailmedic.advice.Advice;
import org.mailmedic.advice.Language;
import org.mailmedic.advice.Step;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.evidence.EvidenceKind;

/// The whole story of one check-up as data, already in words and already redacted. Every rendering comes from this and nothing else.
///
/// A fresh report and one that was opened again ([ReportReader]) are the same to whoever shows them: codes, stages, parties, kinds of
/// evidence are texts, so that a report of another version may name some that this version does not know.
///
/// @param settings name → value as in the contract; numbers as numbers, absent ones left out, never a secret
/// @param evidence names and values, see [EvidenceFacts]
/// @param totalMs  wall time of the check-up in milliseconds
/// @param pair     the same journey made from this computer, where the report is about the website's own; otherwise empty
/// @param masked   ids of what was made unreadable before the report was passed on, see [Masking]; empty when all is as measured
/// @param unchecked stages that belong to the person's way of sending and were left out, since no password was given here: `sign_in`, and
///                 what the server lets nobody do before; empty when nothing was left out
/// @param language which its sentences are in, as in BCP 47
public record Report(String id, Instant created, Tool tool, Map<String, Object> settings, Outcome outcome, List<Verdict> diagnoses,
                     List<Verdict> warnings, List<StageResult> stages, List<Map<String, Object>> evidence, List<Line> transcript,
                     double totalMs, List<String> masked, List<String> unchecked, Optional<Pair> pair, String language) {
    public static final String FORMAT = "mailmedic-report";
    public static final int VERSION = 1;

    public Report {
        diagnoses = List.copyOf(diagnoses);
        warnings = List.copyOf(warnings);
        stages = List.copyOf(stages);
        evidence = List.copyOf(evidence);
        transcript = List.copyOf(transcript);
        masked = List.copyOf(masked);
        unchecked = List.copyOf(unchecked);
    }

    /// A report in English.
    public Report(String id, Instant created, Tool tool, Map<String, Object> settings, Outcome outcome, List<Verdict> diagnoses,
                  List<Verdict> warnings, List<StageResult> stages, List<Map<String, Object>> evidence, List<Line> transcript,
                  double totalMs, List<String> masked, List<String> unchecked, Optional<Pair> pair) {
        this(id, created, tool, settings, outcome, diagnoses, warnings, stages, evidence, transcript, totalMs, masked, unchecked, pair,
                Language.ENGLISH.tag());
    }

    /// A report in which nothing was left out.
    public Report(String id, Instant created, Tool tool, Map<String, Object> settings, Outcome outcome, List<Verdict> diagnoses,
                  List<Verdict> warnings, List<StageResult> stages, List<Map<String, Object>> evidence, List<Line> transcript,
                  double totalMs, List<String> masked) {
        this(id, created, tool, settings, outcome, diagnoses, warnings, stages, evidence, transcript, totalMs, masked, List.of());
    }

    /// A report in which nothing is masked and nothing was left out.
    public Report(String id, Instant created, Tool tool, Map<String, Object> settings, Outcome outcome, List<Verdict> diagnoses,
                  List<Verdict> warnings, List<StageResult> stages, List<Map<String, Object>> evidence, List<Line> transcript,
                  double totalMs) {
        this(id, created, tool, settings, outcome, diagnoses, warnings, stages, evidence, transcript, totalMs, List.of());
    }

    /// A report about one place.
    public Report(String id, Instant created, Tool tool, Map<String, Object> settings, Outcome outcome, List<Verdict> diagnoses,
                  List<Verdict> warnings, List<StageResult> stages, List<Map<String, Object>> evidence, List<Line> transcript,
                  double totalMs, List<String> masked, List<String> unchecked) {
        this(id, created, tool, settings, outcome, diagnoses, warnings, stages, evidence, transcript, totalMs, masked, unchecked,
                Optional.empty());
    }

    /// The same report, which says that these stages were left out.
    public Report leavingOut(List<String> stagesLeftOut) {
        return new Report(id, created, tool, settings, outcome, diagnoses, warnings, stages, evidence, transcript, totalMs, masked,
                stagesLeftOut, pair, language);
    }

    /// The same with other evidence, and beside another journey.
    public Report beside(List<Map<String, Object>> other, Optional<Pair> journey) {
        return new Report(id, created, tool, settings, outcome, diagnoses, warnings, stages, other, transcript, totalMs, masked, unchecked,
                journey, language);
    }

    /// The same whose sentences are these.
    public Report saying(List<Verdict> diagnosesInWords, List<Verdict> warningsInWords, String inLanguage) {
        return new Report(id, created, tool, settings, outcome, diagnosesInWords, warningsInWords, stages, evidence, transcript, totalMs,
                masked, unchecked, pair, inLanguage);
    }

    /// Whether all is well as far as was looked, while something was left out: then nobody knows yet that mail can go out.
    public boolean partly() {
        return outcome == Outcome.HEALTHY && !unchecked.isEmpty();
    }

    /// Whether it tells what a text or a mail log said: nothing was measured, so that it has no stages.
    public boolean told() {
        return stages.isEmpty() && Seen.in(this).stream().anyMatch(seen -> seen.at(EvidenceKind.Place.TEXT));
    }

    /// The first piece of evidence of a kind.
    public Optional<Map<String, Object>> evidence(EvidenceKind kind) {
        return Seen.in(this, kind).stream().findFirst().map(Seen::facts);
    }

    /// The diagnosis that leads, if there is one.
    public Optional<Verdict> headline() {
        return diagnoses.stream().findFirst();
    }

    public enum Outcome {
        /// Nothing stops mail, and every stage asked for was reached.
        HEALTHY,
        PROBLEM,
        /// Neither could be shown.
        INCONCLUSIVE;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Outcome> find(String id) {
            return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
        }
    }

    public record Tool(String name, String version, String os, String java) {}

    /// A finding in words.
    ///
    /// @param steps    what to do, in order, plain text
    /// @param letter   a ready message to whoever must act; empty when the person can act alone
    /// @param evidence ids of the evidence it rests on
    /// @param facts    what its sentences were made of, so that they can be made anew in another language ([Rewording]); empty where that
    ///                 was not written down
    public record Verdict(String code, String stage, String party, double confidence, String title, String summary, List<String> steps,
                          List<String> evidence, String letter, Map<String, String> facts) {
        public Verdict {
            steps = List.copyOf(steps);
            evidence = List.copyOf(evidence);
            facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        }

        /// One whose sentences stay as they are.
        public Verdict(String code, String stage, String party, double confidence, String title, String summary, List<String> steps,
                       List<String> evidence, String letter) {
            this(code, stage, party, confidence, title, summary, steps, evidence, letter, Map.of());
        }

        public static Verdict of(Finding finding, Advice advice) {
            return new Verdict(finding.code().id(), finding.stage().id(), finding.party().id(), finding.confidence(), advice.title(),
                    advice.summary(), advice.steps().stream().map(Step::text).toList(), finding.because(), advice.letter(),
                    advice.facts());
        }
    }

    /// @param status one of `ok`, `warning`, `failed`, `skipped`, `not_reached`
    public record StageResult(String stage, String status, double startedMs, double durationMs) {}

    /// Two journeys to one server: [#stages] is the website's, this is this computer's.
    ///
    /// @param here    this computer's journey
    /// @param parting where the two part; empty where they do not
    public record Pair(List<StageResult> here, Optional<Parting> parting) {
        public Pair {
            here = List.copyOf(here);
        }
    }

    /// @param stage   the first station at which one gets on and the other does not
    /// @param here    `ok` or `failed`, and `website` likewise
    public record Parting(String stage, String here, String website) {}

    /// One line of the dialogue. Secrets were masked when it was written.
    ///
    /// @param from `server`, `client`, or `note` for what happened on the connection itself
    public record Line(double atMs, String from, String line) {}
}
