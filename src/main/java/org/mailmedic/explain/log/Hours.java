package org.mailmedic.explain.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Attempts by the hour of the log's own clock.
final class Hours {
    /// Ten years of hours; what comes in still later ones is not listed.
    private static final int MOST = 87_660;

    private final Map<Long, int[]> counts = new LinkedHashMap<>();
    private long last = Stamp.NONE;
    private int[] lastCounts = new int[3];

    void add(long stamp, int state) {
        long hour = Stamp.hour(stamp);
        if (hour != last) {
            last = hour;
            lastCounts = counts.size() < MOST ? counts.computeIfAbsent(hour, key -> new int[3]) : counts.getOrDefault(hour, new int[3]);
        }
        lastCounts[state]++;
    }

    List<LogSummary.Hour> list(Years years) {
        List<LogSummary.Hour> list = new ArrayList<>();
        counts.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(each -> {
            long hour = each.getKey();
            int[] count = each.getValue();
            list.add(new LogSummary.Hour(years.time(hour), new LogSummary.Attempts(count[LoggedMessage.SENT], count[LoggedMessage.DEFERRED],
                    count[LoggedMessage.BOUNCED])));
        });
        return list;
    }
}
