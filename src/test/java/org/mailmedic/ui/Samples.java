package org.mailmedic.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mailmedic.report.Report;
import org.mailmedic.report.Report.Line;
import org.mailmedic.report.Report.StageResult;
import org.mailmedic.report.Report.Verdict;

/// Reports as the engine makes them, and one whose texts are as unruly as a hostile server can make them.
public final class Samples {
    private static final Report.Tool TOOL = new Report.Tool("Mail Medic", "1.0.0", "Linux", "25");

    private Samples() {}

    public static Report blocked() {
        return report(Report.Outcome.PROBLEM, List.of(new Verdict("port.blocked_by_network", "connect", "network", 0.93,
                "Your network blocks the mail door 587",
                "Your mail never reaches GMX: no mail server answers on port 587 from here, not even others. Port 465 gets through.",
                List.of("Use port 465 with “SSL/TLS” in your mail program. It works from here.",
                        "If you must use 587: in your router, look for “secure e-mail servers” or “outgoing mail filter” and allow "
                                + "mail.gmx.net."),
                List.of("tcp-587-212.227.17.168"),
                "Hello, outgoing connections on TCP port 587 are dropped on my line (tested 20 Nov 2026, 14:02 CET; five mail servers, "
                        + "none answers; port 465 to the same servers works). Could you please tell me whether this port is filtered, "
                        + "and open it?")),
                List.of(new Verdict("network.ipv6_broken", "connect", "network", 0.8, "IPv6 does not get through here",
                        "Your line has IPv6, but nothing answers over it. Mail goes out over IPv4.", List.of("Restart the router."),
                        List.of(), "")),
                stages("ok", "ok", "failed", "not_reached", "not_reached", "not_reached", "not_reached"), conversation());
    }

    public static Report twoCauses() {
        Report one = blocked();
        return report(Report.Outcome.PROBLEM, List.of(verdict("Most likely your Internet provider blocks port 587", "network", 0.7),
                verdict("This computer’s firewall may hold it back", "device", 0.4)), one.warnings(), one.stages(), List.of());
    }

    public static Report healthy() {
        return report(Report.Outcome.HEALTHY, List.of(), List.of(), stages("ok", "ok", "ok", "ok", "ok", "skipped", "skipped"),
                conversation());
    }

    /// It goes out, and receivers may turn it away.
    public static Report warned() {
        var spf = new Verdict("domain.spf_missing", "delivery", "domain", 0.85, "The domain shop.example has no SPF record",
                "Receivers cannot tell which servers may send for shop.example, and many put such mail into the junk folder.",
                List.of("Open the DNS settings of shop.example."), List.of("sender-domain-shop.example"), "");
        Report sent = report(Report.Outcome.HEALTHY, List.of(), List.of(spf), stages("ok", "ok", "ok", "ok", "ok", "ok", "ok"),
                conversation(), List.of(fact("id", "sender-domain-shop.example", "kind", "sender_domain", "stage", "delivery", "status",
                        "ok", "name", "shop.example", "host", "mail.gmx.net", "faults",
                        List.of(fact("code", "domain.spf_missing", "facts", Map.of())))));
        return new Report(sent.id(), sent.created(), sent.tool(), sent.settings(), sent.outcome(), sent.diagnoses(), sent.warnings(),
                Stream.concat(sent.stages().stream().filter(stage -> !stage.stage().equals("delivery")),
                        Stream.of(stage("delivery", "warning"))).toList(), sent.evidence(), sent.transcript(), sent.totalMs());
    }

    /// Nobody gave a password.
    public static Report partly() {
        return with(healthy(), Map.of("user", "shop@gmx.net", "symptom", "mail-program")).leavingOut(List.of("sign_in", "sender"));
    }

    /// The server refused the password.
    public static Report refused() {
        return with(report(Report.Outcome.PROBLEM, List.of(new Verdict("auth.bad_credentials", "sign_in", "you", 0.95,
                "The server does not accept user name and password", "It said: 535 5.7.8 Authentication failed.",
                List.of("Type the password anew."), List.of("sign_in-587"), "")), List.of(),
                stages("ok", "ok", "ok", "ok", "ok", "failed", "not_reached"), conversation()), Map.of("user", "shop@gmx.net"));
    }

    /// A real message was sent.
    public static Report sent() {
        return with(report(Report.Outcome.HEALTHY, List.of(), List.of(), stages("ok", "ok", "ok", "ok", "ok", "ok", "ok"), conversation(),
                List.of(fact("id", "message-587", "kind", "message", "stage", "message", "status", "ok", "role", "target", "host",
                        "mail.gmx.net", "port", 587))), Map.of("user", "shop@gmx.net", "to", "anna@example.com"));
    }

    /// The same report about other settings.
    static Report with(Report report, Map<String, Object> settings) {
        var all = new LinkedHashMap<>(report.settings());
        all.putAll(settings);
        return new Report(report.id(), report.created(), report.tool(), all, report.outcome(), report.diagnoses(), report.warnings(),
                report.stages(), report.evidence(), report.transcript(), report.totalMs());
    }

    public static Report inconclusive() {
        return report(Report.Outcome.INCONCLUSIVE, List.of(), List.of(),
                stages("ok", "ok", "warning", "not_reached", "not_reached", "skipped", "skipped"),
                List.of());
    }

