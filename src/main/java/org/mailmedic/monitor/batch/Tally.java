package org.mailmedic.monitor.batch;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailmedic.report.Report;

/// Counts, by outcome, by code and by server. Of servers those with trouble, and no more than can be told. Thread-safe.
public final class Tally {
    private static final int MOST_SERVERS = 10_000;
    private final Map<String, Integer> codes = new TreeMap<>();
    private final Map<String, Integer> servers = new LinkedHashMap<>();
    private long healthy;
    private long problems;
    private long inconclusive;
    private long errors;
    private boolean serversLeftOut;

    /// @param code  null or empty where there is none
    /// @param error whether the line has no check-up
    synchronized void add(@Nullable String host, Report.Outcome outcome, @Nullable String code, boolean error) {
        switch (outcome) {
            case HEALTHY -> healthy++;
            case PROBLEM -> problems++;
            case INCONCLUSIVE -> inconclusive++;
        }
        if (error) {
            errors++;
        }
        if (code != null && !code.isEmpty()) {
            codes.merge(code, 1, Integer::sum);
        }
        if (outcome != Report.Outcome.HEALTHY && !error && host != null) {
            if (servers.size() < MOST_SERVERS || servers.containsKey(host)) {
                servers.merge(host, 1, Integer::sum);
            } else {
                serversLeftOut = true;
            }
        }
    }

    void add(ResultLine line) {
        add(line.host(), line.outcome(), line.code(), line.error() != null);
    }

    /// Lines that are not checked at all among those that are inconclusive.
    public synchronized long errors() {
        return errors;
    }

    public synchronized long healthy() {
        return healthy;
    }

    public synchronized long problems() {
        return problems;
    }

    /// Those without a check-up included.
    public synchronized long inconclusive() {
        return inconclusive;
    }

    public synchronized long all() {
        return healthy + problems + inconclusive;
    }

    /// Codes with their counts, most frequent first.
    public synchronized Map<String, Integer> codes() {
        return sorted(codes);
    }

    /// Servers with trouble, with how many lines, most first.
    public synchronized Map<String, Integer> servers() {
        return sorted(servers);
    }

    /// Whether there are more servers with trouble than are counted.
    public synchronized boolean serversLeftOut() {
        return serversLeftOut;
    }

    private static Map<String, Integer> sorted(Map<String, Integer> counts) {
        List<Map.Entry<String, Integer>> entries = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
                        .toList();
        return entries.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, LinkedHashMap::new));
    }
}
