package org.mailmedic.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailmedic.advice.PlainText;
import org.mailmedic.advice.TextBook;
import org.mailmedic.diagnosis.Certainty;
import org.mailmedic.explain.Explanation;
import org.mailmedic.explain.FoundFacts;
import org.mailmedic.explain.TextMark;
import org.mailmedic.explain.log.LogSummary;
import org.mailmedic.explain.log.SummaryDocument;
import org.mailmedic.report.Report;

/// What `explain` prints (contract: `mailmedic-explanation`, version 1; `assets/explanation.schema.json`).
final class ExplanationForm {
    private ExplanationForm() {}

    /// @param verdicts the causes in words, in their order
    /// @param summary  of the log that the text is, where it is one
    static Map<String, Object> json(Explanation explanation, List<Report.Verdict> verdicts, Optional<LogSummary> summary) {
        List<Map<String, Object>> explanations = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            explanations.add(explanation(verdicts.get(i), explanation.causes().get(i).matched()));
        }
        Map<String, Object> all = document(explanations, Optional.of(explanation));
        summary.ifPresent(log -> all.put("summary", SummaryDocument.of(log)));
        return all;
    }

    /// A whole log: its causes, most unreached first, and the summary.
    ///
    /// @param beside what other texts beside it say; their verdicts are the last ones
    /// @param asText what a short one says when it is read as a message
    static Map<String, Object> json(LogSummary log, List<Report.Verdict> verdicts, List<Explanation.Cause> beside,
            Optional<Explanation> asText) {
        Map<String, Object> all = document(verdicts.stream().map(verdict -> explanation(verdict, beside.stream()
                .filter(cause -> cause.finding().code().id().equals(verdict.code())).findFirst().map(Explanation.Cause::matched)
                .orElseGet(() -> example(log, verdict.code())))).toList(), asText);
        all.put("summary", SummaryDocument.of(log));
        return all;
    }

    private static String example(LogSummary log, String code) {
        return log.causes().stream().filter(cause -> cause.code().id().equals(code)).findFirst().map(LogSummary.CauseLine::example)
                .orElse("");
    }

    /// @param text what could be read in it, which each explanation carries as well
    private static Map<String, Object> document(List<Map<String, Object>> explanations, Optional<Explanation> text) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("format", "mailmedic-explanation");
        all.put("version", 1);
        all.put("explanations", explanations);
        text.ifPresent(read -> {
            Map<String, Object> found = found(read.found());
            List<Map<String, Object>> marks = read.marks().stream().map(ExplanationForm::mark).toList();
            Stream.concat(explanations.stream(), Stream.of(all)).forEach(each -> {
                each.put("found", found);
                each.put("marks", marks);
            });
        });
        return all;
    }

    private static Map<String, Object> explanation(Report.Verdict verdict, String matched) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("code", verdict.code());
        all.put("stage", verdict.stage());
        all.put("party", verdict.party());
        all.put("confidence", verdict.confidence());
        all.put("matched", matched);
        all.put("title", verdict.title());
        all.put("summary", verdict.summary());
        all.put("steps", new ArrayList<>(verdict.steps()));
        all.put("letter", verdict.letter());
        return all;
    }

    /// Every field, with null where nothing was found.
    private static Map<String, Object> found(FoundFacts found) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("program", orNull(found.program()));
        all.put("host", orNull(found.host()));
        all.put("port", found.port() == 0 ? null : found.port());
        all.put("security", orNull(found.security()));
        all.put("stage", orNull(found.stage()));
        all.put("reply", found.reply() == 0 ? null : found.reply());
        all.put("enhanced", orNull(found.enhanced()));
        all.put("from", orNull(found.from()));
        all.put("to", orNull(found.to()));
        return all;
    }

    private static @Nullable String orNull(Optional<String> text) {
        return text.orElse(null);
    }

    private static Map<String, Object> mark(TextMark mark) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("from", mark.from());
        all.put("to", mark.to());
        all.put("what", mark.what());
        return all;
    }

    /// @param width columns of the terminal
    static String text(Explanation explanation, List<Report.Verdict> verdicts, TextBook words, int width) {
        var text = new StringBuilder();
        Report.Verdict first = verdicts.getFirst();
        text.append(first.title()).append('\n');
        if (explanation.recognised()) {
            text.append(words.get("certainty." + Certainty.of(first.confidence()).id())).append(" · ").append(words.get("party."
                    + first.party())).append('\n');
        }
        paragraph(text, first.summary(), "", width);
        int number = 1;
        text.append('\n');
        for (String step : first.steps()) {
            line(text, number + ". ", step, width);
            number++;
        }
        if (!first.letter().isEmpty()) {
            text.append('\n').append(words.get("letter")).append("\n\n");
            first.letter().lines().forEach(line -> text.append("    ").append(line).append('\n'));
        }
        if (verdicts.size() > 1) {
            text.append('\n').append(words.get("also")).append('\n');
            verdicts.subList(1, verdicts.size()).forEach(other -> line(text, "- ", other.title() + " (" + words.get("certainty."
                    + Certainty.of(other.confidence()).id()) + ")", width));
        }
        String matched = explanation.causes().getFirst().matched();
        if (!matched.isEmpty()) {
            text.append('\n').append(words.get("matched")).append('\n');
            paragraph(text, PlainText.of(matched), "    ", width);
        }
        return text.toString();
    }

    /// What to do about the first cause of a log; empty where all is well.
    static String advice(List<Report.Verdict> verdicts, TextBook words, int width) {
        if (verdicts.isEmpty()) {
            return "";
        }
        var text = new StringBuilder("\n");
        Report.Verdict first = verdicts.getFirst();
        text.append(first.title()).append('\n');
        paragraph(text, first.summary(), "", width);
        text.append('\n');
        for (int i = 0; i < first.steps().size(); i++) {
            line(text, i + 1 + ". ", first.steps().get(i), width);
        }
        return text.toString();
    }

    private static void paragraph(StringBuilder text, String words, String indent, int width) {
        text.append('\n');
        line(text, indent, words, width);
    }

    /// Breaks at blanks; what follows the first line stands under its first word.
    private static void line(StringBuilder text, String head, String words, int width) {
        String indent = " ".repeat(head.length());
        var line = new StringBuilder(head);
        boolean empty = true;
        for (String word : words.split("\\s+")) {
            if (!empty && line.length() + 1 + word.length() > width) {
                text.append(line).append('\n');
                line = new StringBuilder(indent);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        text.append(line).append('\n');
    }
}