    /// Long words, a 253-character host name, a 40-line banner.
    public static Report unruly() {
        String host = ("a".repeat(61) + ".").repeat(4) + "example";
        String word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(2);
        var lines = new ArrayList<Line>();
        for (int i = 0; i < 40; i++) {
            lines.add(new Line(40 + i, "server", "220-" + host + " line " + i + " " + word));
        }
        return report(Report.Outcome.PROBLEM, List.of(new Verdict("smtp.dropped", "greeting", "mail_provider", 0.95,
                "The server " + host + " hangs up", word + " " + host + " " + word, List.of(word, "Ask " + host + " for " + word, host),
                List.of(), "Hello,\n\nyour server " + host + " says:\n" + "220 nonsense ".repeat(60))),
                List.of(verdict(word, "you", 0.5)), stages("ok", "ok", "ok", "failed", "not_reached", "not_reached", "not_reached"), lines,
                unrulyEvidence(host, word));
    }

    private static List<Map<String, Object>> unrulyEvidence(String host, String word) {
        String ipv6 = "2001:db8:1111:2222:3333:4444:5555:6666";
        List<Map<String, Object>> all = new ArrayList<>();
        for (String resolver : List.of("system", ipv6, "1.1.1.1", "9.9.9.9", word)) {
            all.add(fact("id", "dns-" + resolver, "kind", "dns", "status", "ok", "started_ms", 1, "duration_ms", 18, "resolver", resolver,
                    "type", "any",
                    "name", host, "addresses", List.of(ipv6, "192.0.2.1", "192.0.2.2"), "aliases", List.of(host, word)));
        }
        for (int port : new int[] {25, 465, 587, 2525}) {
            for (String role : List.of("target", "control")) {
                all.add(fact("id", "tcp-" + port + role, "kind", "tcp", "status", "failed", "failure", port == 25 ? "gremlins"
                        : "tls_no_common",
                        "started_ms", 20, "duration_ms", 10_000, "host", host, "address", role.equals("target") ? ipv6 : "192.0.2.9",
                        "port", port, "role", role));
            }
        }
        Map<String, Object> link = fact("subject", "CN=" + host + ",O=" + word, "issuer", "CN=" + word, "names", List.of(host, word),
                "not_before",
                "2026-08-23T15:32:46Z", "not_after", "2026-11-11T15:32:46Z", "serial", "f".repeat(40), "sha256", "ab".repeat(32),
                "key_type", "RSA",
                "key_bits", 2048, "signature_algorithm", "SHA256withRSA");
        all.add(fact("id", word, "kind", word, "status", "ok", "started_ms", 10_050, "duration_ms", 0, "host", host, "address", ipv6,
                "port", 587));
        all.add(fact("id", "tls-" + host, "kind", "tls", "status", "ok", "started_ms", 10_051, "duration_ms", 44, "host", host, "address",
                ipv6, "port", 587,
                "role", "target", "protocol", "TLSv1.3", "cipher", word, "certificate", fact("names", List.of(host, word), "problems",
                        List.of("expired", "wrong_name", "unknown_authority", "weak"), "chain", List.of(link, link, link))));
        return all;
    }

    private static Map<String, Object> fact(Object... pairs) {
        Map<String, Object> fact = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fact.put((String) pairs[i], pairs[i + 1]);
        }
        return fact;
    }

    private static Verdict verdict(String title, String party, double confidence) {
        return new Verdict("tcp.timeout", "connect", party, confidence, title, "Nothing answered on port 587 within ten seconds.",
                List.of("Try another network, for example your phone’s hotspot."), List.of(), "");
    }

    private static List<StageResult> stages(String settings, String dns, String connect, String greeting, String encrypt, String signIn,
                                            String sending) {
        return List.of(stage("settings", settings), stage("network", "skipped"), stage("dns", dns), stage("connect", connect),
                stage("greeting", greeting), stage("hello", greeting), stage("encrypt", encrypt), stage("sign_in", signIn),
                stage("sender", sending), stage("recipient", sending), stage("message", "skipped"), stage("delivery", "skipped"));
    }

    private static StageResult stage(String name, String status) {
        return new StageResult(name, status, 0, 12);
    }

    private static List<Line> conversation() {
        return List.of(new Line(31.2, "note", "connected to 212.227.17.168, port 587"),
                new Line(52.4, "server", "220 gmx.net (mrgmx105) Nemesis ESMTP Service ready"),
                new Line(52.9, "client", "EHLO [192.0.2.7]"),
                new Line(71.0, "server", "250-gmx.net Hello [192.0.2.7] [198.51.100.23]"), new Line(71.0, "server", "250-8BITMIME"),
                new Line(71.0, "server", "250-SIZE 69920427"), new Line(71.0, "server", "250 STARTTLS"),
                new Line(71.3, "client", "STARTTLS"), new Line(92.8, "server", "220 OK"),
                new Line(140.1, "note", "encrypted with TLSv1.3"), new Line(162.7, "client", "AUTH PLAIN ••••"),
                new Line(260.5, "server", "235 Authentication succeeded"));
    }

    private static Report report(Report.Outcome outcome, List<Verdict> diagnoses, List<Verdict> warnings, List<StageResult> stages,
                                 List<Line> transcript) {
        return report(outcome, diagnoses, warnings, stages, transcript, List.of(fact("id", "tcp-587-212.227.17.168", "kind", "tcp",
                "stage", "connect", "started_ms", 20.5, "duration_ms", 10_003.2, "status", "failed", "failure", "timeout", "host",
                "mail.gmx.net",
                "address", "212.227.17.168", "port", 587, "role", "target", "mode", "plain")));
    }

    private static Report report(Report.Outcome outcome, List<Verdict> diagnoses, List<Verdict> warnings, List<StageResult> stages,
                                 List<Line> transcript, List<Map<String, Object>> evidence) {
        Object host = evidence.getLast().get("host");
        return new Report("11111111-2222-3333-4444-555555555555", Instant.parse("2026-11-20T13:02:00Z"), TOOL,
                Map.of("host", host, "port", 587), outcome, diagnoses, warnings, stages, evidence, transcript, 10_123);
    }
}
