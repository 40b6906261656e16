package org.mailmedic.checkup;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.reply.ReplyReader;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Evidence.SignIn;
import org.mailmedic.evidence.Evidence.TlsHandshake;
import org.mailmedic.evidence.OffRoute.MailboxSignIn;
import org.mailmedic.net.dns.Resolvers;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.plan.Plan;
import org.mailmedic.plan.Stage;
import org.mailmedic.probe.Instruments;
import org.mailmedic.probe.MailboxProbe;
import org.mailmedic.provider.MailboxBook;
import org.mailmedic.provider.MailboxDoor;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Security;

/// Same mailbox, other door: where the server for sending does not accept the password, and the person allowed it, the mailbox itself is
/// asked, once. A password that opens it is right, so that something else keeps it from sending.
///
/// Never after words that speak of a lock, a suspension or too many attempts, and only where the server itself had proven who it is.
final class MailboxLook {
    private final Instruments instruments;
    private final Recorder recorder;
    private final Workers workers;

    MailboxLook(Instruments instruments, Recorder recorder, Workers workers) {
        this.instruments = instruments;
        this.recorder = recorder;
        this.workers = workers;
    }

    void take(CaseFile file, Deadline deadline) throws InterruptedException {
        Plan plan = instruments.plan();
        if (!plan.mailbox() || !(instruments.settings().login() instanceof Login.Password login) || !merelyRefused(file)) {
            return;
        }
        var probe = new MailboxProbe(instruments);
        for (MailboxDoor door : MailboxBook.load().doors(plan.host(), plan.literal())) {
            Optional<InetAddress> address = lookUp(door.host(), deadline);
            if (address.isPresent() && !deadline.passed()) {
                Optional<MailboxSignIn> tried = probe.knock(door.host(), plan.literal(), address.get(), door.port(),
                        door.protocol() == MailboxDoor.Protocol.POP3, door.security() == Security.STARTTLS, login, deadline);
                tried.ifPresent(recorder::note);
                if (tried.isPresent()) {
                    return;
                }
            }
        }
    }

    private static boolean merelyRefused(CaseFile file) {
        boolean proven = file.target(TlsHandshake.class).map(TlsHandshake::verified).orElse(false);
        return proven && file.target(SignIn.class).flatMap(s -> s.outcome().seen())
                .flatMap(reply -> new ReplyReader().read(reply, Stage.SIGN_IN)).filter(r -> r.code() == Code.AUTH_BAD_CREDENTIALS)
                .isPresent();
    }

    private Optional<InetAddress> lookUp(String host, Deadline deadline) throws InterruptedException {
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException aName) {
            try {
                return workers.startNative("mailbox-lookup", () -> Resolvers.system(host)).get(Math.max(1, deadline.remaining().toMillis()),
                        TimeUnit.MILLISECONDS).seen().map(Evidence.Answer::addresses).map(List::getFirst);
            } catch (TimeoutException | ExecutionException noAnswer) {
                return Optional.empty();
            }
        }
    }
}
