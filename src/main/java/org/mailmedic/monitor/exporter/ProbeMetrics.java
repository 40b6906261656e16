package org.mailmedic.monitor.exporter;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One probe as metrics. Every label's value is one of our own words, so that a server cannot add series.
final class ProbeMetrics {
    private ProbeMetrics() {}

    static MetricSnapshots of(Probed probed) {
        List<MetricSnapshot> all = new ArrayList<>();
        all.add(gauge("mailmedic_probe_success", "1 where nothing stops mail, else 0.", probed.healthy() ? 1 : 0));
        all.add(gauge("mailmedic_probe_duration_seconds", "How long the probe took.", seconds(probed.seconds())));
        var stages = GaugeSnapshot.builder().name("mailmedic_stage_duration_seconds").help("How long each stage took that was reached.");
        probed.stageMs().forEach((stage, ms) -> stages.dataPoint(point(Labels.of("stage", stage), seconds(ms / 1000))));
        all.add(stages.build());
        Set<Labels> findings = new LinkedHashSet<>();
        probed.findings().forEach(each -> findings.add(Labels.of("code", each.code(), "party", each.party(), "stage", each.stage())));
        var found = GaugeSnapshot.builder().name("mailmedic_finding")
                .help("1 for each cause that was found: its code, who can fix it, and where.");
        findings.forEach(labels -> found.dataPoint(point(labels, 1)));
        all.add(found.build());
        probed.certificateNotAfter().flatMap(ProbeMetrics::moment)
                .ifPresent(end -> all.add(gauge("mailmedic_certificate_not_after_timestamp_seconds",
                        "When the server's certificate runs out.",
                        end.getEpochSecond())));
        return new MetricSnapshots(all);
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException noMoment) {
            return Optional.empty();
        }
    }

    /// To the microsecond.
    private static double seconds(double exact) {
        return Math.round(exact * 1e6) / 1e6;
    }

    private static MetricSnapshot gauge(String name, String help, double value) {
        return GaugeSnapshot.builder().name(name).help(help).dataPoint(point(Labels.EMPTY, value)).build();
    }

    private static GaugeDataPointSnapshot point(Labels labels, double value) {
        return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
    }
}
