package org.mailmedic.report.json;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.mailmedic.evidence.Capabilities;
import org.mailmedic.evidence.CertificateFacts;
import org.mailmedic.evidence.CertificateProblem;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.OffRoute;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.evidence.Span;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Route;
import org.mailmedic.plan.Stage;
import org.mailmedic.report.RecordedDefect;
import org.mailmedic.report.Samples;

/// Makes evidence with values by chance, all of them such as can be written: printable, bounded, times in microseconds.
///
/// @param more what every text that is not a word of ours ends in
public record RandomEvidence(Random random, String more) {
    public List<Evidence> oneOfEveryKind() throws Exception {
        return List.of(new Evidence.NameLookup(word(), word(), "A", span(), outcome(_ -> answer())),
                new Evidence.TcpConnect(route(), span(), outcome(_ -> new Evidence.Connected("192.0.2.9"))),
                new Evidence.Greeting(route(), span(), random.nextBoolean() ? -1 : ms(), word(), outcome(_ -> reply())),
                new Evidence.Hello(route(), random.nextBoolean(), "EHLO", span(), outcome(_ -> new Capabilities(reply()))),
                new Evidence.Hello(route(), true, "EHLO", span(), word(), outcome(_ -> new Capabilities(reply()))),
                new Evidence.Unasked(route(), one(Stage.values()), span(), outcome(_ -> reply())),
                new OffRoute.Pause(span(), ms()),
                new Evidence.StartTls(route(), span(), outcome(_ -> reply())),
                handshake(),
                new Evidence.SignIn(route(), "PLAIN", span(), outcome(_ -> reply())),
                new Evidence.EnvelopeReply(route(), one(Evidence.Part.values()), span(), outcome(_ -> reply())),
                new Evidence.TestMessage(route(), one(Stage.values()), span(), outcome(_ -> reply())),
                new OffRoute.PageCheck(word(), 204, word(), span(), outcome(_ -> new OffRoute.Page(302, word(), word()))),
                new OffRoute.ClockCheck(word(), Instant.ofEpochMilli(random.nextInt()), span(), outcome(_ -> ms())),
                new OffRoute.DnsCanary(one(OffRoute.DnsCanary.Lure.values()), word(), word(), span(), outcome(_ -> answer())),
                new OffRoute.FirewallLook(word(), span(), outcome(_ -> List.of(new OffRoute.FirewallRule(List.of(25, 587), "",
                        random.nextBoolean(), true, word()), new OffRoute.FirewallRule(List.of(), "192.0.2.0/24", true, false,
                                word())))),
                new OffRoute.InterfaceLook(span(), outcome(_ -> List.of(new OffRoute.Interface(word(), 1500, random.nextBoolean(),
                        random.nextBoolean())))),
                new Evidence.PathSample(route(), span(), outcome(_ -> List.of(ms(), -1.0, ms()))),
                new Evidence.LongLine(route(), 1400, span(), outcome(_ -> reply())),
                new OffRoute.MailboxSignIn(word(), 993, "IMAP", span(),
                        outcome(_ -> new OffRoute.MailboxAnswer(random.nextBoolean(), word()))),
                new OffRoute.ProtectionLook(word(), span(), outcome(_ -> List.of(word(), word()))),
                new OffRoute.PhpLook(span(), outcome(_ -> new OffRoute.Php("php", word(), "8.2.1", List.of(word()), List.of(word()),
                        word(),
                        word(), word(), word(), word(), random.nextBoolean() ? Optional.of(random.nextBoolean()) : Optional.empty(),
                        word(), random.nextBoolean(), word(), random.nextBoolean(), word()))),
                new OffRoute.SenderDomain(word(), span(), outcome(_ -> List.of(new OffRoute.RecordFault("domain.spf_missing",
                        Map.of("domain", word()))))),
                new Evidence.Defect(word(), one(Stage.values()), span(), new Outcome.Broke<>(new RecordedDefect("a.Bug"))));
    }

    /// Seen, failed, skipped or broken.
    private <T> Outcome<T> outcome(Function<Random, T> value) {
        return switch (random.nextInt(5)) {
            case 0 -> Outcome.failed(one(Failure.values()), word());
            case 1 -> new Outcome.Skipped<>(one(Outcome.Reason.values()));
            case 2 -> new Outcome.Broke<>(new RecordedDefect("java.lang.Error"));
            default -> Outcome.of(value.apply(random));
        };
    }

    private Optional<CertificateFacts> certificate() {
        return random.nextBoolean() ? Optional.empty() : Optional.of(new CertificateFacts(List.of(Samples.leaf(), Samples.leaf()),
                List.of(one(CertificateProblem.values())), List.of(word()), random.nextBoolean(), random.nextBoolean()));
    }

    private Evidence.Answer answer() {
        return new Evidence.Answer(List.of(address(), address()), List.of(word()));
    }

    private Reply reply() {
        List<String> lines = new ArrayList<>(List.of(word()));
        for (int more = random.nextInt(4); more > 0; more--) {
            lines.add(random.nextInt(5) == 0 ? "" : "2.1.0 " + word());
        }
        return new Reply(200 + random.nextInt(400), lines);
    }

    private Route route() {
        return new Route(one(Route.Role.values()), "server.example", address(), 1 + random.nextInt(65535), one(Mode.values()));
    }

    private InetAddress address() {
        return InetAddress.ofLiteral(random.nextBoolean() ? "192.0.2." + random.nextInt(256) : "2001:db8::" + (1
                + random.nextInt(9999)));
    }

    private Span span() {
        return new Span(ms(), ms());
    }

    private double ms() {
        return random.nextInt(10_000_000) / 1000.0;
    }

    private Evidence.TlsHandshake handshake() {
        var made = new Evidence.TlsHandshake(route(), random.nextBoolean(), span(), certificate(), word(),
                random.nextBoolean() ? Optional.of("TLSv1") : Optional.empty(),
                outcome(_ -> new Evidence.TlsSession("TLSv1.3", word(), random.nextBoolean())));
        return random.nextBoolean() ? made.after("Received fatal alert: handshake_failure") : made;
    }

    private String word() {
        var word = new StringBuilder("w");
        for (int length = random.nextInt(12); length > 0; length--) {
            word.appendCodePoint(random.nextInt(20) == 0 ? 0xe4 : 'a' + random.nextInt(26));
        }
        return word + more;
    }

    @SafeVarargs
    private <T> T one(T... all) {
        return all[random.nextInt(all.length)];
    }
}
