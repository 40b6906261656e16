package org.mailmedic.ui.details;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mailmedic.advice.FactWords;
import org.mailmedic.evidence.Failure;
import org.mailmedic.report.Report;
import org.mailmedic.report.Witnesses;
import org.mailmedic.ui.part.Texts;

/// Every step of a check-up with its time, in the order in which they began.
final class TimelineModel {
    /// One bar.
    ///
    /// @param startMs milliseconds since the check-up began
    /// @param took    the duration in words
    /// @param how     how it ended, in words
    record Step(DetailTone tone, StepName name, double startMs, double durationMs, String took, String how) {
        double endMs() {
            return startMs + durationMs;
        }
    }

    /// A mark on the scale.
    record Tick(double ms, String label) {}

    private static final double SECOND = 1000;
    private final Texts texts;
    private final List<Step> steps;
    private final double lengthMs;

    TimelineModel(Report report, Texts texts, FactWords words) {
        this.texts = texts;
        var witnesses = Witnesses.of(report);
        steps = DetailFact.all(report.evidence()).stream().map(fact -> step(fact, witnesses, texts, words))
                .sorted(Comparator.comparingDouble(Step::startMs)).toList();
        lengthMs = Math.max(1, steps.stream().mapToDouble(Step::endMs).max().orElse(0));
    }

    private static Step step(DetailFact fact, Witnesses witnesses, Texts texts, FactWords words) {
        DetailTone tone = DetailTone.of(fact, witnesses);
        String failure = failure(fact, words);
        String how = failure.isEmpty() ? texts.get(tone.key()) : texts.get("details.timeline.how", texts.get(tone.key()), failure);
        return new Step(tone, StepName.of(fact, texts), fact.ms("started_ms"), fact.ms("duration_ms"),
                texts.exactDuration(fact.ms("duration_ms")), how);
    }

    /// How it failed, in words; empty when it did not, or in a way that this version does not know.
    static String failure(DetailFact fact, FactWords words) {
        return known(fact.text("failure")).map(words::failure).orElse("");
    }

    private static Optional<Failure> known(String id) {
        return Arrays.stream(Failure.values()).filter(each -> each.id().equals(id.toLowerCase(Locale.ROOT))).findFirst();
    }

    List<Step> steps() {
        return steps;
    }

    /// The end of the scale, in milliseconds; at least 1.
    double lengthMs() {
        return lengthMs;
    }

    List<Tick> ticks() {
        return Ticks.upTo(lengthMs).stream().map(ms -> new Tick(ms, label(ms))).toList();
    }

    private String label(double ms) {
        return lengthMs < SECOND ? texts.get("window.ms", Math.round(ms)) : texts.get("details.timeline.seconds", ms / SECOND);
    }

    /// One step as it is read out.
    String spoken(Step step) {
        return texts.get("details.timeline.spoken", step.name().line(), step.how(), texts.exactDuration(step.startMs()),
                texts.exactDuration(step.durationMs()));
    }

    /// The chart in one sentence.
    String summary() {
        return steps.stream().max(Comparator.comparingDouble(Step::durationMs))
                .map(longest -> texts.get("details.timeline.summary", steps.size(), texts.exactDuration(lengthMs), longest.name().line()))
                .orElseGet(() -> texts.get("details.timeline.empty"));
    }

    /// The whole chart as text.
    String text() {
        return steps.isEmpty() ? summary() + "\n" : text(steps);
    }

    /// Some of the steps as text, one line each.
    String text(List<Step> some) {
        return some.stream().map(this::spoken).collect(Collectors.joining("\n", "", "\n"));
    }
}
