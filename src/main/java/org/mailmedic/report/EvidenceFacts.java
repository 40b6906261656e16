package org.mailmedic.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mailmedic.advice.PlainText;
import org.mailmedic.evidence.Capabilities;
import org.mailmedic.evidence.CertificateFacts;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.EvidenceKind;
import org.mailmedic.evidence.OffRoute;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.plan.AddressText;
import org.mailmedic.plan.Route;

/// One piece of evidence as the report writes it: names and values, in a fixed order, every text bounded and inert.
public final class EvidenceFacts {
    private static final int MOST_LINES = 100;

    private EvidenceFacts() {}

    /// The beginning of what no check-up measured, with the times and the status that every piece of evidence has.
    public static Map<String, Object> told(String id, EvidenceKind kind, String stage) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("id", id);
        facts.put("kind", kind.id());
        facts.put("stage", stage);
        facts.put("started_ms", 0.0);
        facts.put("duration_ms", 0.0);
        facts.put("status", "ok");
        return facts;
    }

    /// `id`, `kind`, `stage`, times and `status` (`ok`, `failed`, `skipped`) always; the rest as far as it was measured.
    public static Map<String, Object> of(Evidence evidence) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("id", text(evidence.id()));
        facts.put("kind", evidence.kind().id());
        facts.put("stage", evidence.stage().id());
        facts.put("started_ms", Milliseconds.rounded(Math.max(0, evidence.span().startMs())));
        if (evidence.span().startMs() < 0) {
            // another check-up saw it, that long before this one began
            facts.put("age_ms", Milliseconds.rounded(-evidence.span().startMs()));
        }
        facts.put("duration_ms", Milliseconds.rounded(evidence.span().durationMs()));
        outcome(evidence.outcome(), facts);
        evidence.onRoute().ifPresent(route -> route(route, facts));
        switch (evidence) {
            case Evidence.NameLookup lookup -> lookup(lookup, facts);
            case Evidence.TcpConnect tcp -> tcp.outcome().seen().ifPresent(connected -> facts.put("local", text(connected.local())));
            case Evidence.Greeting greeting -> {
                if (greeting.firstByteMs() >= 0) {
                    facts.put("first_byte_ms", Milliseconds.rounded(greeting.firstByteMs()));
                }
                put(facts, "first_bytes", greeting.firstBytes());
                greeting.outcome().seen().ifPresent(reply -> facts.put("reply", reply(reply)));
            }
            case Evidence.Hello hello -> {
                facts.put("encrypted", hello.encrypted());
                facts.put("verb", hello.verb());
                put(facts, "name", hello.name());
                hello.outcome().seen().ifPresent(offered -> offered(offered, facts));
            }
            case Evidence.StartTls startTls -> startTls.outcome().seen().ifPresent(reply -> facts.put("reply", reply(reply)));
            case Evidence.TlsHandshake tls -> tls(tls, facts);
            case Evidence.SignIn signIn -> {
                put(facts, "mechanism", signIn.mechanism());
                signIn.outcome().seen().ifPresent(reply -> facts.put("reply", reply(reply)));
            }
            case Evidence.EnvelopeReply envelope -> envelope.outcome().seen().ifPresent(reply -> facts.put("reply", reply(reply)));
            case Evidence.TestMessage message -> {
                facts.put("ended_at", message.at().id());
                message.outcome().seen().ifPresent(reply -> facts.put("reply", reply(reply)));
            }
            case OffRoute.PageCheck page -> page(page, facts);
            case OffRoute.ClockCheck clock -> {
                put(facts, "url", clock.url());
                facts.put("here", clock.here().toString());
                clock.outcome().seen().ifPresent(seconds -> facts.put("ahead_s", Milliseconds.rounded(seconds)));
            }
            case OffRoute.DnsCanary canary -> {
                facts.put("lure", canary.lure().name().toLowerCase(Locale.ROOT));
                put(facts, "resolver", canary.resolver());
                put(facts, "name", canary.name());
                canary.outcome().seen().ifPresent(answer -> answer(answer, facts));
            }
            case OffRoute.FirewallLook look -> {
                put(facts, "command", look.command());
                look.outcome().seen().ifPresent(rules -> rules(rules, facts));
            }
            case OffRoute.InterfaceLook look -> look.outcome().seen().ifPresent(all -> facts.put("interfaces", all.stream()
                    .limit(MOST_LINES)
                    .map(i -> Map.<String, Object>of("name", text(i.name()), "mtu", i.mtu(), "vpn", i.vpn(), "loopback", i.loopback()))
                            .toList()));
            case Evidence.PathSample sample -> sample.outcome().seen().ifPresent(all ->
                    facts.put("connects_ms", all.stream().map(Milliseconds::rounded).toList()));
            case Evidence.Unasked unasked -> unasked.outcome().seen().ifPresent(reply -> facts.put("reply", reply(reply)));
            case Evidence.LongLine line -> {
                facts.put("bytes", line.bytes());
                line.outcome().seen().ifPresent(reply -> facts.put("reply", reply(reply)));
            }
            case OffRoute.MailboxSignIn mailbox -> {
                put(facts, "host", mailbox.host());
                facts.put("port", mailbox.port());
                put(facts, "protocol", mailbox.protocol());
                mailbox.outcome().seen().ifPresent(answer -> {
                    facts.put("accepted", answer.accepted());
                    put(facts, "words", answer.words());
                });
            }
            case OffRoute.ProtectionLook look -> {
                put(facts, "command", look.command());
                look.outcome().seen().ifPresent(all -> facts.put("products", texts(all)));
            }
            case OffRoute.Pause pause -> facts.put("lost_ms", Milliseconds.rounded(pause.lostMs()));
            case OffRoute.PhpLook look -> look.outcome().seen().ifPresent(php -> php(php, facts));
            case OffRoute.SenderDomain look -> {
                put(facts, "name", look.domain());
                look.outcome().seen().ifPresent(faults -> facts.put("faults", faults.stream().limit(MOST_LINES).map(EvidenceFacts::fault)
                        .toList()));
            }
            case Evidence.Defect defect -> facts.put("probe", text(defect.probe()));
        }
        return facts;
    }

    private static void outcome(Outcome<?> outcome, Map<String, Object> facts) {
        switch (outcome) {
            case Outcome.Seen<?>(var seen) -> facts.put("status", refused(seen) ? "failed" : "ok");
            case Outcome.Failed<?>(var how, var raw) -> {
                facts.put("status", "failed");
                facts.put("failure", how.id());
                put(facts, "raw", raw);
            }
            case Outcome.Skipped<?>(var why) -> {
                facts.put("status", "skipped");
                facts.put("because", why.name().toLowerCase(Locale.ROOT));
            }
            case Outcome.Broke<?>(var bug) -> {
                // The type alone: a message could carry anything.
                facts.put("status", "failed");
                facts.put("failure", "defect");
                facts.put("raw", bug instanceof RecordedDefect recorded ? recorded.getMessage() : bug.getClass().getName());
            }
        }
    }

    /// A reply was seen, and it said no.
    private static boolean refused(Object seen) {
        return seen instanceof Reply reply && !reply.positive() || seen instanceof OffRoute.MailboxAnswer mailbox && !mailbox.accepted()
                || seen instanceof Capabilities offered && !offered.reply().positive();
    }

    private static void route(Route route, Map<String, Object> facts) {
        put(facts, "host", route.host());
        facts.put("address", route.addressText());
        facts.put("port", route.port());
        facts.put("role", route.role().name().toLowerCase(Locale.ROOT));
        facts.put("mode", route.mode().id());
    }

    private static void lookup(Evidence.NameLookup lookup, Map<String, Object> facts) {
        facts.put("resolver", text(lookup.resolver()));
        facts.put("name", text(lookup.name()));
        facts.put("type", lookup.type());
        lookup.outcome().seen().ifPresent(answer -> answer(answer, facts));
    }

    private static void answer(Evidence.Answer answer, Map<String, Object> facts) {
        facts.put("addresses", answer.addresses().stream().limit(MOST_LINES).map(AddressText::of).toList());
        facts.put("aliases", texts(answer.aliases()));
    }

    private static void rules(List<OffRoute.FirewallRule> rules, Map<String, Object> facts) {
        facts.put("rules", rules.stream().limit(MOST_LINES).map(r -> text(r.text())).toList());
        facts.put("scopes", rules.stream().limit(MOST_LINES).map(rule -> {
            var scope = new LinkedHashMap<String, Object>();
            scope.put("ports", rule.ports());
            put(scope, "address", rule.address());
            scope.put("ipv4", rule.ipv4());
            scope.put("ipv6", rule.ipv6());
            if (rule.sway() != OffRoute.FirewallRule.Sway.STOPS) {
                scope.put("sway", rule.sway().name().toLowerCase(Locale.ROOT));
            }
            if (rule.mark() != 0) {
                scope.put("mark", rule.mark());
            }
            return scope;
        }).toList());
    }

    private static void php(OffRoute.Php php, Map<String, Object> facts) {
        put(facts, "form", php.form());
        put(facts, "machine", php.machine());
        put(facts, "version", php.version());
        facts.put("functions_off", texts(php.functionsOff()));
        facts.put("ways", texts(php.ways()));
        put(facts, "way", php.way());
        put(facts, "openssl", php.openssl());
        put(facts, "curl", php.curl());
        put(facts, "ca_bundle", php.bundle());
        put(facts, "ca_bundle_dated", php.bundleDated());
        php.trusts().ifPresent(trusts -> facts.put("trusts", trusts));
        put(facts, "trust_words", php.trustWords());
        facts.put("mail_function", php.mail());
        put(facts, "sendmail_path", php.sendmail());
        facts.put("sendmail_there", php.sendmailThere());
        put(facts, "selinux", php.selinux());
    }

    private static Map<String, Object> fault(OffRoute.RecordFault fault) {
        var values = new LinkedHashMap<String, Object>();
        fault.facts().forEach((name, value) -> put(values, name, value));
        var facts = new LinkedHashMap<String, Object>();
        facts.put("code", text(fault.code()));
        facts.put("facts", values);
        return facts;
    }

    private static void page(OffRoute.PageCheck page, Map<String, Object> facts) {
        put(facts, "url", page.url());
        facts.put("expected_status", page.expectedStatus());
        put(facts, "expected_body", page.expectedBody());
        page.outcome().seen().ifPresent(seen -> {
            facts.put("answer_status", seen.status());
            put(facts, "location", seen.location());
            put(facts, "body", seen.body());
        });
    }

    private static void offered(Capabilities offered, Map<String, Object> facts) {
        facts.put("reply", reply(offered.reply()));
        facts.put("capabilities", texts(offered.lines()));
        facts.put("mechanisms", texts(offered.mechanisms()));
    }

    private static void tls(Evidence.TlsHandshake tls, Map<String, Object> facts) {
        facts.put("implicit", tls.implicit());
        tls.outcome().seen().ifPresent(session -> {
            facts.put("protocol", text(session.protocol()));
            facts.put("cipher", text(session.cipherSuite()));
            if (session.asksForOurs()) {
                facts.put("asks_for_certificate", true);
            }
        });
        tls.legacy().ifPresent(version -> facts.put("legacy_protocol", text(version)));
        tls.firstHello().ifPresent(ended -> facts.put("first_hello", text(ended)));
        put(facts, "first_bytes", tls.firstBytes());
        boolean told = tls.certificate().isPresent() || !tls.firstBytes().isEmpty() || tls.legacy().isPresent()
                || tls.outcome().seen().isPresent();
        if (tls.heard() && !told) {
            facts.put("heard", true);
        }
        tls.certificate().ifPresent(certificate -> facts.put("certificate", certificate(certificate)));
    }

    private static Map<String, Object> certificate(CertificateFacts certificate) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("names", texts(certificate.names()));
        facts.put("problems", certificate.problems().stream().map(problem -> problem.id()).toList());
        facts.put("trusted_by_system", certificate.trustedBySystem());
        facts.put("trusted_by_java", certificate.trustedByJava());
        facts.put("chain", certificate.chain().stream().limit(MOST_LINES).map(CertificateText::of).toList());
        return facts;
    }

    private static Map<String, Object> reply(Reply reply) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("code", reply.code());
        reply.enhanced().ifPresent(enhanced -> facts.put("enhanced", enhanced));
        facts.put("text", text(reply.text()));
        if (!reply.lines().equals(List.of(reply.text()))) {
            facts.put("lines", texts(reply.lines()));
        }
        return facts;
    }

    private static void put(Map<String, Object> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.put(name, text(value));
        }
    }

    private static List<String> texts(List<String> all) {
        return all.stream().limit(MOST_LINES).map(EvidenceFacts::text).toList();
    }

    private static String text(String hostile) {
        return PlainText.of(hostile);
    }
}
