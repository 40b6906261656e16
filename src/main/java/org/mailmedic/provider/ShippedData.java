package org.mailmedic.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads the data files that ship with the program. What binds JSON to objects in general takes longer to start than such a file to read,
/// so it is left out. Not for files from elsewhere: nothing here is bounded.
public final class ShippedData {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ShippedData() {}

    /// @param beside a class of the program, whose resources are looked into
    /// @param name   absolute, such as `/org/mailmedic/explain/tls.json`
    public static JsonNode read(Class<?> beside, String name) {
        return read(beside, name, Set.of());
    }

    /// The same without the fields of these names, wherever they stand.
    public static JsonNode read(Class<?> beside, String name, Set<String> leftOut) {
        try (InputStream in = beside.getResourceAsStream(name);
                JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in.readAllBytes())) {
            return value(parser, parser.nextToken(), leftOut);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    private static JsonNode value(JsonParser parser, JsonToken token, Set<String> leftOut) {
        var nodes = JsonNodeFactory.instance;
        return switch (token) {
            case START_OBJECT -> object(parser, nodes.objectNode(), leftOut);
            case START_ARRAY -> array(parser, nodes.arrayNode(), leftOut);
            case VALUE_STRING -> nodes.stringNode(parser.getString());
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            case VALUE_NULL -> nodes.nullNode();
            case VALUE_NUMBER_INT -> nodes.numberNode(parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDoubleValue());
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no value: " + token);
        };
    }

    private static ObjectNode object(JsonParser parser, ObjectNode object, Set<String> leftOut) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (leftOut.contains(name)) {
                parser.skipChildren();
            } else {
                object.set(name, value(parser, value, leftOut));
            }
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser, ArrayNode array, Set<String> leftOut) {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(parser, token, leftOut));
        }
        return array;
    }
}
