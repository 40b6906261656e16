package org.mailmedic.monitor.exporter;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// What the followed mail logs say, counted. Read on any thread.
@FunctionalInterface
public interface LogCounts {
    /// How often a delivery ended so.
    ///
    /// @param result   `sent`, `deferred`, `bounced`, `rejected`
    /// @param code     of the cause; empty where there is none
    /// @param provider on the receiving side; foreign text is bounded by who shows it
    record Result(String result, String code, String provider, long count) {}

    /// How long deliveries took in one phase.
    ///
    /// @param bounds rising, seconds
    /// @param atMost how many took at most that long, for each bound
    record Delays(String phase, List<Double> bounds, List<Long> atMost, long count, double sumSeconds) {
        public Delays {
            bounds = List.copyOf(bounds);
            atMost = List.copyOf(atMost);
        }
    }

    /// All of it at one moment. Counts only ever grow.
    ///
    /// @param oldestWaitingSeconds 0 where nothing waits; empty where that is not known yet
    /// @param readable             whether each log could be read the last time
    record State(List<Result> results, List<Delays> delays, OptionalLong oldestWaitingSeconds, long understood, long notUnderstood,
                 Map<Path, Boolean> readable) {
        public State {
            results = List.copyOf(results);
            delays = List.copyOf(delays);
            readable = Map.copyOf(readable);
        }
    }

    State now();
}
