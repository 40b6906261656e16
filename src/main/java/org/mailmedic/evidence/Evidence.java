package org.mailmedic.evidence;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailmedic.plan.Route;
import org.mailmedic.plan.Stage;

/// What was seen: facts and times, never a judgement. Sealed, so that whoever reads it handles every kind.
public sealed interface Evidence {
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

    /// A page with a known answer, fetched to find out whether something in between answers in its place (RFC 8952 §1).
    record PageCheck(String url, int expectedStatus, String expectedBody, Span span, Outcome<Page> outcome) implements OffRoute {
        @Override
        public String id() {
            return "page-" + url;
        }

        @Override
        public EvidenceKind kind() {
            return EvidenceKind.PAGE;
        }

        /// Whether the page came as it should.
        public boolean asExpected() {
            return outcome.seen().map(p -> p.status() == expectedStatus && p.body().strip().equals(expectedBody.strip())).orElse(false);
        }
    }

    /// @param location where it sends the browser; empty when nowhere
    /// @param body     the first 200 characters
    record Page(int status, String location, String body) {}

    /// This device's clock against a `Date` header (RFC 9110 §6.6.1).
    ///
    /// @param here    what this device's clock showed
    /// @param outcome seconds by which this device's clock is ahead; negative when it is behind
    record ClockCheck(String url, Instant here, Span span, Outcome<Double> outcome) implements OffRoute {
        @Override
        public String id() {
            return "clock-" + url;
        }

        @Override
        public EvidenceKind kind() {
            return EvidenceKind.CLOCK;
        }
    }

    /// A DNS question that honest DNS cannot answer: to an address where no resolver can be, or for a name that cannot exist.
    record DnsCanary(Lure lure, String resolver, String name, Span span, Outcome<Answer> outcome) implements OffRoute {
        public enum Lure { IMPOSSIBLE_RESOLVER, IMPOSSIBLE_NAME }

        @Override
        public String id() {
            return "dns-canary-" + lure.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + resolver;
        }

        @Override
        public EvidenceKind kind() {
            return EvidenceKind.DNS_CANARY;
        }
    }

    /// What one program of this system says about the rules for outgoing connections. Only read, nothing is changed.
    ///
    /// @param command the command that was run, as the person may see it
    record FirewallLook(String command, Span span, Outcome<List<FirewallRule>> outcome) implements OffRoute {
        @Override
        public String id() {
            return "firewall-" + command.split(" ", 2)[0] + (command.contains(" -6 ") ? "-6" : "");
        }

        /// How many rules stop what they meet, without any doubt.
        public long stopping() {
            return outcome.seen().stream().flatMap(List::stream).filter(rule -> rule.sway() == FirewallRule.Sway.STOPS
                    || rule.sway() == FirewallRule.Sway.STOPS_LATER).count();
        }

        @Override
        public EvidenceKind kind() {
            return EvidenceKind.FIREWALL;
        }
    }

    /// A rule of this device against outgoing connections, or against the answers to them.
    ///
    /// @param ports the ports it is about; empty for all
    /// @param address what it is about, empty for every address
    /// @param ipv4 whether it can meet IPv4, and `ipv6` likewise
    /// @param text  the rule as the system shows it
    /// @param sway  what it does to what it meets
    /// @param mark  the packet mark that it sets or looks for; negative where it is about none
    record FirewallRule(List<Integer> ports, String address, boolean ipv4, boolean ipv6, String text, Sway sway, long mark) {
        public enum Sway {
            STOPS,
            /// It lets a connection be made and stops what is said over it.
            STOPS_LATER,
            /// It has conditions that cannot be judged from here.
            MAY_STOP,
            /// It marks packets, for other rules to know them by.
            MARKS,
            /// It stops packets that were marked.
            STOPS_MARKED
        }

        public FirewallRule {
            ports = List.copyOf(ports);
        }

        /// The same, where it is not certain that it counts at all.
        public FirewallRule unsure() {
            return new FirewallRule(ports, address, ipv4, ipv6, text, Sway.MAY_STOP, mark);
        }

        /// A rule that stops what it meets.
        public FirewallRule(List<Integer> ports, String address, boolean ipv4, boolean ipv6, String text) {
            this(ports, address, ipv4, ipv6, text, Sway.STOPS, -1);
        }

        public boolean covers(int port) {
            return ports.isEmpty() || ports.contains(port);
        }
    }

    /// The network interfaces that are up.
    record InterfaceLook(Span span, Outcome<List<Interface>> outcome) implements OffRoute {
        @Override
        public String id() {
            return "interfaces";
        }

