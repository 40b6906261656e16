package org.mailmedic.report.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON from elsewhere into plain lists and maps, and nothing else: no types are named in it, nothing of it is run. All of it is
/// bounded, so that no file can exhaust the program. Numbers stay exact.
public final class JsonTree {
    static final int MOST_BYTES = 20 * 1024 * 1024;
    static final int DEEPEST = 32;
    private static final int MOST_TOKENS = 1_000_000;
    private static final int LONGEST_TEXT = 1_000_000;
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_NUMBER = 40;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST + 8).maxTokenCount(MOST_TOKENS)
                    .maxStringLength(LONGEST_TEXT).maxNameLength(LONGEST_NAME).maxNumberLength(LONGEST_NUMBER).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private JsonTree() {}

    /// Why a text could not be read.
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        /// In what way it could not be read.
        public enum Reason { NOT_JSON, TOO_DEEP, TOO_BIG }

        private final Reason reason;

        Unreadable(Reason reason) {
            super(reason.name(), null, false, false);
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }

    /// The value in `json`, which is UTF-8, UTF-16 or UTF-32 (RFC 8259 §8.1, RFC 4627 §3); nothing may follow it.
    ///
    /// @throws Unreadable when it is something else, or more than this program takes
    public static @Nullable Object read(byte[] json) throws Unreadable {
        if (json.length > MOST_BYTES) {
            throw new Unreadable(Unreadable.Reason.TOO_BIG);
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new Unreadable(Unreadable.Reason.NOT_JSON);
            }
            @Nullable Object value = value(parser, first, 0);
            if (parser.nextToken() != null) {
                throw new Unreadable(Unreadable.Reason.NOT_JSON);
            }
            return value;
        } catch (StreamConstraintsException bound) {
            throw new Unreadable(Unreadable.Reason.TOO_BIG);
        } catch (JacksonException | NumberFormatException senseless) {
            throw new Unreadable(Unreadable.Reason.NOT_JSON);
        }
    }

    private static @Nullable Object value(JsonParser parser, JsonToken token, int depth) throws Unreadable {
        if (depth > DEEPEST) {
            throw new Unreadable(Unreadable.Reason.TOO_DEEP);
        }
        return switch (token) {
            case START_OBJECT -> object(parser, depth);
            case START_ARRAY -> array(parser, depth);
            case VALUE_STRING -> parser.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT -> switch (parser.getNumberType()) {
                case INT -> parser.getIntValue();
                case LONG -> parser.getLongValue();
                default -> parser.getBigIntegerValue();
            };
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME,
                    VALUE_EMBEDDED_OBJECT -> throw new Unreadable(Unreadable.Reason.NOT_JSON);
        };
    }

    private static Map<String, Object> object(JsonParser parser, int depth) throws Unreadable {
        var object = new LinkedHashMap<String, Object>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            object.put(name, value(parser, parser.nextToken(), depth + 1));
        }
        return object;
    }

    private static List<Object> array(JsonParser parser, int depth) throws Unreadable {
        var array = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(parser, token, depth + 1));
        }
        return array;
    }
}
