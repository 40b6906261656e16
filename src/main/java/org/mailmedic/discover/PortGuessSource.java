package org.mailmedic.discover;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mailmedic.evidence.Capabilities;
import org.mailmedic.evidence.CertificateFacts;
import org.mailmedic.evidence.CertificateProblem;
import org.mailmedic.evidence.Reply;
import org.mailmedic.net.Network;
import org.mailmedic.net.smtp.SmtpDialogue;
import org.mailmedic.net.tls.TlsInspector;
import org.mailmedic.net.transport.Connection;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Transcript;
import org.mailmedic.net.web.BoundedDocument.Lookup;
import org.mailmedic.settings.HostName;
import org.mailmedic.settings.Security;

/// Knocks at usual names and ports, politely: at most six connections, one after the other, each listens to the greeting, says EHLO
/// and QUIT, and never signs in. Nothing that it finds is trusted; the certificate will have to prove the host.
final class PortGuessSource implements Source {
    private static final List<String> PREFIXES = List.of("smtp.", "mail.", "");
    private static final Duration KNOCK = Duration.ofMillis(2500);
    private static final Duration GOODBYE = Duration.ofMillis(300);
    private static final int SERVICE_READY = 220;
    private static final int MOST_NAMES = 3;

    private final Network network;
    private final Lookup lookup;
    private final TlsInspector tls;
    private final Ports ports;

    /// The two ports, as a parameter for tests.
    record Ports(int tls, int startTls) {
        static final Ports USUAL = new Ports(465, 587);
    }

    PortGuessSource(Network network, Lookup lookup, TlsInspector tls, Ports ports) {
        this.network = network;
        this.lookup = lookup;
        this.tls = tls;
        this.ports = ports;
    }

    @Override
    public Origin origin() {
        return Origin.GUESS;
    }

    @Override
    public Look look(Person person, Deadline deadline) throws IOException {
        Set<InetAddress> tried = new HashSet<>();
        for (String prefix : PREFIXES) {
            String host = prefix + person.domain();
            Optional<InetAddress> address = lookup.addresses(host, deadline).stream().findFirst();
            if (address.isPresent() && tried.add(address.get())) {
                List<Candidate> found = new ArrayList<>();
                knock(host, address.get(), ports.tls(), Security.TLS, person, deadline).ifPresent(found::add);
                knock(host, address.get(), ports.startTls(), Security.STARTTLS, person, deadline).ifPresent(found::add);
                if (!found.isEmpty()) {
                    return Look.of(found);
                }
            }
        }
        return new Look.Nothing();
    }

    private Optional<Candidate> knock(String host, InetAddress address, int port, Security security, Person person, Deadline whole) {
        Deadline deadline = whole.orIn(KNOCK);
        try (Connection link = network.connect(new InetSocketAddress(address, port), deadline)) {
            var dialogue = new SmtpDialogue(link, new Transcript(network::nanoTime, network.nanoTime()));
            Optional<CertificateFacts> certificate = security == Security.TLS ? encrypt(dialogue, host, deadline) : Optional.empty();
            if (security == Security.TLS && certificate.isEmpty() || dialogue.reply(deadline).code() != SERVICE_READY) {
                return Optional.empty();
            }
            Reply hello = dialogue.command("EHLO [127.0.0.1]", deadline);
            if (!hello.positive()) {
                return Optional.empty();
            }
            if (security == Security.STARTTLS) {
                boolean upgraded = new Capabilities(hello).offers("STARTTLS") && dialogue.command("STARTTLS", deadline)
                        .code() == SERVICE_READY;
                certificate = upgraded && !dialogue.saidMore() ? encrypt(dialogue, host, deadline) : Optional.empty();
            }
            Deadline brief = whole.orIn(GOODBYE);
            dialogue.quit(brief);
            return certificate.map(facts -> {
                String name = provenName(host, address, facts, whole);
                return new Candidate(name, port, security, person.address().toString(), Origin.GUESS, false, !person.owns(name));
            });
        } catch (IOException | GeneralSecurityException nobodyThere) {
            return Optional.empty();
        }
    }

    private Optional<CertificateFacts> encrypt(SmtpDialogue dialogue, String host, Deadline deadline) throws GeneralSecurityException {
        TlsInspector.Look look = tls.handshake(dialogue, host, false, deadline);
        return look.outcome().seen().isPresent() ? look.certificate() : Optional.empty();
    }

    /// On shared hosting the certificate names the hosting company's server: that name, when it leads to the same address.
    private String provenName(String host, InetAddress address, CertificateFacts facts, Deadline deadline) {
        if (!facts.problems().contains(CertificateProblem.WRONG_NAME)) {
            return host;
        }
        return facts.names().stream().map(name -> name.toLowerCase(Locale.ROOT)).filter(PortGuessSource::fullName).limit(MOST_NAMES)
                .filter(name -> leadsTo(name, address, deadline)).findFirst().orElse(host);
    }

    /// No star, no address, and not `localhost`.
    private static boolean fullName(String name) {
        return name.indexOf('.') > 0 && HostName.read(name) instanceof HostName.Usable(var _, var literal) && !literal;
    }

    private boolean leadsTo(String name, InetAddress address, Deadline deadline) {
        try {
            return lookup.addresses(name, deadline).contains(address);
        } catch (IOException unknown) {
            return false;
        }
    }
}
