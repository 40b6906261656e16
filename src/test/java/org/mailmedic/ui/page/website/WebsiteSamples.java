package org.mailmedic.ui.page.website;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailmedic.report.Report;

/// A server that this computer reaches, and what a website's server prints that does not.
public final class WebsiteSamples {
    private static final String HOST = "mail.example.org";

    private WebsiteSamples() {}

    /// This computer's own report, for mail from a website.
    public static Report here() {
        List<Report.StageResult> stages = Stream.of("settings", "network", "dns", "connect", "greeting", "hello", "encrypt")
                .map(stage -> new Report.StageResult(stage, "ok", 0, 10)).toList();
        Map<String, Object> open = new LinkedHashMap<>(Map.of("id", "tcp-587-192.0.2.1", "kind", "tcp", "stage", "connect",
                "started_ms", 20.5, "duration_ms", 30.0, "status", "ok"));
        open.putAll(Map.of("host", HOST, "address", "192.0.2.1", "port", 587, "role", "target", "mode", "plain"));
        return new Report("11111111-2222-3333-4444-555555555555", Instant.parse("2026-11-27T20:02:00Z"),
                new Report.Tool("Mail Medic", "1.0.0", "Linux", "25"), Map.of("host", HOST, "port", 587, "security", "starttls", "symptom",
                        "website"), Report.Outcome.HEALTHY, List.of(), List.of(), stages, List.of(open), List.of(), 500);
    }

    /// What the website's server prints: every mail server is silent on 587 there, and a web server answers.
    public static String printed() {
        return printed(HOST);
    }

    public static String printed(String host) {
        String name = "{\"id\":\"dns-system\",\"kind\":\"dns\",\"stage\":\"dns\",\"started_ms\":0,\"duration_ms\":5,\"status\":\"ok\","
                + "\"resolver\":\"system\",\"name\":\"" + host + "\",\"type\":\"any\",\"addresses\":[\"192.0.2.1\"]}";
        String knocks = Stream.of(knock(host, "192.0.2.1", "target"), knock("smtp.gmail.com", "192.0.2.2", "control"),
                knock("smtp.office365.com", "192.0.2.3", "control")).collect(Collectors.joining(","));
        return "{\"format\":\"mailmedic-vantage\",\"version\":1,\"made\":\"2026-11-27T20:00:00Z\",\"at\":\"2026-11-27T20:05:00Z\",\"php\":"
                + "{\"form\":\"php\",\"version\":\"8.2.1\",\"functions_off\":[],\"ways\":[\"stream_socket_client\"],\"way\":"
                + "\"stream_socket_client\",\"openssl\":\"OpenSSL 3.0.15\",\"trusts\":null,\"left\":4,\"target\":{\"host\":\"" + host
                + "\",\"port\":587,\"security\":\"starttls\"}},\"evidence\":[" + name + "," + knocks + "],\"partial\":false}";
    }

    private static String knock(String host, String address, String role) {
        return "{\"id\":\"tcp-587-" + address
                + "\",\"kind\":\"tcp\",\"stage\":\"connect\",\"started_ms\":6,\"duration_ms\":5000,\"status\":"
                + "\"failed\",\"failure\":\"timeout\",\"host\":\"" + host + "\",\"address\":\"" + address + "\",\"port\":587,\"role\":\""
                + role + "\",\"mode\":\"plain\"}";
    }
}
