package org.mailmedic.report.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mailmedic.evidence.Capabilities;
import org.mailmedic.evidence.CertificateFacts;
import org.mailmedic.evidence.CertificateProblem;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.EvidenceKind;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.OffRoute;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.evidence.Span;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Route;
import org.mailmedic.plan.Stage;
import org.mailmedic.report.CertificateText;
import org.mailmedic.report.RecordedDefect;
import org.mailmedic.report.Seen;

/// Facts as evidence again: the way back from [EvidenceFacts], so that what was written can be judged once more. What is read may come from
/// anywhere: it is bounded, and what makes no sense is left out. No name is ever looked up.
///
/// What a mask has hidden and what an earlier version did not write (whole certificates, the scopes of firewall rules) stays unknown.
public final class EvidenceReader {
    /// More than any check-up comes to.
    static final int MOST = 2000;
    private static final int MOST_ITEMS = 1000;
    private static final int LONGEST_DER = 64 * 1024;
    private static final double LONGEST_MS = 1e11;
    private static final int ENDS = 599;

    private EvidenceReader() {}

    /// The evidence in a document's `evidence`, in its order; what cannot be read is left out.
    public static List<Evidence> all(Map<String, Object> document) {
        if (!(document.get("evidence") instanceof List<?> list)) {
            return List.of();
        }
        var all = new ArrayList<Evidence>();
        for (Object each : list.subList(0, Math.min(MOST, list.size()))) {
            if (each instanceof Map<?, ?> map) {
                read(ReportMapping.object(map, "evidence")).ifPresent(all::add);
            }
        }
        return all;
    }

    /// One piece; empty where it is of no kind that this version knows, or lacks what its kind needs.
    public static Optional<Evidence> read(Map<String, Object> facts) {
        try {
            var seen = new Seen(facts);
            return seen.kind().map(kind -> evidence(kind, seen));
        } catch (IllegalArgumentException | DateTimeException senseless) {
            return Optional.empty();
        }
    }

    private static Evidence evidence(EvidenceKind kind, Seen seen) {
        Span span = span(seen);
        return switch (kind) {
            case DNS -> new Evidence.NameLookup(seen.text("resolver"), seen.text("name"), seen.text("type"), span,
                    outcome(seen, EvidenceReader::answer));
            case TCP -> new Evidence.TcpConnect(route(seen), span, outcome(seen, facts -> new Evidence.Connected(facts.text("local"))));
            case GREETING -> new Evidence.Greeting(route(seen), span, seen.has("first_byte_ms") ? seen.number("first_byte_ms") : -1,
                    seen.text("first_bytes"), outcome(seen, EvidenceReader::reply));
            case HELLO -> new Evidence.Hello(route(seen), flag(seen, "encrypted"), seen.text("verb"), span,
                    seen.text("name"), outcome(seen, facts -> capabilities(facts)));
            case STARTTLS -> new Evidence.StartTls(route(seen), span, outcome(seen, EvidenceReader::reply));
            case TLS -> handshake(seen, span);
            case SIGN_IN -> new Evidence.SignIn(route(seen), seen.text("mechanism"), span, outcome(seen, EvidenceReader::reply));
            case SENDER -> envelope(seen, Evidence.Part.SENDER, span);
            case RECIPIENT -> envelope(seen, Evidence.Part.RECIPIENT, span);
            case MESSAGE -> new Evidence.TestMessage(route(seen), one(Stage.class, seen.text("ended_at")), span,
                    outcome(seen, EvidenceReader::reply));
            case LONG_LINE -> new Evidence.LongLine(route(seen), whole(seen, "bytes"), span, outcome(seen, EvidenceReader::reply));
            case PATH -> new Evidence.PathSample(route(seen), span, outcome(seen, facts -> numbers(facts, "connects_ms")));
            case UNASKED -> new Evidence.Unasked(route(seen), one(Stage.class, seen.stage()), span, outcome(seen, EvidenceReader::reply));
            case DEFECT -> new Evidence.Defect(seen.text("probe"), one(Stage.class, seen.stage()), span, outcome(seen, _ -> null));
            case PAGE -> page(seen, span);
            case CLOCK -> new OffRoute.ClockCheck(seen.text("url"), Instant.parse(seen.text("here")), span,
                    outcome(seen, facts -> facts.number("ahead_s")));
            case DNS_CANARY -> new OffRoute.DnsCanary(one(OffRoute.DnsCanary.Lure.class, seen.text("lure")), seen.text("resolver"),
                    seen.text("name"), span, outcome(seen, EvidenceReader::answer));
            case FIREWALL -> new OffRoute.FirewallLook(seen.text("command"), span, outcome(seen, EvidenceReader::rules));
            case INTERFACES -> new OffRoute.InterfaceLook(span, outcome(seen, EvidenceReader::interfaces));
            case MAILBOX -> new OffRoute.MailboxSignIn(seen.text("host"), whole(seen, "port"), seen.text("protocol"), span,
                    outcome(seen, facts -> new OffRoute.MailboxAnswer(flag(facts, "accepted"), facts.text("words"))));
            case PROTECTION -> new OffRoute.ProtectionLook(seen.text("command"), span,
                    outcome(seen, facts -> bounded(facts.texts("products"))));
            case PAUSE -> new OffRoute.Pause(span, seen.number("lost_ms"));
            case PHP -> new OffRoute.PhpLook(span, outcome(seen, EvidenceReader::php));
            case SENDER_DOMAIN -> new OffRoute.SenderDomain(seen.text("name"), span,
                    outcome(seen, facts -> parts(facts, "faults").stream().map(EvidenceReader::fault).toList()));
            case PASTED_TEXT, MAIL_LOG, DOMAIN, DOMAIN_RECORD ->
                    throw new IllegalArgumentException(kind.id() + " holds a judgement already");
        };
    }

