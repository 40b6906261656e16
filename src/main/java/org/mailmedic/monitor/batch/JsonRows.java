package org.mailmedic.monitor.batch;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// One JSON object a line (RFC 8259), nothing nested in it.
final class JsonRows implements Rows {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).maxNameLength(200).maxNumberLength(40).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private final Lines lines;

    JsonRows(Lines lines) {
        this.lines = lines;
    }

    @Override
    public Optional<Row> next() throws IOException {
        Optional<Lines.Line> line = lines.next();
        while (line.isPresent() && line.get().trouble().isEmpty() && line.get().text().isBlank()) {
            line = lines.next();
        }
        return line.map(JsonRows::row);
    }

    private static Row row(Lines.Line line) {
        if (line.trouble().isPresent()) {
            return Row.bad(line.number(), new Unfit(line.trouble().get()));
        }
        try {
            return new Row(line.number(), values(line.text()), Optional.empty());
        } catch (Unfit trouble) {
            return Row.bad(line.number(), trouble);
        }
    }

    private static Map<String, Object> values(String text) throws Unfit {
        Map<String, Object> values = new LinkedHashMap<>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Unfit("not_json");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = Rows.name(parser.currentName());
                if (values.containsKey(name)) {
                    throw new Unfit("twice", Map.of("field", name));
                }
                values.put(name, value(parser));
            }
            if (parser.nextToken() != null) {
                throw new Unfit("not_json");
            }
            return values;
        } catch (JacksonException senseless) {
            throw new Unfit("not_json");
        }
    }

    private static @Nullable Object value(JsonParser parser) throws Unfit {
        return switch (parser.nextToken()) {
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case START_ARRAY -> {
                parser.skipChildren();
                yield Nested.LIST;
            }
            case START_OBJECT -> {
                parser.skipChildren();
                yield Nested.OBJECT;
            }
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT -> throw new Unfit("not_json");
        };
    }

    private static BigDecimal number(JsonParser parser) throws Unfit {
        try {
            return parser.getDecimalValue();
        } catch (NumberFormatException beyondBounds) {
            throw new Unfit("not_json");
        }
    }
}
