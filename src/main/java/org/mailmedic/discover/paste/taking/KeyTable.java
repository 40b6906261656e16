package org.mailmedic.discover.paste.taking;

import java.util.ArrayList;
import java.util.List;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.pasted.Token;

/// Which key holds which field, for formats that are nothing but keys and values.
public final class KeyTable {
    private final List<Row> rows = new ArrayList<>();

    private record Row(SlipField field, List<String> keys) {}

    /// @param keys the usual one first
    public KeyTable with(SlipField field, String... keys) {
        rows.add(new Row(field, List.of(keys)));
        return this;
    }

    /// Takes all fields by whole keys.
    public void byKey(Snippet snippet, FieldCollector taking) {
        rows.forEach(row -> row.keys().forEach(key -> taking.take(row.field(), snippet.key(key))));
    }

    /// Takes all fields by the last part of keys.
    public void byName(Snippet snippet, FieldCollector taking) {
        rows.forEach(row -> row.keys().forEach(key -> taking.take(row.field(), snippet.name(key))));
    }

    /// Takes all fields from pairs that are not the text's own.
    public void from(List<Token.Pair> pairs, FieldCollector taking) {
        for (Row row : rows) {
            for (String key : row.keys()) {
                taking.take(row.field(), pairs.stream().filter(pair -> pair.key().equalsIgnoreCase(key)).toList());
            }
        }
    }
}
