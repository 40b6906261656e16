package org.mailmedic.checkup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.OffRoute;
import org.mailmedic.evidence.OffRoute.MailboxAnswer;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.net.transport.SentSecrets;
import org.mailmedic.report.mask.Redactor;
import org.mailmedic.settings.Settings;

/// Between what a server says after a secret was sent and everybody who hears of it: the listener, the rules, the report. A server may
/// repeat what it got. Thread-safe.
final class Curtain {
    private final Settings settings;
    private final SentSecrets sent;

    /// @param sent what goes out in secret during the run
    Curtain(Settings settings, SentSecrets sent) {
        this.settings = settings;
        this.sent = sent;
    }

    /// A redactor for all that is secret in this run, as far as it has been sent. The caller closes it.
    Redactor redactor() {
        List<char[]> copies = sent.copies();
        try {
            return Redactor.of(settings.login(), typed(settings), copies);
        } finally {
            copies.forEach(line -> Arrays.fill(line, '\0'));
        }
    }

    /// The same evidence without what is secret in a server's words.
    Evidence before(Evidence seen) {
        return switch (seen) {
            case Evidence.SignIn(var route, var mechanism, var span, var outcome) ->
                    new Evidence.SignIn(route, mechanism, span, reply(outcome));
            case Evidence.EnvelopeReply(var route, var part, var span, var outcome) ->
                    new Evidence.EnvelopeReply(route, part, span, reply(outcome));
            case Evidence.TestMessage(var route, var at, var span, var outcome) ->
                    new Evidence.TestMessage(route, at, span, reply(outcome));
            case Evidence.Unasked(var route, var stage, var span, var outcome) ->
                    new Evidence.Unasked(route, stage, span, reply(outcome));
            case OffRoute.MailboxSignIn(var host, var port, var protocol, var span, var outcome) ->
                    new OffRoute.MailboxSignIn(host, port, protocol, span, words(outcome));
            case Evidence.NameLookup _, Evidence.TcpConnect _, Evidence.Greeting _, Evidence.Hello _, Evidence.StartTls _,
                 Evidence.TlsHandshake _, OffRoute.PageCheck _, OffRoute.ClockCheck _, OffRoute.DnsCanary _, OffRoute.FirewallLook _,
                 OffRoute.InterfaceLook _, Evidence.PathSample _, Evidence.LongLine _, OffRoute.ProtectionLook _, OffRoute.Pause _,
                 OffRoute.PhpLook _, OffRoute.SenderDomain _, Evidence.Defect _ -> seen;
        };
    }

    private Outcome<Reply> reply(Outcome<Reply> outcome) {
        try (var redactor = redactor()) {
            return switch (outcome) {
                case Outcome.Seen<Reply>(var reply) -> Outcome.of(new Reply(reply.code(), redactor.redact(reply.lines())));
                case Outcome.Failed<Reply>(var how, var raw) -> Outcome.failed(how, redactor.redact(raw));
                case Outcome.Skipped<Reply> _, Outcome.Broke<Reply> _ -> outcome;
            };
        }
    }

    private Outcome<MailboxAnswer> words(Outcome<MailboxAnswer> outcome) {
        try (var redactor = redactor()) {
            return switch (outcome) {
                case Outcome.Seen<MailboxAnswer>(var answer) ->
                        Outcome.of(new MailboxAnswer(answer.accepted(), redactor.redact(answer.words())));
                case Outcome.Failed<MailboxAnswer>(var how, var raw) -> Outcome.failed(how, redactor.redact(raw));
                case Outcome.Skipped<MailboxAnswer> _, Outcome.Broke<MailboxAnswer> _ -> outcome;
            };
        }
    }

    /// What the person gave in the open.
    private static List<String> typed(Settings settings) {
        List<String> typed = new ArrayList<>(List.of(settings.host()));
        settings.login().userName().ifPresent(typed::add);
        Stream.of(settings.sender(), settings.to()).flatMap(Optional::stream)
                .forEach(address -> typed.addAll(List.of(address.toString(), address.domain())));
        return typed;
    }
}
