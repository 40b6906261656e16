package org.mailmedic.settings;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A file that a person named is not what it was named for. What is wrong is told by the sentence of that key in `text/files.properties`,
/// which also has the file's name in it.
public final class UnfitFileException extends IOException {
    private static final long serialVersionUID = 1;
    private final String key;
    private final transient Map<String, String> values;

    /// @param values what stands in the sentence's holes, and is never secret
    public UnfitFileException(String key, Map<String, ?> values, @Nullable Throwable cause) {
        super(values.isEmpty() ? key : key + " " + values, cause);
        this.key = key;
        var all = new HashMap<String, String>();
        values.forEach((name, value) -> all.put(name, value.toString()));
        this.values = Map.copyOf(all);
    }

    public UnfitFileException(String key, Map<String, ?> values) {
        this(key, values, null);
    }

    public UnfitFileException(String key) {
        this(key, Map.of());
    }

    public String key() {
        return key;
    }

    public Map<String, String> values() {
        return values;
    }
}
