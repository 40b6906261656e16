package org.mailmedic.report;

import java.io.StringWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.mailmedic.advice.PlainText;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// The report as JSON, format version 1, keys in the order of the contract (`assets/report.schema.json`).
///
/// Written key by key on purpose: a terminal starts in a moment, and mapping objects would cost more than the whole dialogue.
public final class JsonReport {
    private static final List<String> SETTINGS = List.of("host", "port", "security", "user", "auth", "from", "to", "symptom");

    private JsonReport() {}

    /// Indented, ending in a line break.
    public static String write(Report report) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(new Indented(), text)) {
            report(json, report);
        }
        return visible(text.toString()) + "\n";
    }

    private static void report(JsonGenerator json, Report report) {
        json.writeStartObject();
        json.writeStringProperty("format", Report.FORMAT);
        json.writeNumberProperty("version", Report.VERSION);
        json.writeStringProperty("id", report.id());
        json.writeStringProperty("created", Timestamp.of(report.created()));
        json.writeObjectPropertyStart("tool");
        json.writeStringProperty("name", report.tool().name());
        json.writeStringProperty("version", report.tool().version());
        json.writeStringProperty("os", report.tool().os());
        json.writeStringProperty("java", report.tool().java());
        json.writeEndObject();
        settings(json, report.settings());
        json.writeStringProperty("outcome", report.outcome().id());
        verdicts(json, "diagnoses", report.diagnoses());
        verdicts(json, "warnings", report.warnings());
        json.writeArrayPropertyStart("stages");
        for (var stage : report.stages()) {
            json.writeStartObject();
            json.writeStringProperty("stage", stage.stage());
            json.writeStringProperty("status", stage.status());
            json.writeNumberProperty("started_ms", Milliseconds.rounded(stage.startedMs()));
            json.writeNumberProperty("duration_ms", Milliseconds.rounded(stage.durationMs()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeName("evidence");
        value(json, report.evidence());
        json.writeArrayPropertyStart("transcript");
        for (var line : report.transcript()) {
            json.writeStartObject();
            json.writeNumberProperty("at_ms", Milliseconds.rounded(line.atMs()));
            json.writeStringProperty("from", line.from());
            json.writeStringProperty("line", line.line());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberProperty("total_ms", Milliseconds.rounded(report.totalMs()));
        json.writeEndObject();
    }

    private static void settings(JsonGenerator json, Map<String, Object> settings) {
        var names = new LinkedHashSet<>(SETTINGS);
        names.addAll(settings.keySet());
        json.writeObjectPropertyStart("settings");
        for (String name : names) {
            if (settings.get(name) != null) {
                json.writeName(name);
                value(json, settings.get(name));
            }
        }
        json.writeEndObject();
    }

    private static void verdicts(JsonGenerator json, String name, List<Report.Verdict> verdicts) {
        json.writeArrayPropertyStart(name);
        for (var verdict : verdicts) {
            json.writeStartObject();
            json.writeStringProperty("code", verdict.code());
            json.writeStringProperty("stage", verdict.stage());
            json.writeStringProperty("party", verdict.party());
            json.writeNumberProperty("confidence", Math.round(verdict.confidence() * 1000) / 1000.0);
            json.writeStringProperty("title", verdict.title());
            json.writeStringProperty("summary", verdict.summary());
            json.writeName("steps");
            value(json, verdict.steps());
            json.writeName("evidence");
            value(json, verdict.evidence());
            if (!verdict.letter().isEmpty()) {
                json.writeStringProperty("letter", verdict.letter());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void value(JsonGenerator json, Object value) {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Boolean flag -> json.writeBoolean(flag);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(Milliseconds.rounded(number));
            case List<?> items -> {
                json.writeStartArray();
                items.forEach(item -> value(json, item));
                json.writeEndArray();
            }
            case Map<?, ?> entries -> {
                json.writeStartObject();
                entries.forEach((name, entry) -> {
                    json.writeName(name.toString());
                    value(json, entry);
                });
                json.writeEndObject();
            }
            default -> throw new IllegalArgumentException("no place in a report for a " + value.getClass().getName());
        }
    }

    /// Direction marks, invisible and unpaired characters as escapes, which mean the same to a program and cannot fool a reader.
    /// Such characters stand in JSON's strings only, so the text can be gone through as a whole.
    private static String visible(String json) {
        if (json.codePoints().noneMatch(JsonReport::hides)) {
            return json;
        }
        var text = new StringBuilder(json.length() + 64);
        json.codePoints().forEach(c -> {
            if (!hides(c)) {
                text.appendCodePoint(c);
                return;
            }
            for (char unit : Character.toChars(c)) {
                text.append(String.format("\\u%04x", (int) unit));
            }
        });
        return text.toString();
    }

    private static boolean hides(int c) {
        return c >= ' ' && PlainText.dangerous(c);
    }

    private static final class Indented extends ObjectWriteContext.Base {
        private final PrettyPrinter printer = new DefaultPrettyPrinter();

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return printer;
        }
    }
}