    private static OffRoute.RecordFault fault(Seen seen) {
        var facts = new LinkedHashMap<String, String>();
        seen.part("facts").ifPresent(part -> part.facts().keySet().stream().limit(MOST_ITEMS).forEach(name ->
                facts.put(name, part.text(name))));
        return new OffRoute.RecordFault(seen.text("code"), facts);
    }

    private static Evidence handshake(Seen seen, Span span) {
        var made = new Evidence.TlsHandshake(route(seen), flag(seen, "implicit"), span,
                seen.part("certificate").flatMap(EvidenceReader::certificate), seen.text("first_bytes"),
                Optional.of(seen.text("legacy_protocol")).filter(text -> !text.isEmpty()),
                outcome(seen, facts -> new Evidence.TlsSession(facts.text("protocol"), facts.text("cipher"),
                        flag(facts, "asks_for_certificate"))));
        var heard = seen.has("heard") ? new Evidence.TlsHandshake(made.route(), made.implicit(), span, made.certificate(),
                made.firstBytes(), made.legacy(), true, made.outcome()) : made;
        return seen.has("first_hello") ? heard.after(seen.text("first_hello")) : heard;
    }

    private static Evidence page(Seen seen, Span span) {
        return new OffRoute.PageCheck(seen.text("url"), whole(seen, "expected_status"), seen.text("expected_body"), span,
                outcome(seen, facts -> new OffRoute.Page(whole(facts, "answer_status"), facts.text("location"), facts.text("body"))));
    }

    private static List<OffRoute.Interface> interfaces(Seen seen) {
        return parts(seen, "interfaces").stream()
                .map(each -> new OffRoute.Interface(each.text("name"), whole(each, "mtu"), flag(each, "vpn"), flag(each, "loopback")))
                .toList();
    }

    private static Evidence envelope(Seen seen, Evidence.Part part, Span span) {
        return new Evidence.EnvelopeReply(route(seen), part, span, outcome(seen, EvidenceReader::reply));
    }

    /// A reply that said no was written as failed, but was seen.
    private static <T> Outcome<T> outcome(Seen seen, Function<Seen, T> value) {
        return switch (seen.status()) {
            case "ok" -> Outcome.of(value.apply(seen));
            case "skipped" -> new Outcome.Skipped<>(one(Outcome.Reason.class, seen.text("because")));
            case "failed" -> {
                if (!seen.has("failure")) {
                    yield Outcome.of(value.apply(seen));
                }
                yield seen.text("failure").equals("defect") ? new Outcome.Broke<>(new RecordedDefect(seen.text("raw")))
                        : Outcome.failed(one(Failure.class, seen.text("failure")), seen.text("raw"));
            }
            default -> throw new IllegalArgumentException("status");
        };
    }

    private static Span span(Seen seen) {
        return new Span(Math.clamp(seen.startedMs(), 0, LONGEST_MS), Math.clamp(seen.durationMs(), 0, LONGEST_MS));
    }

    private static Route route(Seen seen) {
        return new Route(one(Route.Role.class, seen.text("role")), seen.text("host"), InetAddress.ofLiteral(seen.text("address")),
                port(seen), one(Mode.class, seen.text("mode").replace('-', '_')));
    }

