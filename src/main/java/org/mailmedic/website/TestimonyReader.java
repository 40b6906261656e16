package org.mailmedic.website;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.OffRoute;
import org.mailmedic.evidence.Vantage;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Route;
import org.mailmedic.report.CertificateText;
import org.mailmedic.report.Report;
import org.mailmedic.report.json.EvidenceReader;
import org.mailmedic.report.json.JsonTree;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;
import org.mailmedic.settings.Symptom;

/// Reads what a probe printed, whether it was fetched or pasted by a person out of a browser or a terminal. What comes is hostile: it is
/// bounded, nothing of it is run, and only evidence of the kinds that a probe has is taken. A report of `diagnose` that was made on the
/// website's server tells the same and more, and is taken as well.
public final class TestimonyReader {
    public static final String FORMAT = "mailmedic-vantage";
    public static final int VERSION = 1;
    /// In bytes.
    public static final int LARGEST = 1024 * 1024;
    private static final String FIRST = "{\"format\"";

    private TestimonyReader() {}

    /// @throws Unfit when it is no result of a probe, or one that cannot be read
    public static Testimony read(byte[] bytes) throws UnfitTestimony {
        if (bytes.length > LARGEST) {
            throw new UnfitTestimony(UnfitTestimony.Reason.TOO_BIG);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.isBlank()) {
            throw new UnfitTestimony(UnfitTestimony.Reason.EMPTY);
        }
        Map<String, Object> document = document(text);
        boolean report = Report.FORMAT.equals(document.get("format"));
        if (!report && !FORMAT.equals(document.get("format"))) {
            throw new UnfitTestimony(UnfitTestimony.Reason.FOREIGN);
        }
        if (!(document.get("version") instanceof Integer version)) {
            throw new UnfitTestimony(UnfitTestimony.Reason.DAMAGED);
        }
        int known = report ? Report.VERSION : VERSION;
        if (version != known) {
            throw new UnfitTestimony(version > known ? UnfitTestimony.Reason.NEWER : UnfitTestimony.Reason.DAMAGED);
        }
        return report ? report(document) : testimony(document);
    }

    /// Of a report that tells of two places already, what the website's server saw is taken alone.
    private static Testimony report(Map<String, Object> document) throws UnfitTestimony {
        Instant at = moment(document.get("created")).orElseThrow(() -> new UnfitTestimony(UnfitTestimony.Reason.DAMAGED));
        if (!(document.get("evidence") instanceof List<?> seen) || !(document.get("settings") instanceof Map<?, ?> settings)) {
            throw new UnfitTestimony(UnfitTestimony.Reason.DAMAGED);
        }
        var there = new LinkedHashMap<>(document);
        there.put("evidence", seen.stream().filter(each -> !(each instanceof Map<?, ?> facts)
                || !Vantage.HERE.id().equals(facts.get("vantage"))).toList());
        List<Evidence> evidence = EvidenceReader.all(there);
        Optional<Settings> asked = settings.get("host") instanceof String host && !host.isBlank() ? Optional.of(settings(host,
                settings.get("port") instanceof Integer port && port >= 1 && port <= 65535 ? OptionalInt.of(port) : OptionalInt.empty(),
                settings.get("security") instanceof String id ? Security.of(id).orElse(Security.AUTO) : Security.AUTO)) : target(evidence);
        if (seen.stream().anyMatch(TestimonyReader::masked)) {
            throw new UnfitTestimony(UnfitTestimony.Reason.MASKED);
        }
        return new Testimony(Optional.empty(), at, asked, evidence, false, OptionalInt.empty(),
                Optional.of(String.valueOf(document.get("id"))));
    }

    /// A certificate whose chain is told in words alone.
    private static boolean masked(Object seen) {
        return seen instanceof Map<?, ?> facts && facts.get("certificate") instanceof Map<?, ?> certificate
                && certificate.get("chain") instanceof List<?> chain
                && chain.stream().anyMatch(each -> !(each instanceof Map<?, ?> one) || !one.containsKey(CertificateText.DER));
    }

    /// The text itself, or the one object in it that begins as ours do: a browser wraps a page around it, and people copy a little more.
    private static Map<String, Object> document(String text) throws UnfitTestimony {
        String stripped = text.strip();
        if (stripped.startsWith("\ufeff")) {
            stripped = stripped.substring(1).strip();
        }
        try {
            return object(stripped);
        } catch (UnfitTestimony whole) {
            if (whole.reason() == UnfitTestimony.Reason.TOO_DEEP || whole.reason() == UnfitTestimony.Reason.TOO_BIG) {
                throw whole;
            }
        }
        if (stripped.startsWith("<?php") || stripped.startsWith("#!/bin/sh")) {
            throw new UnfitTestimony(UnfitTestimony.Reason.SOURCE);
        }
        String inner = unescaped(stripped);
        int from = begin(inner);
        int to = inner.lastIndexOf('}');
        if (from < 0 || to < from) {
            throw new UnfitTestimony(stripped.startsWith("<") || stripped.contains("</") ? UnfitTestimony.Reason.PAGE
                    : UnfitTestimony.Reason.NOT_JSON);
        }
        return object(inner.substring(from, to + 1));
    }

