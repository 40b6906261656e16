package org.mailmedic.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.mailmedic.evidence.OffRoute.MailboxAnswer;
import org.mailmedic.evidence.OffRoute.MailboxSignIn;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.net.mailbox.MailboxDialogue;
import org.mailmedic.net.transport.Connection;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Failures;
import org.mailmedic.settings.Login;

/// Tries the password at one door of the mailbox.
public final class MailboxProbe {
    private final Instruments instruments;

    public MailboxProbe(Instruments instruments) {
        this.instruments = instruments;
    }

    /// @param pop3     POP3 in TLS instead of IMAP
    /// @param startTls whether TLS comes after a command; IMAP only
    /// @return empty when nobody opens there, so that another door may be tried
    public Optional<MailboxSignIn> knock(String host, boolean literal, InetAddress address, int port, boolean pop3, boolean startTls,
                                         Login.Password login, Deadline deadline) {
        long start = instruments.now();
        Connection opened;
        try {
            opened = instruments.network().connect(new InetSocketAddress(address, port), deadline);
        } catch (IOException shut) {
            return Optional.empty();
        }
        Outcome<MailboxAnswer> outcome;
        try (Connection link = opened) {
            var dialogue = new MailboxDialogue(link, instruments.tls().get(), deadline);
            outcome = Outcome.of(pop3 ? dialogue.pop3(host, literal, login) : dialogue.imap(host, literal, startTls, login));
        } catch (IOException problem) {
            outcome = Failures.talking(problem);
        }
        return Optional.of(new MailboxSignIn(host, port, pop3 ? "POP3" : "IMAP", instruments.since(start), outcome));
    }
}
