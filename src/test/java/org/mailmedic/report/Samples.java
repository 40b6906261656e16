package org.mailmedic.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailmedic.evidence.Capabilities;
import org.mailmedic.evidence.CertificateFacts;
import org.mailmedic.evidence.CertificateProblem;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.evidence.Span;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Route;
import org.mailmedic.plan.Stage;

/// Evidence and reports for the tests of this room.
public final class Samples {
    static final Instant CREATED = Instant.parse("2026-11-20T13:02:00Z");
    static final Span SPAN = new Span(1.23456, 20);
    public static final String HOSTILE = "\u001b[2J\u001b]0;x\u0007<script>alert(1)</script>\u202egnp\u0000\ud800\r\n=cmd()";

    private Samples() {}

    static Route route() {
        try {
            return new Route(Route.Role.TARGET, "mail.example", InetAddress.getByName("192.0.2.1"), 587, Mode.PLAIN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static X509Certificate leaf() {
        try (var pem = Samples.class.getResourceAsStream("leaf.pem")) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    /// One of every kind, and one of every way in which a look can end.
    public static List<Evidence> evidence() {
        var route = route();
        var certificate = new CertificateFacts(List.of(leaf()), List.of(CertificateProblem.SELF_SIGNED), List.of("mail.example"), false,
                false);
        return List.of(
                new Evidence.NameLookup("system", "mail.example", "any", SPAN,
                        Outcome.of(new Evidence.Answer(List.of(route.address()), List.of("alias.example")))),
                new Evidence.TcpConnect(route, SPAN, Outcome.of(new Evidence.Connected("192.0.2.9"))),
                new Evidence.TcpConnect(route.as(Route.Role.CONTROL), SPAN, Outcome.failed(Failure.TIMEOUT, "Connect timed out")),
                new Evidence.Greeting(route, SPAN, 3.5, "", Outcome.of(new Reply(220, List.of("mail.example ESMTP")))),
                new Evidence.Hello(route, false, "EHLO", SPAN,
                        Outcome.of(new Capabilities(new Reply(250, List.of("mail.example", "STARTTLS", "AUTH PLAIN LOGIN"))))),
                new Evidence.StartTls(route, SPAN, Outcome.of(new Reply(220, List.of("2.0.0 Ready")))),
                new Evidence.TlsHandshake(route, false, SPAN, Optional.of(certificate), "", Optional.empty(),
                        Outcome.of(new Evidence.TlsSession("TLSv1.3", "TLS_AES_256_GCM_SHA384"))),
                new Evidence.SignIn(route, "PLAIN", SPAN, Outcome.of(new Reply(535, List.of("5.7.8 " + HOSTILE)))),
                new Evidence.EnvelopeReply(route, Evidence.Part.SENDER, SPAN, Outcome.of(new Reply(250, List.of("ok")))),
                new Evidence.EnvelopeReply(route, Evidence.Part.RECIPIENT, SPAN, new Outcome.Skipped<>(Outcome.Reason.NOT_ASKED)),
                new Evidence.TestMessage(route, Stage.MESSAGE, SPAN, Outcome.failed(Failure.CLOSED, HOSTILE + "x".repeat(2000))),
                new Evidence.Defect("greeting", Stage.GREETING, SPAN, new Outcome.Broke<>(new IllegalStateException("hunter2"))));
    }

    public static Report problem() {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("port", 587);
        settings.put("host", "mail.example");
        settings.put("security", "starttls");
        settings.put("user", "anna@mail.example");
        settings.put("symptom", "mail-program");
        var first = new Report.Verdict("port.blocked_by_network", "connect", "network", 0.93,
                "Your Internet provider or router blocks port 587",
                "No mail server answers on port 587 from here, not even those of large providers. Other connections get through, so the "
                        + "block lies between your computer and the Internet.",
                List.of("Use port 465 with TLS from the start (SSL/TLS). It gets through from here.",
                        "In the router, look for “secure e-mail servers”, “outgoing mail filter” or “SMTP block”. Add mail.example to "
                                + "the allowed ones."),
                List.of("tcp-587-192.0.2.1"),
                "Hello,\n\noutgoing connections on port 587 do not get through.\n\n- Server: mail.example\n- Port: 587\n\n"
                        + "Could you please open it?\n\nThank you");
        var second = new Report.Verdict("tls.cert_expired", "encrypt", "mail_provider", 0.7, "The certificate of mail.example has run out",
                "It ended yesterday.", List.of("Wait."), List.of(), "");
        var warning = new Report.Verdict("smtp.slow", "greeting", "mail_provider", 0.95, "mail.example answers, but very slowly", "Slow.",
                List.of(),
                List.of("greeting-587-192.0.2.1"), "");
        return new Report("0b51c6ae-19d6-4a0f-9f0a-3d7c1d1f9a55", CREATED, new Report.Tool("Mail Medic", "1.0.0", "Linux 6.1", "25.0.3"),
                settings,
                Report.Outcome.PROBLEM, List.of(first, second), List.of(warning),
                List.of(new Report.StageResult("dns", "ok", 0, 12.3456789), new Report.StageResult("connect", "failed", 12.3456789, 10_000),
                        new Report.StageResult("greeting", "not_reached", 0, 0), new Report.StageResult("sign_in", "skipped", 0, 0)),
                evidence().stream().map(EvidenceFacts::of).toList(),
                List.of(new Report.Line(41.23456, "server", "220 mail.example ESMTP"), new Report.Line(42, "client", "AUTH PLAIN ••••")),
                1234.56789);
    }

    public static Report healthy() {
        return new Report("0b51c6ae-19d6-4a0f-9f0a-3d7c1d1f9a55", CREATED.plusMillis(678),
                new Report.Tool("Mail Medic", "1.0.0", "Linux", "25"),
                Map.of("host", "mail.example", "port", 587, "security", "auto", "symptom", "server"), Report.Outcome.HEALTHY, List.of(),
                List.of(),
                List.of(new Report.StageResult("dns", "ok", 0, 12)), List.of(), List.of(), 200);
    }

    /// Every text that somebody else could have written says something nasty.
    public static Report hostile() {
        var verdict = new Report.Verdict("smtp.interfered", "greeting", "network", 0.5, HOSTILE, HOSTILE, List.of(HOSTILE), List.of("x"),
                HOSTILE);
        return new Report("0b51c6ae-19d6-4a0f-9f0a-3d7c1d1f9a55", CREATED, new Report.Tool("Mail Medic", "1.0.0", HOSTILE, HOSTILE),
                Map.of("host", HOSTILE, "user", HOSTILE, "port", 587), Report.Outcome.PROBLEM, List.of(verdict, verdict), List.of(verdict),
                List.of(new Report.StageResult("dns", "ok", 0, 12)), List.of(Map.of("id", "x", "kind", "defect", "stage", "dns",
                        "started_ms", 0.0,
                        "duration_ms", 0.0, "status", "failed", "raw", HOSTILE)), List.of(new Report.Line(1, "server", HOSTILE)), 200);
    }
}
