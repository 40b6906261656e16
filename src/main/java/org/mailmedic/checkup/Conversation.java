package org.mailmedic.checkup;

import java.util.List;
import java.util.Optional;
import org.mailmedic.evidence.Capabilities;
import org.mailmedic.evidence.Evidence.EnvelopeReply;
import org.mailmedic.evidence.Evidence.Hello;
import org.mailmedic.evidence.Evidence.SignIn;
import org.mailmedic.evidence.Evidence.StartTls;
import org.mailmedic.evidence.Evidence.TlsHandshake;
import org.mailmedic.evidence.Evidence.Unasked;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Plan;
import org.mailmedic.plan.Stage;
import org.mailmedic.probe.Instruments;
import org.mailmedic.probe.Probes;
import org.mailmedic.probe.Visit;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;

/// The dialogue with a server that has greeted, as far as it was asked for and as far as it goes: introduction, encryption, sign-in,
/// envelope, message. A secret is only sent over TLS whose certificate proves the host, unless the person allowed otherwise.
final class Conversation {
    private final Settings settings;
    private final Plan plan;
    private final Instruments instruments;
    private final Probes probes;
    private final Recorder recorder;
    private final Stations stations;
    private final Optional<TestLetter> letter;

    Conversation(Instruments instruments, Recorder recorder, Stations stations, Optional<TestLetter> letter) {
        this.settings = instruments.settings();
        this.plan = instruments.plan();
        this.instruments = instruments;
        this.probes = new Probes(instruments);
        this.recorder = recorder;
        this.stations = stations;
        this.letter = letter;
    }

    void hold(Visit visit) {
        try {
            converse(visit);
        } finally {
            visit.dialogue().unasked().ifPresent(said -> recorder.note(new Unasked(visit.route(), stage(said.before()),
                    instruments.since(instruments.now()), Outcome.of(said.reply()))));
        }
    }

    private static Stage stage(String command) {
        return switch (command.split(" ", 2)[0]) {
            case "STARTTLS" -> Stage.ENCRYPT;
            case "MAIL" -> Stage.SENDER;
            case "RCPT" -> Stage.RECIPIENT;
            case "RSET", "DATA" -> Stage.MESSAGE;
            case "EHLO", "HELO" -> Stage.HELLO;
            default -> Stage.SIGN_IN;
        };
    }

    private void converse(Visit visit) {
        boolean encrypted = visit.route().mode() == Mode.IMPLICIT_TLS;
        boolean verified = encrypted && recorder.evidence().stream().filter(TlsHandshake.class::isInstance).map(TlsHandshake.class::cast)
                .filter(t -> t.route().equals(visit.route())).anyMatch(TlsHandshake::verified);
        Optional<Capabilities> capabilities = hello(visit, encrypted);
        if (capabilities.isEmpty()) {
            return;
        }
        if (!encrypted && settings.security() != Security.NONE) {
            stations.begin(Stage.ENCRYPT);
            if (capabilities.get().offers("STARTTLS")) {
                verified = upgrade(visit);
                encrypted = recorder.evidence().getLast() instanceof TlsHandshake t && t.outcome().seen().isPresent();
                stations.end(Stage.ENCRYPT, verified);
                capabilities = encrypted ? hello(visit, true) : Optional.empty();
            } else if (settings.security() == Security.STARTTLS) {
                recorder.note(probes.startTls().skipped(visit, Outcome.Reason.CANNOT_SUCCEED));
                stations.end(Stage.ENCRYPT, false);
                capabilities = Optional.empty();
            } else {
                recorder.note(probes.startTls().skipped(visit, Outcome.Reason.NOT_NEEDED));
                stations.skip(Stage.ENCRYPT);
            }
        }
        boolean trustworthy = !encrypted || verified;
        boolean more = capabilities.filter(offered -> settings.login() instanceof Login.NameOnly && offered.offers("AUTH")).isEmpty();
        if (more && capabilities.isPresent() && trustworthy && signIn(visit, capabilities.get(), encrypted)
                && envelope(visit, capabilities.get()) && letter.isPresent() && plan.asked().contains(Stage.MESSAGE)) {
            send(visit);
            return;
        }
        visit.dialogue().quit(Deadline.in(ProbingPolicy.GOODBYE, instruments.network()::nanoTime));
    }

    private Optional<Capabilities> hello(Visit visit, boolean encrypted) {
        stations.begin(Stage.HELLO);
        List<Hello> answers = probes.hello().ask(visit, encrypted, instruments.step());
        answers.forEach(recorder::note);
        Hello hello = answers.getLast();
        Optional<Capabilities> accepted = hello.outcome().seen().filter(c -> c.reply().positive());
        stations.end(Stage.HELLO, accepted.isPresent());
        return accepted;
    }

    /// @return whether a secret may be sent afterwards
    private boolean upgrade(Visit visit) {
        StartTls agreed = recorder.note(probes.startTls().ask(visit, instruments.step()));
        return agreed.outcome().seen().map(Reply::positive).orElse(false) && recorder.note(probes.shakeHandsFirst(visit, false)).verified();
    }

    /// @return whether the journey goes on
    private boolean signIn(Visit visit, Capabilities offered, boolean encrypted) {
        if (!settings.login().hasCredentials()) {
            return true;
        }
        stations.begin(Stage.SIGN_IN);
        boolean withheld = !encrypted && !settings.allowPlaintextPassword();
        if (withheld) {
            boolean possible = !offered.mechanisms().isEmpty() || offered.offers("STARTTLS");
            recorder.note(probes.signIn().skipped(visit, possible ? Outcome.Reason.WITHHELD : Outcome.Reason.CANNOT_SUCCEED));
            stations.end(Stage.SIGN_IN, false);
            return false;
        }
        List<SignIn> looks = probes.signIn().signIn(visit, offered);
        looks.forEach(recorder::note);
        boolean accepted = looks.getLast().outcome().seen().map(reply -> reply.code() == 235).orElse(false);
        stations.end(Stage.SIGN_IN, accepted);
        return accepted;
    }

    private boolean envelope(Visit visit, Capabilities offered) {
        Optional<EmailAddress> from = settings.sender().or(settings::to);
        if (from.isEmpty()) {
            return false;
        }
        stations.begin(Stage.SENDER);
        EnvelopeReply sender = recorder.note(probes.envelope().sender(visit, from.get(), offered));
        stations.end(Stage.SENDER, accepted(sender));
        if (!accepted(sender) || settings.to().isEmpty()) {
            return false;
        }
        stations.begin(Stage.RECIPIENT);
        EnvelopeReply recipient = recorder.note(probes.envelope().recipient(visit, settings.to().get()));
        stations.end(Stage.RECIPIENT, accepted(recipient));
        return accepted(recipient);
    }

    private static boolean accepted(EnvelopeReply look) {
        return look.outcome().seen().map(Reply::positive).orElse(false);
    }

    private void send(Visit visit) {
        stations.begin(Stage.MESSAGE);
        Outcome<Reply> reset = probes.envelope().reset(visit);
        boolean ready = reset.seen().map(Reply::positive).orElse(false);
        var sent = recorder.note(ready ? probes.testMessage().send(visit, letter.get().written(recorder.evidence(), visit.route()))
                : probes.testMessage().without(visit, reset));
        stations.end(Stage.MESSAGE, sent.outcome().seen().map(Reply::positive).orElse(false));
    }
}
