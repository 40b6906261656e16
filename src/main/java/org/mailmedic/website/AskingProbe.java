package org.mailmedic.website;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailmedic.net.Network;
import org.mailmedic.net.SystemNetwork;
import org.mailmedic.net.tls.TlsInspector;
import org.mailmedic.net.tls.TrustJudge;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.web.BoundedDocument;
import org.mailmedic.net.web.UnfetchedException;
import org.mailmedic.settings.HostName;

/// Asks a probe at a person's own address, once.
public final class AskingProbe {
    /// Longer than a probe may take.
    public static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    /// What a probe says to those whom it does not answer; see `notFound` in it.
    private static final String TURNED_AWAY = "<!DOCTYPE html>\n<title>404 Not Found</title>\n<h1>Not Found</h1>";
    private static final Pattern TYPED = Pattern.compile("(?<scheme>(?i:https?))://(?<host>\\[[^\\]/?#]*]|[^:/?#\\[\\]@\\\\]+)"
            + "(?::(?<port>\\d{1,5}))?(?<path>(?:/[^?#]*)?)(?:[?#].*)?");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._~-]{1,200}");

    private final BoundedDocument web;
    private final Network network;

    /// @param web bounded to [TestimonyReader#LARGEST] and to one host
    public AskingProbe(BoundedDocument web, Network network) {
        this.web = web;
        this.network = network;
    }

    /// By this computer's network.
    ///
    /// @param clock for the web server's certificate
    public static AskingProbe usual(Authorities authorities, InstantSource clock) {
        var network = new SystemNetwork();
        var tls = new TlsInspector(new TrustJudge(authorities.stores(), false), clock::instant);
        var web = new BoundedDocument(network, (host, _) -> List.of(InetAddress.getAllByName(host)), tls);
        return new AskingProbe(web.ofOneHost(TestimonyReader.LARGEST), network);
    }

    /// What the web server answered.
    public sealed interface Answer {
        /// @param secure whether it came over HTTPS
        record Came(byte[] body, boolean secure) implements Answer {}

        /// The web server says that there is no such file.
        record NotThere() implements Answer {}

        /// The file itself says so: its time is over, it was asked too often, or the key is another one's.
        record TurnedAway() implements Answer {}

        /// @param status what the web server said instead, such as 500
        record Other(int status) implements Answer {}

        /// @param why fit to be shown
        record NoAnswer(String why) implements Answer {}
    }

    /// The address to ask, with the key behind it; empty when `url` is no address of a website, or `key` none of a probe. A query and a
    /// fragment in `url` are dropped; a name in another script is put into its ASCII form (RFC 5891).
    public static Optional<URI> address(String url, String key) {
        var typed = TYPED.matcher(url.strip());
        if (!typed.matches() || !KEY.matcher(key.strip()).matches()
                || !(HostName.read(typed.group("host")) instanceof HostName.Usable(var host, var literal))) {
            return Optional.empty();
        }
        try {
            String named = literal && host.indexOf(':') >= 0 ? "[" + host + "]" : host;
            String path = typed.group("path").isEmpty() ? "/" : typed.group("path");
            String port = typed.group("port") == null ? "" : ":" + typed.group("port");
            return Optional.of(URI.create(URI.create(typed.group("scheme") + "://" + named + port + path + "?k=" + key.strip())
                    .toASCIIString()));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    public Answer ask(URI address) {
        try {
            var document = web.get(address, Deadline.in(PATIENCE, network::nanoTime));
            return switch (document.status()) {
                case OK -> new Answer.Came(document.body(), document.secure());
                case NOT_FOUND -> TURNED_AWAY.equals(new String(document.body(), StandardCharsets.UTF_8).strip()) ? new Answer.TurnedAway()
                        : new Answer.NotThere();
                default -> new Answer.Other(document.status());
            };
        } catch (IOException why) {
            return new Answer.NoAnswer(UnfetchedException.why(why));
        }
    }
}
