package org.mailmedic.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mailmedic.advice.PlainText;

final class EvidenceFactsTest {
    private final List<Map<String, Object>> all = Samples.evidence().stream().map(EvidenceFacts::of).toList();

    private Map<String, Object> one(String kind) {
        return all.stream().filter(facts -> facts.get("kind").equals(kind)).findFirst().orElseThrow();
    }

    @Test
    void everyKindBeginsAlike() {
        for (var facts : all) {
            assertEquals(List.of("id", "kind", "stage", "started_ms", "duration_ms", "status"), List.copyOf(facts.keySet()).subList(0, 6));
            assertEquals(1.235, facts.get("started_ms"));
        }
        assertEquals(all.size() - 1, all.stream().map(facts -> facts.get("kind")).distinct().count(), "one kind is there twice");
    }

    @Test
    void statusTellsHowTheLookEnded() {
        assertEquals(List.of("ok", "ok", "failed", "ok", "ok", "ok", "ok", "failed", "ok", "skipped", "failed", "failed"),
                all.stream().map(facts -> facts.get("status")).toList());
    }

    @Test
    void connectsNameRouteAndFailure() {
        var failed = all.get(2);
        assertEquals("timeout", failed.get("failure"));
        assertEquals("Connect timed out", failed.get("raw"));
        assertEquals("control", failed.get("role"));
        assertEquals("192.0.2.1", failed.get("address"));
        assertEquals(587, failed.get("port"));
        assertEquals("plain", failed.get("mode"));
    }

    @Test
    void lookupsNameTheAnswer() {
        var dns = one("dns");
        assertEquals(List.of("192.0.2.1"), dns.get("addresses"));
        assertEquals(List.of("alias.example"), dns.get("aliases"));
        assertEquals("system", dns.get("resolver"));
    }

    @Test
    void repliesAreTakenApart() {
        var reply = (Map<?, ?>) one("starttls").get("reply");
        assertEquals(220, reply.get("code"));
        assertEquals("2.0.0", reply.get("enhanced"));
        assertEquals("2.0.0 Ready", reply.get("text"));
        assertEquals(List.of("STARTTLS", "AUTH PLAIN LOGIN"), one("hello").get("capabilities"));
        assertEquals(List.of("PLAIN", "LOGIN"), one("hello").get("mechanisms"));
    }

    @Test
    void theCertificateIsTold() {
        var certificate = (Map<?, ?>) one("tls").get("certificate");
        assertEquals(List.of("self_signed"), certificate.get("problems"));
        assertEquals(false, certificate.get("trusted_by_system"));
        var leaf = (Map<?, ?>) ((List<?>) certificate.get("chain")).getFirst();
        assertEquals(List.of("mail.example", "smtp.example", "192.0.2.1"), leaf.get("names"));
        assertEquals("2126-10-28T02:16:23Z", leaf.get("not_after"));
        assertEquals("a48fac78786fcd1c1d9ca0f1db0517861" + "90bdfc94a00a08623fed920890254e9", leaf.get("sha256"));
        assertEquals("EC", leaf.get("key_type"));
        assertEquals(256, leaf.get("key_bits"));
        assertEquals("SHA256withECDSA", leaf.get("signature_algorithm"));
        assertTrue(leaf.get("subject").toString().contains("CN=mail.example"));
    }

    @Test
    void foreignTextIsBoundedAndInert() {
        String raw = (String) one("message").get("raw");
        assertEquals(300, raw.length());
        String everything = all.stream().map(Object::toString).collect(Collectors.joining());
        assertFalse(everything.codePoints().anyMatch(PlainText::dangerous));
    }

    @Test
    void aBugsOwnWordsStayInside() {
        assertEquals("java.lang.IllegalStateException", one("defect").get("raw"));
        assertFalse(all.toString().contains("hunter2"));
    }
}
