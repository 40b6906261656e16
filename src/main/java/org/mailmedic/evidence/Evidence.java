package org.mailmedic.evidence;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailmedic.plan.Route;
import org.mailmedic.plan.Stage;

/// What was seen: facts and times, never a judgement. Sealed, so that whoever reads it handles every kind.
public sealed interface Evidence permits Evidence.NameLookup, Evidence.Defect, Evidence.OnRoute, OffRoute {
    /// Unique within one run and readable: `tcp-587-192.0.2.1`.
    String id();

    EvidenceKind kind();

    /// The part of the journey that it is about.
    default Stage stage() {
        return kind().stage();
    }

    Span span();

    Outcome<?> outcome();

    /// Whether it was seen, and what the server said in it, if anything, was not a refusal.
    default boolean good() {
        return outcome().seen().filter(value -> switch (value) {
            case Reply reply -> reply.positive();
            case Capabilities offers -> offers.reply().positive();
            default -> true;
        }).isPresent();
    }

    /// The route it was seen on; empty for what belongs to no connection.
    Optional<Route> onRoute();

    /// One question to one resolver.
    ///
    /// @param resolver `system` or the server's address
    /// @param type     `A` or `AAAA`; `any` for the system's own lookup, which asks for both; `MX` for the hosts that receive a domain's
    ///                 mail,
    ///                 which stand among the aliases then
    record NameLookup(String resolver, String name, String type, Span span, Outcome<Answer> outcome) implements Evidence {
        public static final String SYSTEM = "system";
        public static final String MX = "MX";

        @Override
        public String id() {
            return "dns-" + resolver + "-" + type.toLowerCase(Locale.ROOT) + "-" + name;
        }

        @Override
        public EvidenceKind kind() {
            return EvidenceKind.DNS;
        }

        @Override
        public Optional<Route> onRoute() {
            return Optional.empty();
        }

        public boolean bySystem() {
            return resolver.equals(SYSTEM) && !aboutMx();
        }

        public boolean aboutMx() {
            return type.equals(MX);
        }
    }

    /// @param addresses at least one, unless it was about MX
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
        public EvidenceKind kind() {
            return EvidenceKind.TCP;
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
        public EvidenceKind kind() {
            return EvidenceKind.GREETING;
        }
    }

    /// EHLO, or HELO when EHLO is not known there.
    ///
    /// @param encrypted whether it was asked inside TLS
    /// @param verb      `EHLO` or `HELO`, whichever was asked last
    /// @param name      the other name that was given when the usual one had cost us the dialogue; empty otherwise
    record Hello(Route route, boolean encrypted, String verb, Span span, String name, Outcome<Capabilities> outcome) implements OnRoute {
        /// By the usual name.
        public Hello(Route route, boolean encrypted, String verb, Span span, Outcome<Capabilities> outcome) {
            this(route, encrypted, verb, span, "", outcome);
        }

        @Override
        public String id() {
            return (verb.equals("HELO") ? "helo-" : name.isEmpty() ? "hello-" : "hello-named-") + (encrypted ? "tls-" : "") + route.key();
        }

        @Override
        public EvidenceKind kind() {
            return EvidenceKind.HELLO;
        }
    }

    /// The STARTTLS command and its reply (RFC 3207 §4).
    record StartTls(Route route, Span span, Outcome<Reply> outcome) implements OnRoute {
        @Override
        public EvidenceKind kind() {
            return EvidenceKind.STARTTLS;
        }
    }

    /// The TLS handshake.
    ///
    /// @param implicit    whether it was the first thing on the connection
    /// @param certificate captured as soon as the server sent it, also when the handshake failed later
    /// @param firstBytes  what came instead of TLS, printable; empty when it was TLS
    /// @param legacy      the newest old version (`TLSv1.1`, `TLSv1`, `SSLv3`) that the server speaks, when only that is why it failed
    /// @param heard       whether a single byte came in answer to our first words
    /// @param firstHello  how a hello that offered X25519 alone had ended on a connection before, when this is what came of asking with all
    ///                    groups of the key exchange; that one is never the server's fault
    record TlsHandshake(Route route, boolean implicit, Span span, Optional<CertificateFacts> certificate, String firstBytes,
                        Optional<String> legacy, boolean heard, Optional<String> firstHello, Outcome<TlsSession> outcome)
            implements OnRoute {
        public TlsHandshake(Route route, boolean implicit, Span span, Optional<CertificateFacts> certificate, String firstBytes,
                            Optional<String> legacy, boolean heard, Outcome<TlsSession> outcome) {
            this(route, implicit, span, certificate, firstBytes, legacy, heard, Optional.empty(), outcome);
        }

        /// Where something was heard, as far as the rest tells.
        public TlsHandshake(Route route, boolean implicit, Span span, Optional<CertificateFacts> certificate, String firstBytes,
                            Optional<String> legacy, Outcome<TlsSession> outcome) {
            this(route, implicit, span, certificate, firstBytes, legacy,
                    certificate.isPresent() || !firstBytes.isEmpty() || legacy.isPresent() || outcome.seen().isPresent(), outcome);
        }

        /// The same, as what came after a first hello that had ended so.
        public TlsHandshake after(String first) {
            return new TlsHandshake(route, implicit, span, certificate, firstBytes, legacy, heard, Optional.of(first), outcome);
        }

        @Override
        public EvidenceKind kind() {
            return EvidenceKind.TLS;
        }

        /// Whether a secret may be sent over it: shaken hands, and the certificate proves the host.
        public boolean verified() {
            return outcome.seen().isPresent() && certificate.isPresent() && certificate.get().verified();
        }
    }

