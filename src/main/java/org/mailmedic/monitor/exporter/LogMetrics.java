package org.mailmedic.monitor.exporter;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mailmedic.advice.PlainText;

/// What the mail logs say, as metrics. Names of providers are foreign text: inert, short, and no more of them than fit; the rest is
/// `other`, so that no log can drive up the number of series.
final class LogMetrics {
    static final int MOST_PROVIDERS = 100;
    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_PATH = 200;
    private static final String OTHER = "other";

    /// The providers that have a series, in the order in which they were met. They keep it.
    private final Map<String, String> providers = new LinkedHashMap<>();

    synchronized List<MetricSnapshot> of(LogCounts.State state) {
        return Stream.concat(state.oldestWaitingSeconds().isPresent() ? Stream.of(oldest(state.oldestWaitingSeconds().getAsLong()))
                : Stream.empty(), Stream.of(messages(state), delays(state), lines(state), readable(state))).toList();
    }

    private MetricSnapshot messages(LogCounts.State state) {
        Map<Labels, Long> counts = new LinkedHashMap<>();
        for (LogCounts.Result each : state.results()) {
            counts.merge(Labels.of("result", label(each.result()), "code", label(each.code()), "provider", provider(each.provider())),
                    each.count(),
                    Long::sum);
        }
        var all = CounterSnapshot.builder().name("mailmedic_log_messages")
                .help("Deliveries in the mail logs by result, cause and receiving provider.");
        counts.forEach((labels, count) -> all.dataPoint(CounterDataPointSnapshot.builder().labels(labels).value(count).build()));
        return all.build();
    }

    private String provider(String name) {
        String plain = label(name);
        if (!providers.containsKey(plain)) {
            if (providers.size() >= MOST_PROVIDERS) {
                return OTHER;
            }
            providers.put(plain, plain);
        }
        return providers.get(plain);
    }

    private static String label(String foreign) {
        return PlainText.of(foreign, LONGEST_LABEL).strip();
    }

    private static MetricSnapshot delays(LogCounts.State state) {
        var all = HistogramSnapshot.builder().name("mailmedic_log_delay_seconds").help("How long deliveries took, by phase.");
        for (LogCounts.Delays each : state.delays()) {
            var buckets = ClassicHistogramBuckets.builder();
            long before = 0;
            for (int i = 0; i < each.bounds().size(); i++) {
                buckets.bucket(each.bounds().get(i), Math.max(0, each.atMost().get(i) - before));
                before = Math.max(before, each.atMost().get(i));
            }
            buckets.bucket(Double.POSITIVE_INFINITY, Math.max(0, each.count() - before));
            all.dataPoint(HistogramDataPointSnapshot.builder().labels(Labels.of("phase", label(each.phase())))
                    .classicHistogramBuckets(buckets.build())
                    .sum(each.sumSeconds()).build());
        }
        return all.build();
    }

    private static MetricSnapshot oldest(long seconds) {
        return GaugeSnapshot.builder().name("mailmedic_log_oldest_waiting_seconds")
                .help("Age of the oldest message that has not left; 0 where nothing waits, and missing while that is not known.")
                .dataPoint(GaugeDataPointSnapshot.builder().value(seconds).build()).build();
    }

    private static MetricSnapshot readable(LogCounts.State state) {
        var all = GaugeSnapshot.builder().name("mailmedic_log_readable").help("Whether the mail log could be read the last time.");
        state.readable().forEach((log, readable) -> all.dataPoint(GaugeDataPointSnapshot.builder()
                .labels(Labels.of("log", PlainText.of(log.toString(), LONGEST_PATH))).value(readable ? 1 : 0).build()));
        return all.build();
    }

    private static MetricSnapshot lines(LogCounts.State state) {
        return CounterSnapshot.builder().name("mailmedic_log_lines").help("Lines read from the mail logs.")
                .dataPoint(CounterDataPointSnapshot.builder().labels(Labels.of("understood", "true")).value(state.understood()).build())
                .dataPoint(CounterDataPointSnapshot.builder().labels(Labels.of("understood", "false")).value(state.notUnderstood())
                        .build()).build();
    }
}