    private static int port(Seen seen) {
        int port = whole(seen, "port");
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port");
        }
        return port;
    }

    private static Evidence.Answer answer(Seen seen) {
        return new Evidence.Answer(bounded(seen.texts("addresses")).stream().map(InetAddress::ofLiteral).toList(),
                bounded(seen.texts("aliases")));
    }

    private static Reply reply(Seen seen) {
        Seen reply = seen.part("reply").orElseThrow(() -> new IllegalArgumentException("reply"));
        int code = whole(reply, "code");
        if (code < 200 || code > ENDS) {
            throw new IllegalArgumentException("code");
        }
        List<String> lines = bounded(reply.texts("lines"));
        return new Reply(code, lines.isEmpty() ? List.of(reply.text("text")) : lines);
    }

    /// Reports of earlier versions wrote the lines of the reply only as capabilities.
    private static Capabilities capabilities(Seen seen) {
        Reply reply = reply(seen);
        List<String> offered = bounded(seen.texts("capabilities"));
        if (reply.lines().size() > 1 || offered.isEmpty()) {
            return new Capabilities(reply);
        }
        String rest = String.join(" ", offered);
        String first = reply.text().endsWith(rest) ? reply.text().substring(0, reply.text().length() - rest.length()).strip()
                : reply.text();
        var lines = new ArrayList<>(List.of(first));
        lines.addAll(offered);
        return new Capabilities(new Reply(reply.code(), lines));
    }

    private static List<OffRoute.FirewallRule> rules(Seen seen) {
        List<String> texts = bounded(seen.texts("rules"));
        List<Seen> scopes = parts(seen, "scopes");
        if (scopes.size() != texts.size()) {
            throw new IllegalArgumentException("scopes");
        }
        var rules = new ArrayList<OffRoute.FirewallRule>();
        for (int i = 0; i < texts.size(); i++) {
            Seen scope = scopes.get(i);
            List<Integer> ports = numbers(scope, "ports").stream().map(Double::intValue).toList();
            rules.add(new OffRoute.FirewallRule(ports, scope.text("address"), flag(scope, "ipv4"), flag(scope, "ipv6"), texts.get(i),
                    scope.has("sway") ? one(OffRoute.FirewallRule.Sway.class, scope.text("sway")) : OffRoute.FirewallRule.Sway.STOPS,
                    (long) scope.number("mark")));
        }
        return rules;
    }

    private static OffRoute.Php php(Seen seen) {
        Optional<Boolean> trusts = seen.has("trusts") ? Optional.of(flag(seen, "trusts")) : Optional.empty();
        return new OffRoute.Php(seen.text("form"), seen.text("machine"), seen.text("version"), bounded(seen.texts("functions_off")),
                bounded(seen.texts("ways")),
                seen.text("way"), seen.text("openssl"), seen.text("curl"), seen.text("ca_bundle"), seen.text("ca_bundle_dated"), trusts,
                seen.text("trust_words"), flag(seen, "mail_function"), seen.text("sendmail_path"), flag(seen, "sendmail_there"),
                seen.text("selinux"));
    }

    /// The chain must be there in whole.
    private static Optional<CertificateFacts> certificate(Seen seen) {
        var chain = new ArrayList<X509Certificate>();
        for (Seen each : parts(seen, "chain")) {
            Optional<X509Certificate> certificate = der(each.text(CertificateText.DER));
            if (certificate.isEmpty()) {
                return Optional.empty();
            }
            chain.add(certificate.get());
        }
        List<CertificateProblem> problems = seen.texts("problems").stream().map(id -> one(CertificateProblem.class, id)).toList();
        return chain.isEmpty() ? Optional.empty() : Optional.of(new CertificateFacts(chain, problems, bounded(seen.texts("names")),
                flag(seen, "trusted_by_system"), flag(seen, "trusted_by_java")));
    }

    private static Optional<X509Certificate> der(String base64) {
        if (base64.isEmpty() || base64.length() > LONGEST_DER) {
            return Optional.empty();
        }
        try (var in = new ByteArrayInputStream(Base64.getDecoder().decode(base64))) {
            return Optional.of((X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in));
        } catch (CertificateException | IllegalArgumentException | IOException damaged) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> E one(Class<E> all, String id) {
        return Arrays.stream(all.getEnumConstants()).filter(each -> each.name().toLowerCase(Locale.ROOT).equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id));
    }

    private static boolean flag(Seen seen, String name) {
        return seen.text(name).equals("true");
    }

    private static int whole(Seen seen, String name) {
        return seen.whole(name).orElseThrow(() -> new IllegalArgumentException(name));
    }

    private static List<String> bounded(List<String> all) {
        return all.size() > MOST_ITEMS ? all.subList(0, MOST_ITEMS) : all;
    }

    private static List<Seen> parts(Seen seen, String name) {
        List<Seen> all = seen.parts(name);
        return all.size() > MOST_ITEMS ? all.subList(0, MOST_ITEMS) : all;
    }

    private static List<Double> numbers(Seen seen, String name) {
        return seen.facts().get(name) instanceof List<?> list
                ? list.stream().limit(MOST_ITEMS).filter(Number.class::isInstance).map(number -> ((Number) number).doubleValue()).toList()
                : List.of();
    }
}
