package org.mailmedic.ui.details;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mailmedic.advice.PlainText;
import org.mailmedic.evidence.EvidenceKind;

/// One piece of a report's evidence, read with care: the report may come from elsewhere, so that every value may be absent, of another
/// type, or hostile. Texts come out inert and bounded.
record DetailFact(Map<String, Object> values) {
    /// A wall time of a century tells nothing; the bound keeps arithmetic finite.
    private static final double LONGEST_MS = 1e12;

    static List<DetailFact> all(List<Map<String, Object>> evidence) {
        return evidence.stream().map(DetailFact::new).toList();
    }

    /// Empty when absent.
    String text(String name) {
        return values.get(name) instanceof Object value ? inert(value) : "";
    }

    /// Milliseconds, zero when absent or senseless.
    double ms(String name) {
        return values.get(name) instanceof Number number && Double.isFinite(number.doubleValue())
                ? Math.clamp(number.doubleValue(), 0, LONGEST_MS) : 0;
    }

    /// Zero when absent or senseless.
    int whole(String name) {
        return values.get(name) instanceof Number number ? number.intValue() : 0;
    }

    boolean is(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    List<String> texts(String name) {
        return values.get(name) instanceof List<?> list ? list.stream().filter(Objects::nonNull).map(DetailFact::inert).toList()
                : List.of();
    }

    Optional<DetailFact> fact(String name) {
        return values.get(name) instanceof Map<?, ?> map ? Optional.of(from(map)) : Optional.empty();
    }

    List<DetailFact> facts(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().filter(Map.class::isInstance).map(each -> from((Map<?, ?>) each)).toList() : List.of();
    }

    /// Empty where this version knows no such kind; [#kindId] has the word even then.
    Optional<EvidenceKind> kind() {
        return EvidenceKind.of(kindId());
    }

    String kindId() {
        return text("kind");
    }

    boolean is(EvidenceKind kind) {
        return kindId().equals(kind.id());
    }

    String role() {
        return text("role");
    }

    boolean ok() {
        return text("status").equals("ok");
    }

    boolean failed() {
        return text("status").equals("failed");
    }

    /// Whether the address it is about is one of IPv6.
    boolean ipv6() {
        return text("address").contains(":");
    }

    /// Seen at the server that was asked about, in whichever way, and not at another one.
    boolean atServer() {
        return switch (role()) {
            case "target", "other_mode", "other_port" -> true;
            default -> false;
        };
    }

    /// Where nobody can be: silence is what is hoped for there.
    boolean lure() {
        return role().equals("canary") || is(EvidenceKind.DNS_CANARY);
    }

    private static DetailFact from(Map<?, ?> map) {
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return new DetailFact(copy);
    }

    private static String inert(Object value) {
        return PlainText.of(String.valueOf(value));
    }
}
