package org.mailmedic.monitor.batch;

import java.util.Map;

/// A line of the list that cannot be used, or a list that cannot. The sentence is `unfit.<key>` in `text/batch.properties`; what is
/// filled into it is never secret.
public final class Unfit extends Exception {
    private static final long serialVersionUID = 1;
    private final String key;
    private final transient Map<String, String> values;

    Unfit(String key, Map<String, String> values) {
        super(key, null, false, false);
        this.key = key;
        this.values = Map.copyOf(values);
    }

    Unfit(String key) {
        this(key, Map.of());
    }

    String key() {
        return key;
    }

    Map<String, String> values() {
        return values;
    }
}
