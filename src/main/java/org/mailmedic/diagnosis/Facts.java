package org.mailmedic.diagnosis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// The named values that an advice page's sentences are filled with: `host`, `port`, `reply`, `names` … Immutable.
public final class Facts {
    private static final Facts NONE = new Facts(new LinkedHashMap<>());
    private final SequencedMap<String, String> values;

    private Facts(SequencedMap<String, String> values) {
        this.values = values;
    }

    public static Facts none() {
        return NONE;
    }

    public static Facts of(String name, Object value) {
        return NONE.and(name, value);
    }

    /// A copy with one more; a null or empty value leaves it out, so that a page's sentence with it is left out too.
    public Facts and(String name, Object value) {
        if (value == null || value.toString().isEmpty()) {
            return this;
        }
        var copy = new LinkedHashMap<>(values);
        copy.put(name, value.toString());
        return new Facts(copy);
    }

    public Map<String, String> asMap() {
        return Collections.unmodifiableMap(values);
    }

    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    @Override
    public String toString() {
        return values.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }
}
