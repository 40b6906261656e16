package org.mailmedic.evidence;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailmedic.plan.Route;

/// What belongs to no connection with a mail server: what was seen to compare, at this device and around it, and of the check-up itself.
public sealed interface OffRoute extends Evidence {
    @Override
    default Optional<Route> onRoute() {
        return Optional.empty();
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
}