    /// @param asksForOurs whether the server asked for a certificate of ours (RFC 8446 §4.3.2); most that do go on without
    record TlsSession(String protocol, String cipherSuite, boolean asksForOurs) {
        public TlsSession(String protocol, String cipherSuite) {
            this(protocol, cipherSuite, false);
        }
    }

    /// The one attempt to sign in (RFC 4954).
    ///
    /// @param mechanism the SASL mechanism, empty when none was tried
    record SignIn(Route route, String mechanism, Span span, Outcome<Reply> outcome) implements OnRoute {
        @Override
        public String id() {
            return "sign-in" + (mechanism.isEmpty() ? "" : "-" + mechanism.toLowerCase(Locale.ROOT)) + "-" + route.key();
        }

        @Override
        public EvidenceKind kind() {
            return EvidenceKind.SIGN_IN;
        }
    }

    /// One envelope command and its reply.
    record EnvelopeReply(Route route, Part part, Span span, Outcome<Reply> outcome) implements OnRoute {
        @Override
        public EvidenceKind kind() {
            return part == Part.SENDER ? EvidenceKind.SENDER : EvidenceKind.RECIPIENT;
        }
    }

    enum Part { SENDER, RECIPIENT }

    /// One real test message, sent the way a normal program would.
    ///
    /// @param at where it ended: [Stage#MESSAGE], or the earlier stage whose reply ended it
    record TestMessage(Route route, Stage at, Span span, Outcome<Reply> outcome) implements OnRoute {
        @Override
        public EvidenceKind kind() {
            return EvidenceKind.MESSAGE;
        }
    }

    /// Several connects to one address, one after the other.
    ///
    /// @param outcome milliseconds of each; a negative number for one that failed
    record PathSample(Route route, Span span, Outcome<List<Double>> outcome) implements OnRoute {
        @Override
        public EvidenceKind kind() {
            return EvidenceKind.PATH;
        }
    }

    /// A long harmless line in plaintext (RFC 5321 §4.5.3.1.4), to learn whether large packets arrive.
    ///
    /// @param bytes its length
    record LongLine(Route route, int bytes, Span span, Outcome<Reply> outcome) implements OnRoute {
        @Override
        public EvidenceKind kind() {
            return EvidenceKind.LONG_LINE;
        }
    }

    /// A reply that came before anything had been asked: every later one would be taken for the answer to the wrong command.
    ///
    /// @param stage where it was noticed
    record Unasked(Route route, Stage stage, Span span, Outcome<Reply> outcome) implements OnRoute {
        @Override
        public EvidenceKind kind() {
            return EvidenceKind.UNASKED;
        }
    }

    /// A bug of ours that ended one look; the check-up goes on with what remains.
    record Defect(String probe, Stage stage, Span span, Outcome<Void> outcome) implements Evidence {
        @Override
        public String id() {
            return "defect-" + probe;
        }

        @Override
        public EvidenceKind kind() {
            return EvidenceKind.DEFECT;
        }

        @Override
        public Optional<Route> onRoute() {
            return Optional.empty();
        }
    }

    /// What all evidence from one connection shares.
    sealed interface OnRoute extends Evidence permits TcpConnect, Greeting, Hello, StartTls, TlsHandshake, SignIn, EnvelopeReply,
            TestMessage,
            PathSample, LongLine, Unasked {
        Route route();

        @Override
        default String id() {
            return kind().id().replace('_', '-') + "-" + route().key();
        }

        @Override
        default Optional<Route> onRoute() {
            return Optional.of(route());
        }
    }
}
