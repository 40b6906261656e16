package org.mailmedic.provider;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mailmedic.settings.Security;

/// Says where the mailbox is that belongs to a server for sending: known providers as data, others by the names that hosts usually have.
///
/// A password is tried there, so only names that surely belong to the same provider are said: never one made from the person's address.
/// Thread-safe.
public final class MailboxBook {
    /// What a server for sending is called within its domain.
    private static final Set<String> SENDING = Set.of("smtp", "smtps", "mail", "out", "outgoing", "send", "submission");
    private static final int LABELS = 3;

    private record Known(String smtp, String host) {}

    private final Resource<List<Known>> known = new Resource<>("mailboxes.json",
            root -> root.entries("mailboxes").stream().map(e -> new Known(e.text("smtp"), e.text("host"))).toList());

    private MailboxBook() {}

    /// The book that comes with the program.
    public static MailboxBook load() {
        return new MailboxBook();
    }

    /// The doors to try, in order; one that does not open says nothing.
    ///
    /// @param smtpHost the server for sending
    /// @param literal  whether that is an address
    public List<MailboxDoor> doors(String smtpHost, boolean literal) {
        String host = smtpHost.toLowerCase(Locale.ROOT);
        Optional<String> byBook = known.get().stream().filter(k -> k.smtp().equals(host)).map(Known::host).findFirst();
        return byBook.map(Stream::of).orElseGet(() -> literal ? Stream.of(host) : usualNames(host)).flatMap(MailboxBook::doorsOf).toList();
    }

    private static Stream<String> usualNames(String host) {
        String[] labels = host.split("\\.", 2);
        boolean service = host.split("\\.").length >= LABELS && SENDING.contains(labels[0]);
        return service ? Stream.of(labels[0].equals("mail") ? host : "imap." + labels[1], labels[0].equals("mail") ? "imap." + labels[1]
                : host)
                : Stream.of(host);
    }

    private static Stream<MailboxDoor> doorsOf(String host) {
        return Stream.of(new MailboxDoor(host, MailboxDoor.Protocol.IMAP, 993, Security.TLS),
                new MailboxDoor(host, MailboxDoor.Protocol.IMAP, 143, Security.STARTTLS),
                new MailboxDoor(host, MailboxDoor.Protocol.POP3, 995, Security.TLS));
    }
}
