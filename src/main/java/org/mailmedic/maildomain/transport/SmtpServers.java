package org.mailmedic.maildomain.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.evidence.Capabilities;
import org.mailmedic.evidence.CertificateFacts;
import org.mailmedic.maildomain.dns.Zone;
import org.mailmedic.net.Network;
import org.mailmedic.net.dns.DnsData;
import org.mailmedic.net.dns.DnsType;
import org.mailmedic.net.smtp.SmtpDialogue;
import org.mailmedic.net.tls.TlsInspector;
import org.mailmedic.net.transport.Connection;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Share;
import org.mailmedic.net.transport.Transcript;
import org.mailmedic.settings.MailPorts;

/// Asks the servers themselves, as another mail server would: greeting, EHLO, STARTTLS, and goodbye (RFC 3207). Nothing is sent. On a line
/// where something else answers in their place, nothing was seen of them. Thread-safe.
public final class SmtpServers implements MailServers {
    private static final int PORT = MailPorts.BETWEEN_SERVERS;
    private static final int MOST_ADDRESSES = 2;
    private static final int OK = 220;
    /// TEST-NET-1 is assigned to nobody (RFC 5737): whatever answers there answers for every address.
    private static final InetSocketAddress NOBODY = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), PORT);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Network network;
    private final Zone zone;
    private final TlsInspector tls;
    private final Duration time;
    private Optional<Boolean> redirected = Optional.empty();

    /// @param time for one host
    public SmtpServers(Network network, Zone zone, TlsInspector tls, Duration time) {
        this.network = network;
        this.zone = zone;
        this.tls = tls;
        this.time = time;
    }

    @Override
    public Greeted greet(String host) {
        List<InetAddress> addresses = Stream.of(DnsType.A, DnsType.AAAA).flatMap(type -> zone.ask(host, type).all(DnsData.Address.class))
                .map(DnsData.Address::address).limit(MOST_ADDRESSES).toList();
        var deadline = Deadline.in(time, network::nanoTime);
        for (InetAddress address : addresses) {
            try (Connection link = network.connect(new InetSocketAddress(address, PORT),
                    deadline.orIn(Share.of(time, 1, addresses.size())))) {
                Greeted greeted = greet(host, link, deadline);
                boolean proven = greeted.certificate().map(CertificateFacts::verified).orElse(false);
                return proven || !redirected() ? greeted : new Greeted(Reach.NOT_REACHED, Optional.empty());
            } catch (IOException | GeneralSecurityException noWay) {
                // the next address may do
            }
        }
        return new Greeted(Reach.NOT_REACHED, Optional.empty());
    }

    /// A firewall on the way writes over what it does not let through, `XXXXXXXA` for `STARTTLS`.
    private static boolean crossedOut(String keyword) {
        return keyword.strip().regionMatches(true, 0, "XXXX", 0, 4);
    }

    /// Whether this line leads port 25 to a server of its own; asked once, and only where nothing proves who answered.
    private synchronized boolean redirected() {
        if (redirected.isEmpty()) {
            try {
                network.connect(NOBODY, Deadline.in(time, network::nanoTime).orIn(PATIENCE)).close();
                redirected = Optional.of(true);
            } catch (IOException nobody) {
                redirected = Optional.of(false);
            }
        }
        return redirected.get();
    }

    private Greeted greet(String host, Connection link, Deadline deadline) throws IOException, GeneralSecurityException {
        var dialogue = new SmtpDialogue(link, new Transcript(network::nanoTime, network.nanoTime()));
        if (dialogue.reply(deadline).code() != OK) {
            return new Greeted(Reach.NOT_REACHED, Optional.empty());
        }
        var capabilities = new Capabilities(dialogue.command("EHLO [127.0.0.1]", deadline));
        if (!capabilities.reply().positive() || !capabilities.offers("STARTTLS")) {
            dialogue.quit(deadline);
            boolean own = capabilities.reply().positive() && capabilities.lines().stream().noneMatch(SmtpServers::crossedOut);
            return new Greeted(own ? Reach.WITHOUT_TLS : Reach.NOT_REACHED, Optional.empty());
        }
        if (dialogue.command("STARTTLS", deadline).code() != OK) {
            return new Greeted(Reach.WITHOUT_TLS, Optional.empty());
        }
        TlsInspector.Look look = tls.handshake(dialogue, host, false, deadline);
        if (look.outcome().seen().isPresent()) {
            dialogue.quit(deadline);
        }
        return new Greeted(look.certificate().isPresent() ? Reach.TLS : Reach.NOT_REACHED, look.certificate());
    }
}
