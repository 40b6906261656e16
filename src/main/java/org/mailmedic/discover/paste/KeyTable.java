package org.mailmedic.discover.paste;

import java.util.ArrayList;
import java.util.List;
import org.mailmedic.discover.slip.Field;

/// Which key holds which field, for formats that are nothing but keys and values.
final class KeyTable {
    private final List<Row> rows = new ArrayList<>();

    private record Row(Field field, List<String> keys) {}

    /// @param keys the usual one first
    KeyTable with(Field field, String... keys) {
        rows.add(new Row(field, List.of(keys)));
        return this;
    }

    /// Takes all fields by whole keys.
    void byKey(Snippet snippet, Taking taking) {
        rows.forEach(row -> row.keys().forEach(key -> taking.take(row.field(), snippet.key(key))));
    }

    /// Takes all fields by the last part of keys.
    void byName(Snippet snippet, Taking taking) {
        rows.forEach(row -> row.keys().forEach(key -> taking.take(row.field(), snippet.name(key))));
    }

    /// Takes all fields from pairs that are not the text's own.
    void from(List<Token.Pair> pairs, Taking taking) {
        for (Row row : rows) {
            for (String key : row.keys()) {
                taking.take(row.field(), pairs.stream().filter(pair -> pair.key().equalsIgnoreCase(key)).toList());
            }
        }
    }
}
