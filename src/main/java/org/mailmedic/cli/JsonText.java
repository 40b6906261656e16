package org.mailmedic.cli;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.mailmedic.advice.PlainText;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Small results as JSON: keys in the order given, indented, with everything invisible escaped.
final class JsonText {
    private JsonText() {}

    static String of(Map<String, ?> object) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(new Indented(), text)) {
            value(json, object);
        }
        return visible(text.toString()) + "\n";
    }

    /// The same in one line, without a line break.
    static String line(Map<String, ?> object) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            value(json, object);
        }
        return visible(text.toString());
    }

    private static void value(JsonGenerator json, Object value) {
        switch (value) {
            case null -> json.writeNull();
            case Boolean flag -> json.writeBoolean(flag);
            case Integer number -> json.writeNumber(number);
            case Double number -> json.writeNumber(Math.round(number * 10) / 10.0);
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
    private static String visible(String json) {
        var text = new StringBuilder(json.length() + 64);
        json.codePoints().forEach(c -> {
            if (c < ' ' || !PlainText.dangerous(c)) {
                text.appendCodePoint(c);
                return;
            }
            for (char unit : Character.toChars(c)) {
                text.append(String.format("\\u%04x", (int) unit));
            }
        });
        return text.toString();
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
