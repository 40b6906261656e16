package org.mailmedic.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailmedic.evidence.EvidenceKind;

/// One piece of evidence of a report, read carefully: a fact that is not there, or is something else than expected, is empty.
///
/// @param facts as in [Report#evidence()]
public record Seen(Map<String, Object> facts) {
    public String id() {
        return text("id");
    }

    /// Empty where this version knows no such kind; [#kindId] has the word even then.
    public Optional<EvidenceKind> kind() {
        return EvidenceKind.of(kindId());
    }

    /// The kind as the report has it.
    public String kindId() {
        return text("kind");
    }

    public boolean is(EvidenceKind kind) {
        return kindId().equals(kind.id());
    }

    /// Whether it was looked there; never for a kind that this version does not know.
    public boolean at(EvidenceKind.Place place) {
        return kind().filter(known -> known.place() == place).isPresent();
    }

    public String stage() {
        return text("stage");
    }

    public String status() {
        return text("status");
    }

    public boolean ok() {
        return status().equals("ok");
    }

    public boolean skipped() {
        return status().equals("skipped");
    }

    /// Whether the website's own server looked.
    public boolean fromWebsite() {
        return text("vantage").equals("website");
    }

    /// Whether it was seen on the way to the server that was asked about.
    public boolean onTarget() {
        return text("role").equals("target");
    }

    /// The text of a fact; numbers and switches as they are written.
    public String text(String name) {
        Object fact = facts.get(name);
        return fact instanceof String || fact instanceof Integer || fact instanceof Boolean ? fact.toString() : "";
    }

    /// A fact that is a whole number; empty when it is none.
    public Optional<Integer> whole(String name) {
        return facts.get(name) instanceof Integer number ? Optional.of(number) : Optional.empty();
    }

    /// Milliseconds, 0 when they are not there.
    public double startedMs() {
        return number("started_ms");
    }

    public double durationMs() {
        return number("duration_ms");
    }

    public double number(String name) {
        return facts.get(name) instanceof Number number && Double.isFinite(number.doubleValue()) ? number.doubleValue() : 0;
    }

    public boolean has(String name) {
        return facts.get(name) != null;
    }

    /// The texts of a list.
    public List<String> texts(String name) {
        return facts.get(name) instanceof List<?> list
                ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList() : List.of();
    }

    /// Facts within a fact, such as `reply`.
    public Optional<Seen> part(String name) {
        return facts.get(name) instanceof Map<?, ?> map ? Optional.of(of(map)) : Optional.empty();
    }

    /// Several of them, such as the `chain` of a certificate.
    public List<Seen> parts(String name) {
        return facts.get(name) instanceof List<?> list
                ? list.stream().filter(Map.class::isInstance).map(each -> of((Map<?, ?>) each)).toList() : List.of();
    }

    private static Seen of(Map<?, ?> map) {
        var facts = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> facts.put(name.toString(), value));
        return new Seen(facts);
    }

    public static List<Seen> in(Report report) {
        return report.evidence().stream().map(Seen::new).toList();
    }

    public static List<Seen> in(Report report, EvidenceKind kind) {
        return in(report).stream().filter(each -> each.is(kind)).toList();
    }

    /// The last one of a kind on the way to the server that was asked about.
    public static Optional<Seen> target(Report report, EvidenceKind kind) {
        return in(report, kind).stream().filter(Seen::onTarget).reduce((_, last) -> last);
    }
}