    private static int begin(String text) {
        int at = text.indexOf(FIRST);
        if (at >= 0) {
            return at;
        }
        int probe = text.indexOf("\"" + FORMAT + "\"");
        int named = probe >= 0 ? probe : text.indexOf("\"" + Report.FORMAT + "\"");
        return named < 0 ? -1 : text.lastIndexOf('{', named);
    }

    /// The probe's JSON has no character that HTML needs to escape but the quotation mark.
    private static String unescaped(String text) {
        return text.replace("&quot;", "\"").replace("&#34;", "\"").replace("&#x22;", "\"").replace("&#034;", "\"").replace("\u00a0", " ");
    }

    private static Map<String, Object> object(String json) throws UnfitTestimony {
        try {
            if (JsonTree.read(json.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> map) {
                var object = new LinkedHashMap<String, Object>();
                map.forEach((name, value) -> object.put(name.toString(), value));
                return object;
            }
        } catch (JsonTree.Unreadable unreadable) {
            throw new UnfitTestimony(switch (unreadable.reason()) {
                case NOT_JSON -> UnfitTestimony.Reason.NOT_JSON;
                case TOO_DEEP -> UnfitTestimony.Reason.TOO_DEEP;
                case TOO_BIG -> UnfitTestimony.Reason.TOO_BIG;
            });
        }
        throw new UnfitTestimony(UnfitTestimony.Reason.FOREIGN);
    }

    private static Testimony testimony(Map<String, Object> document) throws UnfitTestimony {
        Instant at = moment(document.get("at")).orElseThrow(() -> new UnfitTestimony(UnfitTestimony.Reason.DAMAGED));
        if (!(document.get("evidence") instanceof List<?>) || !(document.get("php") instanceof Map<?, ?> php)
                || !(document.get("partial") instanceof Boolean partial)) {
            throw new UnfitTestimony(UnfitTestimony.Reason.DAMAGED);
        }
        var evidence = new ArrayList<Evidence>();
        PhpFacts.read(php).ifPresent(evidence::add);
        EvidenceReader.all(document).stream().filter(TestimonyReader::probes).forEach(evidence::add);
        return new Testimony(moment(document.get("made")), at, asked(php, evidence), evidence, partial, left(php), Optional.empty());
    }

    private static OptionalInt left(Map<?, ?> php) {
        return php.get("left") instanceof Integer left && left >= 0 ? OptionalInt.of(left) : OptionalInt.empty();
    }

    /// A probe signs in nowhere and reads no firewall: what claims so does not come from one.
    private static boolean probes(Evidence evidence) {
        return switch (evidence) {
            case Evidence.NameLookup _, Evidence.TcpConnect _, Evidence.Greeting _, Evidence.Hello _, Evidence.StartTls _,
                 Evidence.TlsHandshake _ -> true;
            case Evidence.SignIn _, Evidence.EnvelopeReply _, Evidence.TestMessage _, OffRoute.PageCheck _, OffRoute.ClockCheck _,
                 OffRoute.DnsCanary _, OffRoute.FirewallLook _, OffRoute.InterfaceLook _, Evidence.PathSample _, Evidence.LongLine _,
                 OffRoute.MailboxSignIn _, OffRoute.ProtectionLook _, OffRoute.PhpLook _, Evidence.Unasked _, OffRoute.Pause _,
                 OffRoute.SenderDomain _, Evidence.Defect _ -> false;
        };
    }

    private static Optional<Instant> moment(@Nullable Object value) {
        try {
            return value instanceof String text && text.length() < 40 ? Optional.of(Instant.parse(text)) : Optional.empty();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /// What the probe says it was made for; otherwise what its own evidence is about.
    private static Optional<Settings> asked(Map<?, ?> php, List<Evidence> evidence) {
        if (php.get("target") instanceof Map<?, ?> target && target.get("host") instanceof String host
                && target.get("port") instanceof Integer port && port >= 1 && port <= 65535) {
            var security = target.get("security") instanceof String id ? Security.of(id) : Optional.<Security>empty();
            return Optional.of(settings(host, OptionalInt.of(port), security.orElse(Security.AUTO)));
        }
        return target(evidence);
    }

    private static Optional<Settings> target(List<Evidence> evidence) {
        Optional<Route> route = evidence.stream().flatMap(each -> each.onRoute().stream()).filter(r -> r.role() == Route.Role.TARGET)
                .findFirst();
        if (route.isPresent()) {
            return Optional.of(settings(route.get().host(), OptionalInt.of(route.get().port()),
                    route.get().mode() == Mode.IMPLICIT_TLS ? Security.TLS : Security.AUTO));
        }
        return evidence.stream().flatMap(each -> each instanceof Evidence.NameLookup lookup ? Stream.of(lookup.name()) : Stream.empty())
                .findFirst().map(name -> settings(name, OptionalInt.empty(), Security.AUTO));
    }

    private static Settings settings(String host, OptionalInt port, Security security) {
        Settings bare = Settings.of(host).withSecurity(security).withSymptom(Symptom.SERVER);
        return port.isPresent() ? bare.withPort(port.getAsInt()) : bare;
    }
}
