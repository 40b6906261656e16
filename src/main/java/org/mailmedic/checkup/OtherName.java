package org.mailmedic.checkup;

import java.util.Optional;
import java.util.regex.Pattern;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.reply.ReplyReader;
import org.mailmedic.evidence.Capabilities;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence.EnvelopeReply;
import org.mailmedic.evidence.Evidence.Hello;
import org.mailmedic.evidence.Evidence.Part;
import org.mailmedic.evidence.Evidence.SignIn;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Route;
import org.mailmedic.probe.Instruments;
import org.mailmedic.probe.Probes;
import org.mailmedic.probe.Visit;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.Settings;

/// Some servers take an address in EHLO and mind it only later, at the sender or the recipient, or hang up on it without a word about why.
/// A domain's name is tried then, from the beginning, on a connection of its own: a second EHLO after the sign-in would make some servers
/// forget the sign-in, and a password is not used twice, so that nothing is tried where one was used.
final class OtherName {
    private static final int CLOSING = 421;
    /// Whoever says so minds no name.
    private static final Pattern BUSY = Pattern.compile("busy|load|too many|later|available|shut|maintenance|resource|limit|connections",
            Pattern.CASE_INSENSITIVE);
    private final Instruments instruments;
    private final Probes probes;
    private final Recorder recorder;
    private final ReplyReader replies = new ReplyReader();

    OtherName(Instruments instruments, Recorder recorder) {
        this.instruments = instruments;
        this.probes = new Probes(instruments);
        this.recorder = recorder;
    }

    void tryIt(CaseFile file, Route route) {
        boolean signedIn = file.all(SignIn.class).anyMatch(s -> !(s.outcome() instanceof Outcome.Skipped<?>));
        Optional<Part> minded = minded(file, route);
        if (file.plan().quick() || signedIn || minded.isEmpty() && !hungUp(file, route)) {
            return;
        }
        Deadline deadline = instruments.step();
        probes.connect().open(route, instruments.transcript(), deadline).visit().ifPresent(visit -> {
            try (visit) {
                again(visit, file, minded, deadline).filter(hello -> hello.outcome().seen().filter(c -> c.reply().positive()).isPresent())
                        .ifPresent(recorder::note);
                visit.dialogue().quit(deadline);
            }
        });
    }

    /// Where the name was minded in words.
    private Optional<Part> minded(CaseFile file, Route route) {
        return file.all(EnvelopeReply.class).filter(e -> e.route().equals(route))
                .filter(e -> e.outcome().seen().flatMap(reply -> replies.read(reply, e.stage()))
                        .filter(reading -> reading.code() == Code.SMTP_HELLO_REJECTED).isPresent())
                .map(EnvelopeReply::part).findFirst();
    }

    private boolean hungUp(CaseFile file, Route route) {
        return file.all(Hello.class).filter(h -> h.route().equals(route)).reduce((_, last) -> last).flatMap(h -> h.outcome().seen())
                .map(Capabilities::reply).filter(reply -> reply.code() == CLOSING)
                .filter(reply -> !BUSY.matcher(reply.text()).find()).isPresent();
    }

    /// The way up to where our name was minded, by the other name.
    ///
    /// @return the introduction that was taken; empty where it did not help
    private Optional<Hello> again(Visit visit, CaseFile file, Optional<Part> minded, Deadline deadline) {
        boolean implicit = visit.route().mode() == Mode.IMPLICIT_TLS;
        if (implicit && probes.tls().shakeHands(visit, true, deadline).outcome().seen().isEmpty()
                || !welcome(probes.greeting().listen(visit, deadline).outcome())) {
            return Optional.empty();
        }
        Hello hello = probes.hello().askByOtherName(visit, implicit, deadline);
        if (file.encrypted() && !implicit) {
            if (!welcome(probes.startTls().ask(visit, deadline).outcome())
                    || probes.tls().shakeHands(visit, false, deadline).outcome().seen().isEmpty()) {
                return Optional.empty();
            }
            hello = probes.hello().askByOtherName(visit, true, deadline);
        }
        Settings settings = instruments.settings();
        Optional<EmailAddress> from = settings.sender().or(settings::to);
        Optional<Capabilities> offers = hello.outcome().seen();
        if (minded.isEmpty() || from.isEmpty() || offers.isEmpty()) {
            return minded.isEmpty() ? Optional.of(hello) : Optional.empty();
        }
        boolean taken = welcome(probes.envelope().sender(visit, from.get(), offers.get()).outcome())
                && (minded.get() == Part.SENDER || settings.to().filter(to -> welcome(probes.envelope().recipient(visit, to).outcome()))
                        .isPresent());
        return taken ? Optional.of(hello) : Optional.empty();
    }

    private static boolean welcome(Outcome<Reply> outcome) {
        return outcome.seen().filter(Reply::positive).isPresent();
    }
}
