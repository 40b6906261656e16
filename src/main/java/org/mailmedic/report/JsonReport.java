package org.mailmedic.report;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
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
    private JsonReport() {}

    /// Indented, ending in a line break, with the digest that shows accidental change.
    public static String write(Report report) {
        return write(ReportDigest.sealed(ReportDocument.of(report)));
    }

    /// A report that was opened, in the order in which it was written, with all that this version does not know. Nothing is added to it, so
    /// that a digest keeps its meaning.
    public static String write(Map<String, Object> document) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(new Indented(), text)) {
            value(json, document);
        }
        return visible(text.toString()) + "\n";
    }

    private static void value(JsonGenerator json, Object value) {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Boolean flag -> json.writeBoolean(flag);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(Milliseconds.rounded(number));
            case BigDecimal number -> json.writeNumber(number);
            case BigInteger number -> json.writeNumber(number);
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
