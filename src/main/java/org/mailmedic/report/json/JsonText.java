package org.mailmedic.report.json;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.mailmedic.advice.PlainText;
import org.mailmedic.report.Milliseconds;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Maps and lists as JSON, keys in the order given, with everything invisible escaped.
///
/// Written value by value on purpose: a terminal starts in a moment, and mapping objects would cost more than the whole dialogue.
public final class JsonText {
    private JsonText() {}

    /// Indented, ending in a line break.
    public static String of(Map<String, ?> object) {
        return write(object, new Indented()) + "\n";
    }

    /// In one line, without a line break.
    public static String line(Map<String, ?> object) {
        return write(object, ObjectWriteContext.empty());
    }

    private static String write(Map<String, ?> object, ObjectWriteContext context) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(context, text)) {
            value(json, object);
        }
        return visible(text.toString());
    }

    private static void value(JsonGenerator json, Object value) {
        switch (value) {
            case null -> json.writeNull();
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
            default -> json.writeString(value.toString());
        }
    }

    /// Direction marks, invisible and unpaired characters as escapes, which mean the same to a program and cannot fool a reader.
    /// Such characters stand in JSON's strings only, so the text can be gone through as a whole.
    private static String visible(String json) {
        if (json.codePoints().noneMatch(JsonText::hides)) {
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
