package org.mailmedic.report.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mailmedic.evidence.EvidenceKind;
import org.mailmedic.report.DomainTold;
import org.mailmedic.report.Report;
import org.mailmedic.report.Report.StageResult;
import org.mailmedic.report.Report.Verdict;
import org.mailmedic.report.Seen;
import org.mailmedic.report.mask.Pseudonyms;

/// What changed between two reports, as data; [DiffWords] says it. Small differences in time are noise and no change.
///
/// @param stations every station of either report, in the order of the later one
/// @param records  of a domain, where the two are about one
/// @param changes  what is not as it was, the most telling first
public record ReportDiff(Report before, Report after, Conclusion conclusion, List<StationPair> stations, List<RecordPair> records,
                         List<Change> changes) {
    /// A step counts as slower or faster from this on, in milliseconds and as a factor.
    private static final double NOTICEABLE_MS = 1000;
    private static final double NOTICEABLE_FACTOR = 3;
    private static final List<String> NO_WAY = List.of("no_route", "no_local_address");

    public ReportDiff {
        stations = List.copyOf(stations);
        records = List.copyOf(records);
        changes = List.copyOf(changes);
    }

    /// What the two together say.
    public enum Conclusion {
        /// Nothing that counts differs.
        SAME,
        /// The reports are about different servers or domains, or one is about a server and the other about a domain.
        OTHER_SERVER,
        FIXED, BROKEN,
        /// The same headline; something beside it differs.
        SAME_PROBLEM,
        /// Mail gets further than before, and stops for another reason.
        FURTHER,
        /// Mail stops earlier than before.
        EARLIER,
        /// Another reason at the same station.
        OTHER_PROBLEM,
        STILL_FINE,
        /// It could be told before, and cannot be told now.
        UNCLEAR,
        STILL_UNCLEAR,
        /// It could not be told before; now it works.
        CLEARLY_FINE,
        /// It could not be told before; now there is a reason.
        CLEARLY_STOPPED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What a change is about.
    public enum Topic {
        HEADLINE, DIAGNOSIS_CAME, DIAGNOSIS_WENT, WARNING_CAME, WARNING_WENT, SETTING, RECORD, RECORD_TEXT, STATION, TIME, ADDRESSES, PORT,
                TLS, CERTIFICATE, SIGN_IN;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// One station in both reports.
    ///
    /// @param before status then, `not_reached` when the report does not name the station
    /// @param after  status now
    public record StationPair(String stage, String before, double beforeMs, String after, double afterMs) {
        public boolean same() {
            return before.equals(after);
        }
    }

    /// @param subject which one: a code, a setting, a stage, a port, a fact; empty where there is only one
    /// @param before  the value then, empty when there was none: an id, a number, a title; milliseconds for a time
    public record Change(Topic topic, String subject, String before, String after) {}

    /// Nothing that counts differs.
    public boolean same() {
        return changes.isEmpty();
    }

    /// Whether it is about a domain's records, at least in one of the two.
    public boolean aboutDomain() {
        return !records.isEmpty();
    }

    public static ReportDiff between(Report before, Report after) {
        var changes = new ArrayList<Change>();
        headline(before, after, changes);
        // a headline that came or went was just told
        String told = changes.isEmpty() ? "" : after.headline().map(Verdict::code).orElse("");
        String toldBefore = changes.isEmpty() ? "" : before.headline().map(Verdict::code).orElse("");
        codes(before.diagnoses(), after.diagnoses(), Topic.DIAGNOSIS_CAME, Topic.DIAGNOSIS_WENT, changes);
        changes.removeIf(change -> change.topic() == Topic.DIAGNOSIS_CAME && change.subject().equals(told)
                || change.topic() == Topic.DIAGNOSIS_WENT && change.subject().equals(toldBefore));
        codes(before.warnings(), after.warnings(), Topic.WARNING_CAME, Topic.WARNING_WENT, changes);
        settings(before, after, changes);
        List<RecordPair> records = RecordPair.between(before, after);
        records.stream().filter(RecordPair::changed).forEach(pair -> {
            value(Topic.RECORD, pair.record(), pair.before().state(), pair.after().state(), changes);
            value(Topic.RECORD_TEXT, pair.record(), pair.before().text(), pair.after().text(), changes);
        });
        var stations = stations(before, after);
        for (var station : stations) {
            if (!station.same()) {
                changes.add(new Change(Topic.STATION, station.stage(), station.before(), station.after()));
            } else if (noticeable(station)) {
                changes.add(new Change(Topic.TIME, station.stage(), String.valueOf(station.beforeMs()), String.valueOf(station.afterMs())));
            }
        }
        value(Topic.ADDRESSES, "", String.join(" ", addresses(before)), String.join(" ", addresses(after)), changes);
        ports(before, after, changes);
        encryption(before, after, changes);
        value(Topic.SIGN_IN, "", mechanisms(before), mechanisms(after), changes);
        return new ReportDiff(before, after, conclusion(before, after, changes), stations, records, changes);
    }

    private static void headline(Report before, Report after, List<Change> changes) {
        String then = before.headline().map(Verdict::code).orElse(before.outcome().id());
        String now = after.headline().map(Verdict::code).orElse(after.outcome().id());
        if (!then.equals(now)) {
            changes.add(new Change(Topic.HEADLINE, "", then, now));
        }
    }

    private static void codes(List<Verdict> before, List<Verdict> after, Topic came, Topic went, List<Change> changes) {
        var then = byCode(before);
        var now = byCode(after);
        now.forEach((code, title) -> {
            if (!then.containsKey(code)) {
                changes.add(new Change(came, code, "", title));
            }
        });
        then.forEach((code, title) -> {
            if (!now.containsKey(code)) {
                changes.add(new Change(went, code, title, ""));
            }
        });
    }

    private static Map<String, String> byCode(List<Verdict> verdicts) {
        return verdicts.stream().collect(Collectors.toMap(Verdict::code, Verdict::title, (first, _) -> first, LinkedHashMap::new));
    }

    private static void settings(Report before, Report after, List<Change> changes) {
        var names = new LinkedHashSet<>(before.settings().keySet());
        names.addAll(after.settings().keySet());
        for (String name : names) {
            String then = Objects.toString(before.settings().get(name), "");
            String now = Objects.toString(after.settings().get(name), "");
            // the same thing, masked in one report only
            boolean masked = then.contains(Pseudonyms.DOTS) != now.contains(Pseudonyms.DOTS);
            if (!then.equalsIgnoreCase(now) && !masked) {
                changes.add(new Change(Topic.SETTING, name, then, now));
            }
        }
    }

    private static List<StationPair> stations(Report before, Report after) {
        var then = byStage(before);
        var now = byStage(after);
        var all = new LinkedHashSet<>(now.keySet());
        all.addAll(then.keySet());
        var absent = new StageResult("", "not_reached", 0, 0);
        return all.stream().map(stage -> {
            var old = then.getOrDefault(stage, absent);
            var young = now.getOrDefault(stage, absent);
            return new StationPair(stage, old.status(), old.durationMs(), young.status(), young.durationMs());
        }).toList();
    }

    private static Map<String, StageResult> byStage(Report report) {
        return report.stages().stream().collect(Collectors.toMap(StageResult::stage, Function.identity(), (first, _) -> first,
                LinkedHashMap::new));
    }

    private static boolean noticeable(StationPair station) {
        double less = Math.min(station.beforeMs(), station.afterMs());
        double more = Math.max(station.beforeMs(), station.afterMs());
        return more - less >= NOTICEABLE_MS && more >= less * NOTICEABLE_FACTOR;
    }

    /// What the host's name led to for this computer; where nothing was looked up, what was connected to.
    static Set<String> addresses(Report report) {
        var addresses = new TreeSet<String>();
        Seen.in(report, EvidenceKind.DNS).stream().filter(dns -> dns.text("resolver").equals("system"))
                .forEach(dns -> addresses.addAll(dns.texts("addresses")));
        if (addresses.isEmpty()) {
            Seen.in(report, EvidenceKind.TCP).stream().filter(Seen::onTarget).map(tcp -> tcp.text("address")).forEach(addresses::add);
        }
        return addresses;
    }

    /// How the ports of the server itself answered: `ok`, or how they did not. Of several addresses the best counts.
    static Map<String, String> ports(Report report) {
        var ports = new LinkedHashMap<String, String>();
        Seen.in(report, EvidenceKind.TCP).stream().filter(tcp -> tcp.onTarget() || tcp.text("role").equals("other_port"))
                .filter(tcp -> !tcp.skipped())
                .forEach(tcp -> ports.merge(tcp.text("port"), tcp.ok() ? "ok" : tcp.text("failure"), ReportDiff::better));
        return ports;
    }

    /// An address that this computer has no way to says nothing about the port.
    private static String better(String one, String other) {
        return other.equals("ok") || NO_WAY.contains(one) ? other : one;
    }

    /// A port that only one of the reports looked at says nothing.
    private static void ports(Report before, Report after, List<Change> changes) {
        var now = ports(after);
        ports(before).forEach((port, then) -> {
            if (now.containsKey(port) && !now.get(port).equals(then)) {
                changes.add(new Change(Topic.PORT, port, then, now.get(port)));
            }
        });
    }

    private static void encryption(Report before, Report after, List<Change> changes) {
        var then = Seen.target(before, EvidenceKind.TLS);
        var now = Seen.target(after, EvidenceKind.TLS);
        if (then.isEmpty() || now.isEmpty()) {
            return;
        }
        value(Topic.TLS, "protocol", then.get().text("protocol"), now.get().text("protocol"), changes);
        value(Topic.TLS, "cipher", then.get().text("cipher"), now.get().text("cipher"), changes);
        var old = then.get().part("certificate");
        var young = now.get().part("certificate");
        if (old.isEmpty() || young.isEmpty()) {
            return;
        }
        value(Topic.CERTIFICATE, "problems", String.join(" ", old.get().texts("problems")),
                String.join(" ", young.get().texts("problems")), changes);
        for (String fact : List.of("sha256", "not_after", "issuer")) {
            value(Topic.CERTIFICATE, fact, leaf(old.get(), fact), leaf(young.get(), fact), changes);
        }
        value(Topic.CERTIFICATE, "names", String.join(" ", old.get().texts("names")), String.join(" ", young.get().texts("names")),
                changes);
    }

    private static String leaf(Seen certificate, String fact) {
        return certificate.parts("chain").stream().findFirst().map(leaf -> leaf.text(fact)).orElse("");
    }

    private static String mechanisms(Report report) {
        return Seen.target(report, EvidenceKind.HELLO)
                .map(hello -> hello.texts("mechanisms").stream().sorted().collect(Collectors.joining(" "))).orElse("");
    }

    private static void value(Topic topic, String subject, String before, String after, List<Change> changes) {
        if (!before.equals(after)) {
            changes.add(new Change(topic, subject, before, after));
        }
    }

    private static Conclusion conclusion(Report before, Report after, List<Change> changes) {
        if (changes.isEmpty()) {
            return Conclusion.SAME;
        }
        if (DomainTold.in(before).isPresent() != DomainTold.in(after).isPresent()
                || changes.stream().anyMatch(change -> change.topic() == Topic.SETTING && change.subject().equals("host"))) {
            return Conclusion.OTHER_SERVER;
        }
        return switch (before.outcome()) {
            case HEALTHY -> switch (after.outcome()) {
                case HEALTHY -> Conclusion.STILL_FINE;
                case PROBLEM -> Conclusion.BROKEN;
                case INCONCLUSIVE -> Conclusion.UNCLEAR;
            };
            case PROBLEM -> switch (after.outcome()) {
                case HEALTHY -> Conclusion.FIXED;
                case PROBLEM -> stillStopped(before, after);
                case INCONCLUSIVE -> Conclusion.UNCLEAR;
            };
            case INCONCLUSIVE -> switch (after.outcome()) {
                case HEALTHY -> Conclusion.CLEARLY_FINE;
                case PROBLEM -> Conclusion.CLEARLY_STOPPED;
                case INCONCLUSIVE -> Conclusion.STILL_UNCLEAR;
            };
        };
    }

    private static Conclusion stillStopped(Report before, Report after) {
        var then = before.headline().map(Verdict::code).orElse("");
        if (after.headline().map(Verdict::code).orElse("").equals(then)) {
            return Conclusion.SAME_PROBLEM;
        }
        var order = after.stages().stream().map(StageResult::stage).toList();
        int old = before.headline().map(verdict -> order.indexOf(verdict.stage())).orElse(-1);
        int young = after.headline().map(verdict -> order.indexOf(verdict.stage())).orElse(-1);
        return old < 0 || young < 0 || old == young ? Conclusion.OTHER_PROBLEM : young > old ? Conclusion.FURTHER : Conclusion.EARLIER;
    }
}
