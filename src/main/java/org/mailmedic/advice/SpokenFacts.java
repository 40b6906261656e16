package org.mailmedic.advice;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Facts as people read them. The time is put into words when it is asked for: few sentences say it, and to find the system's zone is slow.
final class SpokenFacts extends AbstractMap<String, String> {
    private static final String TIME = "time";

    private final Map<String, String> facts;
    private final Supplier<String> time;

    /// @param facts what it keeps, and the time with it once that was asked for
    SpokenFacts(Map<String, String> facts, Supplier<String> time) {
        this.facts = facts;
        this.time = time;
        facts.remove(TIME);
    }

    @Override
    public @Nullable String get(@Nullable Object name) {
        return TIME.equals(name) ? facts.computeIfAbsent(TIME, _ -> time.get()) : facts.get(name);
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        get(TIME);
        return facts.entrySet();
    }
}