        @Override
        public EvidenceKind kind() {
            return EvidenceKind.INTERFACES;
        }
    }

    /// @param mtu in bytes
    /// @param vpn whether its name is one that VPN programs give
    record Interface(String name, int mtu, boolean vpn, boolean loopback) {}

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

    /// The same password, once, at the mailbox itself (IMAP, RFC 9051; POP3, RFC 1939). Only inside verified TLS.
    ///
    /// @param protocol `IMAP` or `POP3`
    record MailboxSignIn(String host, int port, String protocol, Span span, Outcome<MailboxAnswer> outcome) implements OffRoute {
        @Override
        public String id() {
            return "mailbox-" + port + "-" + host;
        }

        @Override
        public EvidenceKind kind() {
            return EvidenceKind.MAILBOX;
        }
    }

    /// @param words the server's own, printable
    record MailboxAnswer(boolean accepted, String words) {}

    /// The programs for protection that this system says are installed.
    ///
    /// @param command what was asked, as the person may see it
    /// @param outcome their names; empty list: it says none
    record ProtectionLook(String command, Span span, Outcome<List<String>> outcome) implements OffRoute {
        @Override
        public String id() {
            return "protection";
        }

        @Override
        public EvidenceKind kind() {
            return EvidenceKind.PROTECTION;
        }
    }

    /// What the web server's PHP may do and how it sends mail, told by itself.
    record PhpLook(Span span, Outcome<Php> outcome) implements OffRoute {
        @Override
        public String id() {
            return "php";
        }

        @Override
        public EvidenceKind kind() {
            return EvidenceKind.PHP;
        }
    }

    /// @param form         what was asked: `php`, `wordpress`, or `shell` where there is no PHP
    /// @param machine      how the machine calls itself; empty when unknown
    /// @param version      of PHP; empty where there is none
    /// @param functionsOff functions of PHP that the host has switched off
    /// @param ways         the ways to a connection that are left, and `way` the one that was used; empty when there was none
    /// @param openssl      the version of its TLS; empty when it has none
    /// @param curl         the version of its cURL; empty when it has none
    /// @param bundle       the file with the authorities that it trusts, and the day it was last changed; empty when unknown
    /// @param trusts       whether it trusts the server's certificate itself; empty when that did not come up
    /// @param trustWords   why it does not, in its own words
    /// @param mail         whether `mail()` may be called, and by which program it sends
    /// @param sendmail     the command behind `mail()`, and whether that program is there
    /// @param selinux      the mark of its process, where SELinux is in force; otherwise empty
    record Php(String form, String machine, String version, List<String> functionsOff, List<String> ways, String way, String openssl,
               String curl, String bundle, String bundleDated, Optional<Boolean> trusts, String trustWords, boolean mail, String sendmail,
               boolean sendmailThere, String selinux) {
        public Php {
            functionsOff = List.copyOf(functionsOff);
            ways = List.copyOf(ways);
        }
    }

    /// The mail records of the sender's domain, as far as receivers turn mail away for what stands in them.
    ///
    /// @param domain  in ASCII form, without the closing dot
    /// @param outcome an empty list where nothing of that kind stands in them
    record SenderDomain(String domain, Span span, Outcome<List<RecordFault>> outcome) implements OffRoute {
        @Override
        public String id() {
            return "sender-domain-" + domain;
        }

        @Override
        public EvidenceKind kind() {
            return EvidenceKind.SENDER_DOMAIN;
        }
    }

    /// @param code  what the domain's own check calls it, such as `domain.spf_missing`
    /// @param facts what stands there and what should, by the names that sentences use
    record RecordFault(String code, Map<String, String> facts) {
        public RecordFault {
            facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
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

    /// This computer did not run, or hardly, while the check-up waited: it was suspended, or had no processor time to give.
    ///
    /// @param span   from the first to the last such moment
    /// @param lostMs for how long it did not run, in milliseconds
    record Pause(Span span, double lostMs) implements OffRoute {
        @Override
        public String id() {
            return "pause";
        }

        @Override
        public EvidenceKind kind() {
            return EvidenceKind.PAUSE;
        }

        @Override
        public Outcome<Void> outcome() {
            return Outcome.failed(Failure.OTHER, "this computer did not run for " + Math.round(lostMs) + " ms");
        }
    }

    /// What belongs to no connection with a mail server.
    sealed interface OffRoute extends Evidence permits PageCheck, ClockCheck, DnsCanary, FirewallLook, InterfaceLook, MailboxSignIn,
            ProtectionLook, PhpLook, SenderDomain, Pause {
        @Override
        default Optional<Route> onRoute() {
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
