package org.mailmedic.monitor.batch;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.mailmedic.settings.UnfitFileException;

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

    private Unfit(String key, Map<String, String> values, UnfitFileException file) {
        super(key, file, false, false);
        this.key = key;
        this.values = Map.copyOf(values);
    }

    /// The authorities that were named cannot be used.
    public static Unfit authorities(IOException unusable) {
        return unusable instanceof UnfitFileException file ? new Unfit("authorities", Map.of(), file)
                : of("authorities", "why", String.valueOf(unusable.getMessage()));
    }

    /// @param key of its sentence
    public static Unfit of(String key) {
        return new Unfit(key);
    }

    public static Unfit of(String key, String name, String value) {
        return new Unfit(key, Map.of(name, value));
    }

    /// A list that is to be kept as a whole has too many lines.
    public static Unfit tooMany(int most) {
        return of("too_many", "most", String.valueOf(most));
    }

    String key() {
        return key;
    }

    /// What is wrong with the file that is at fault, where one is.
    Optional<UnfitFileException> file() {
        return Optional.ofNullable((UnfitFileException) getCause());
    }

    Map<String, String> values() {
        return values;
    }
}
