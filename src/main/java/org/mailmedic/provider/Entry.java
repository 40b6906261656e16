package org.mailmedic.provider;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// An object of one of this room's data files. Read token by token: the book answers while a person types, and mapping objects would
/// take longer than all the rest.
///
/// @param fields texts, whole numbers, truth values, entries, and lists of these
record Entry(Map<String, Object> fields) {
    /// Reads the object whose opening brace is the parser's next token.
    static Entry read(JsonParser json) {
        json.nextToken();
        return object(json);
    }

    private static Entry object(JsonParser json) {
        Map<String, Object> fields = new HashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            fields.put(name, value(json));
        }
        return new Entry(fields);
    }

    private static Object value(JsonParser json) {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(json));
                }
                yield items;
            }
            case VALUE_NUMBER_INT -> json.getIntValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> json.getString();
        };
    }

    /// An empty text where there is no such field.
    String text(String name) {
        return fields.get(name) instanceof String text ? text : "";
    }

    int number(String name) {
        return fields.get(name) instanceof Integer number ? number : 0;
    }

    boolean flag(String name) {
        return fields.get(name) instanceof Boolean flag && flag;
    }

    List<String> texts(String name) {
        return list(name, String.class);
    }

    List<Integer> numbers(String name) {
        return list(name, Integer.class);
    }

    List<Entry> entries(String name) {
        return list(name, Entry.class);
    }

    /// The one entry called `name`, as a list of one or none.
    List<Entry> entry(String name) {
        return fields.get(name) instanceof Entry entry ? List.of(entry) : List.of();
    }

    private <T> List<T> list(String name, Class<T> type) {
        return fields.get(name) instanceof List<?> items ? items.stream().map(type::cast).toList() : List.of();
    }
}
