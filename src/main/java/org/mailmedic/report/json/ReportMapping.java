package org.mailmedic.report.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailmedic.advice.Language;
import org.mailmedic.advice.PlainText;
import org.mailmedic.report.Report;
import org.mailmedic.report.Timestamp;

/// A document as a [Report]: every text inert and bounded, every number in its range. What is not there is empty; what is there and is
/// something else than it should be makes the document a damaged one.
public final class ReportMapping {
    private static final int LONGEST_LINE = 4_000;
    private static final int LONGEST_TEXT = 20_000;
    /// More than a year: no check-up lasts that long.
    private static final double LONGEST_MS = 1e11;
    private static final int LARGEST_INT_DIGITS = 9;
    /// More than any page has.
    private static final int MOST_FACTS = 100;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");

    private ReportMapping() {}

    /// A part of a document that has no place in a report.
    static final class Misfit extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String at;

        Misfit(String at) {
            super(at, null, false, false);
            this.at = PlainText.of(at, 80);
        }

        String at() {
            return at;
        }
    }

    public static Report report(Map<String, Object> document) {
        if (!(document.get("version") instanceof Integer version) || version != Report.VERSION) {
            throw new Misfit("version");
        }
        var outcome = Report.Outcome.find(text(document, "outcome", "")).orElseThrow(() -> new Misfit("outcome"));
        return new Report(text(document, "id", ""), created(document), tool(object(document.get("tool"), "tool")),
                inert(object(document.get("settings"), "settings")), outcome, verdicts(document, "diagnoses"),
                verdicts(document, "warnings"),
                objects(document, "stages").stream().map(ReportMapping::stage).toList(),
                objects(document, "evidence").stream().map(ReportMapping::evidence).toList(),
                objects(document, "transcript").stream().map(ReportMapping::line).toList(), milliseconds(document, "total_ms", ""),
                texts(document, "masked", ""), texts(document, "unchecked", ""), pair(document), language(document));
    }

    private static Optional<Report.Pair> pair(Map<String, Object> document) {
        if (!document.containsKey("stages_here")) {
            return Optional.empty();
        }
        Optional<Report.Parting> parting = Optional.ofNullable(document.get("parting")).map(value -> object(value, "parting"))
                .map(each -> new Report.Parting(text(each, "stage", "parting/"), text(each, "here", "parting/"),
                        text(each, "website", "parting/")));
        return Optional.of(new Report.Pair(objects(document, "stages_here").stream().map(ReportMapping::stage).toList(), parting));
    }

    private static Instant created(Map<String, Object> document) {
        try {
            Instant created = Instant.parse(text(document, "created", ""));
            if (!Timestamp.plausible(created)) {
                throw new Misfit("created");
            }
            return created;
        } catch (DateTimeException noTime) {
            throw new Misfit("created");
        }
    }

    private static Report.Tool tool(Map<String, Object> tool) {
        return new Report.Tool(text(tool, "name", "tool/"), text(tool, "version", "tool/"), text(tool, "os", "tool/"),
                text(tool, "java", "tool/"));
    }

    private static List<Report.Verdict> verdicts(Map<String, Object> document, String name) {
        var verdicts = new ArrayList<Report.Verdict>();
        for (var each : objects(document, name)) {
            String at = name + "/" + verdicts.size() + "/";
            double confidence = Math.clamp(number(each, "confidence", at).orElse(0.0), 0, 1);
            verdicts.add(new Report.Verdict(text(each, "code", at), text(each, "stage", at), text(each, "party", at), confidence,
                    text(each, "title", at), text(each, "summary", at), texts(each, "steps", at), texts(each, "evidence", at),
                    text(each, "letter", at), facts(object(each.get("facts"), at + "facts"), at + "facts/")));
        }
        return verdicts;
    }

    /// Reports of early versions do not say it: they are in English.
    private static String language(Map<String, Object> document) {
        String tag = text(document, "language", "");
        return LANGUAGE.matcher(tag).matches() ? tag : Language.ENGLISH.tag();
    }

    private static Map<String, String> facts(Map<String, Object> facts, String at) {
        var texts = new LinkedHashMap<String, String>();
        for (String name : facts.keySet()) {
            if (texts.size() < MOST_FACTS) {
                texts.put(PlainText.of(name, 100), text(facts, name, at));
            }
        }
        return texts;
    }

    private static Report.StageResult stage(Map<String, Object> stage) {
        return new Report.StageResult(text(stage, "stage", "stages/"), text(stage, "status", "stages/"),
                milliseconds(stage, "started_ms", "stages/"), milliseconds(stage, "duration_ms", "stages/"));
    }

    /// All facts, also those of kinds that this version does not know.
    private static Map<String, Object> evidence(Map<String, Object> evidence) {
        text(evidence, "id", "evidence/");
        text(evidence, "kind", "evidence/");
        text(evidence, "stage", "evidence/");
        text(evidence, "status", "evidence/");
        var facts = inert(evidence);
        facts.put("started_ms", milliseconds(evidence, "started_ms", "evidence/"));
        facts.put("duration_ms", milliseconds(evidence, "duration_ms", "evidence/"));
        return facts;
    }

    private static Report.Line line(Map<String, Object> line) {
        return new Report.Line(milliseconds(line, "at_ms", "transcript/"), text(line, "from", "transcript/"),
                text(line, "line", "transcript/"));
    }

    public static Map<String, Object> object(@Nullable Object value, String at) {
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw new Misfit(at);
        }
        var object = new LinkedHashMap<String, Object>();
        map.forEach((name, each) -> object.put(name.toString(), each));
        return object;
    }

    private static List<Map<String, Object>> objects(Map<String, Object> from, String name) {
        var objects = new ArrayList<Map<String, Object>>();
        for (Object each : list(from, name, "")) {
            if (!(each instanceof Map<?, ?>)) {
                throw new Misfit(name + "/" + objects.size());
            }
            objects.add(object(each, name));
        }
        return objects;
    }

    private static List<?> list(Map<String, Object> from, String name, String at) {
        return switch (from.get(name)) {
            case null -> List.of();
            case List<?> list -> list;
            default -> throw new Misfit(at + name);
        };
    }

    private static List<String> texts(Map<String, Object> from, String name, String at) {
        return list(from, name, at).stream().map(each -> {
            if (!(each instanceof String text)) {
                throw new Misfit(at + name);
            }
            return inert(text);
        }).toList();
    }

    private static String text(Map<String, Object> from, String name, String at) {
        return switch (from.get(name)) {
            case null -> "";
            case String text -> inert(text);
            default -> throw new Misfit(at + name);
        };
    }

    private static double milliseconds(Map<String, Object> from, String name, String at) {
        return Math.clamp(number(from, name, at).orElse(0.0), 0, LONGEST_MS);
    }

    private static Optional<Double> number(Map<String, Object> from, String name, String at) {
        return switch (from.get(name)) {
            case null -> Optional.empty();
            case Number number -> Optional.of(number.doubleValue());
            default -> throw new Misfit(at + name);
        };
    }

    private static Map<String, Object> inert(Map<String, Object> facts) {
        var inert = new LinkedHashMap<String, Object>();
        facts.forEach((name, value) -> {
            if (value != null) {
                inert.put(PlainText.of(name, 100), any(value));
            }
        });
        return inert;
    }

    private static Object any(Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> inert(text);
            case List<?> items -> items.stream().map(ReportMapping::any).toList();
            case Map<?, ?> entries -> inert(object(entries, ""));
            case Integer number -> number;
            case Double number -> number;
            case Number number when number.toString().length() <= LARGEST_INT_DIGITS * 2 -> number.doubleValue();
            case Number number -> PlainText.of(number.toString(), 60);
            default -> value;
        };
    }

    /// The dialogue's lines and the letters keep their line breaks.
    private static String inert(String text) {
        boolean lines = text.indexOf('\n') >= 0;
        int longest = lines ? LONGEST_TEXT : LONGEST_LINE;
        String bounded = text.length() <= longest ? text : text.substring(0, longest) + "…";
        return PlainText.lines(bounded);
    }
}
