package org.mailmedic.evidence;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailmedic.plan.Route;
import org.mailmedic.plan.Stage;

/// What was seen: facts and times, never a judgement. Sealed, so that whoever reads it handles every kind.
public sealed interface Evidence {
    /// Unique within one run and readable: `tcp-587-192.0.2.1`.
    String id();

    /// The kind's name in the report.
    String kind();

    Stage stage();

    Span span();

    Outcome<?> outcome();

    /// The route it was seen on; empty for what belongs to no connection.
    Optional<Route> onRoute();

    /// One question to one resolver.
    ///
    /// @param resolver `system` or the server's address
    /// @param type     `A` or `AAAA`; `any` for the system's own lookup, which asks for both
    record NameLookup(String resolver, String name, String type, Span span, Outcome<Answer> outcome) implements Evidence {
        public static final String SYSTEM = "system";

        @Override
        public String id() {
            return "dns-" + resolver + "-" + type.toLowerCase(Locale.ROOT) + "-" + name;
        }

        @Override
        public String kind() {
            return "dns";
        }

        @Override
        public Stage stage() {
            return Stage.DNS;
        }

        @Override
        public Optional<Route> onRoute() {
            return Optional.empty();
        }

        public boolean bySystem() {
            return resolver.equals(SYSTEM);
        }
    }

    /// @param addresses at least one
    /// @param aliases   the CNAMEs that were followed, in order
    record Answer(List<InetAddress> addresses, List<String> aliases) {
        public Answer {
            addresses = List.copyOf(addresses);
            aliases = List.copyOf(aliases);
        }
    }

    /// One TCP handshake with one address.
    record TcpConnect(Route route, Span span, Outcome<Connected> outcome) implements OnRoute {
        @Override
        public String kind() {
            return "tcp";
        }

        @Override
        public Stage stage() {
            return Stage.CONNECT;
        }
    }

    /// @param local the address of this computer that was used
    record Connected(String local) {}

    /// What the server said first (RFC 5321 §3.1).
    ///
    /// @param firstByteMs milliseconds until the first byte; negative when none came
    /// @param firstBytes  the beginning of what came, printable, when it was no SMTP reply
    record Greeting(Route route, Span span, double firstByteMs, String firstBytes, Outcome<Reply> outcome) implements OnRoute {
        @Override
        public String kind() {
            return "greeting";
        }

        @Override
        public Stage stage() {
            return Stage.GREETING;
        }
    }

    /// EHLO, or HELO when EHLO is not known there.
    ///
    /// @param encrypted whether it was asked inside TLS
    /// @param verb      `EHLO` or `HELO`, whichever was asked last
    record Hello(Route route, boolean encrypted, String verb, Span span, Outcome<Capabilities> outcome) implements OnRoute {
        @Override
        public String id() {
            return "hello-" + (encrypted ? "tls-" : "") + route.key();
        }

        @Override
        public String kind() {
            return "hello";
        }

        @Override
        public Stage stage() {
            return Stage.HELLO;
        }
    }

    /// The STARTTLS command and its reply (RFC 3207 §4).
    record StartTls(Route route, Span span, Outcome<Reply> outcome) implements OnRoute {
        @Override
        public String kind() {
            return "starttls";
        }

        @Override
        public Stage stage() {
            return Stage.ENCRYPT;
        }
    }

    /// The TLS handshake.
    ///
    /// @param implicit    whether it was the first thing on the connection
    /// @param certificate captured as soon as the server sent it, also when the handshake failed later
    /// @param firstBytes  what came instead of TLS, printable; empty when it was TLS
    /// @param legacy      the newest old version (`TLSv1.1`, `TLSv1`, `SSLv3`) that the server speaks, when only that is why it failed
    record TlsHandshake(Route route, boolean implicit, Span span, Optional<CertificateFacts> certificate, String firstBytes,
                        Optional<String> legacy, Outcome<TlsSession> outcome) implements OnRoute {
        @Override
        public String kind() {
            return "tls";
        }

        @Override
        public Stage stage() {
            return Stage.ENCRYPT;
        }

        /// Whether a secret may be sent over it: shaken hands, and the certificate proves the host.
        public boolean verified() {
            return outcome.seen().isPresent() && certificate.isPresent() && certificate.get().verified();
        }
    }

    record TlsSession(String protocol, String cipherSuite) {}

    /// The one attempt to sign in (RFC 4954).
    ///
    /// @param mechanism the SASL mechanism, empty when none was tried
    record SignIn(Route route, String mechanism, Span span, Outcome<Reply> outcome) implements OnRoute {
        @Override
        public String id() {
            return "sign-in" + (mechanism.isEmpty() ? "" : "-" + mechanism.toLowerCase(Locale.ROOT)) + "-" + route.key();
        }

        @Override
        public String kind() {
            return "sign_in";
        }

        @Override
        public Stage stage() {
            return Stage.SIGN_IN;
        }
    }

    /// One envelope command and its reply.
    record EnvelopeReply(Route route, Part part, Span span, Outcome<Reply> outcome) implements OnRoute {
        @Override
        public String kind() {
            return part == Part.SENDER ? "sender" : "recipient";
        }

        @Override
        public Stage stage() {
            return part == Part.SENDER ? Stage.SENDER : Stage.RECIPIENT;
        }
    }

    enum Part { SENDER, RECIPIENT }

    /// One real test message, sent the way a normal program would.
    ///
    /// @param at where it ended: [Stage#MESSAGE], or the earlier stage whose reply ended it
    record TestMessage(Route route, Stage at, Span span, Outcome<Reply> outcome) implements OnRoute {
        @Override
        public String kind() {
            return "message";
        }

        @Override
        public Stage stage() {
            return Stage.MESSAGE;
        }
    }

    /// A bug of ours that ended one look; the check-up goes on with what remains.
    record Defect(String probe, Stage stage, Span span, Outcome<Void> outcome) implements Evidence {
        @Override
        public String id() {
            return "defect-" + probe;
        }

        @Override
        public String kind() {
            return "defect";
        }

        @Override
        public Optional<Route> onRoute() {
            return Optional.empty();
        }
    }

    /// What all evidence from one connection shares.
    sealed interface OnRoute extends Evidence permits TcpConnect, Greeting, Hello, StartTls, TlsHandshake, SignIn, EnvelopeReply, TestMessage {
        Route route();

        @Override
        default String id() {
            return kind().replace('_', '-') + "-" + route().key();
        }

        @Override
        default Optional<Route> onRoute() {
            return Optional.of(route());
        }
    }
}
