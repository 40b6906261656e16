package org.mailmedic.maildomain.spf;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailmedic.maildomain.dns.DomainName;
import org.mailmedic.maildomain.dns.Reverse;
import org.mailmedic.maildomain.dns.Zone;
import org.mailmedic.maildomain.spf.SpfVerdict.Cause;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsData;
import org.mailmedic.net.dns.DnsType;

/// May this address send for that domain? `check_host()` of RFC 7208 §4, with its limits.
public final class SpfEvaluator {
    static final int MOST_LOOKUPS = 10;
    private static final int MOST_VOID = 2;
    private static final int MOST_NAMES = 10;
    private static final int LONGEST_EXPLANATION = 1024;

    private final Zone zone;

    public SpfEvaluator(Zone zone) {
        this.zone = zone;
    }

    /// @param ip       the address that mail comes from
    /// @param helo     the name in EHLO; `%{h}`
    /// @param mailFrom the envelope sender; where it is empty, `postmaster` at the name in EHLO (§2.4)
    public SpfVerdict check(InetAddress ip, String helo, String mailFrom) {
        int at = mailFrom.lastIndexOf('@');
        String greeted = DomainName.ascii(helo);
        String domain = mailFrom.isEmpty() ? greeted : DomainName.ascii(mailFrom.substring(at + 1));
        String local = at > 0 ? mailFrom.substring(0, at) : "postmaster";
        // an empty label is a fault unless it is the last one (§4.3)
        return new Run(ip, local, domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain, greeted).verdict();
    }

    /// Whether DNS can be asked about it; an address in brackets is no name (§4.3).
    private static boolean fits(String name) {
        return DomainName.fits(name) && name.charAt(0) != '[';
    }

    /// Ends the evaluation from anywhere (§4.6.4: errors cannot be passed over).
    private static final class Ended extends Exception {
        private final SpfResult result;
        private final Cause cause;

        Ended(SpfResult result, Cause cause) {
            super(cause.name(), null, false, false);
            this.result = result;
            this.cause = cause;
        }
    }

    private record Matched(SpfResult result, Optional<String> term, Optional<String> exp, String domain) {}

    private final class Run {
        private final InetAddress ip;
        private final String domain;
        private final Macros.Sender sender;
        private int lookups;
        private int voids;

        Run(InetAddress ip, String local, String domain, String helo) {
            this.ip = ip;
            this.domain = domain;
            this.sender = new Macros.Sender(ip, local, domain, helo, () -> validated(domain));
        }

        SpfVerdict verdict() {
            try {
                Matched matched = host(domain);
                String explanation = matched.result() == SpfResult.FAIL ? explanation(matched) : "";
                return new SpfVerdict(matched.result(), matched.term(), lookups, voids, explanation, Cause.NONE);
            } catch (Ended ended) {
                return new SpfVerdict(ended.result, Optional.empty(), lookups, voids, "", ended.cause);
            }
        }

        private Matched host(String name) throws Ended {
            if (!fits(name) || name.indexOf('.') < 0) {
                return new Matched(SpfResult.NONE, Optional.empty(), Optional.empty(), name);
            }
            DnsAnswer answer = zone.ask(name, DnsType.TXT);
            if (answer.failed()) {
                throw new Ended(SpfResult.TEMPERROR, Cause.DNS);
            }
            List<String> records = answer.texts().stream().filter(SpfRecord::claims).toList();
            if (records.isEmpty()) {
                return new Matched(SpfResult.NONE, Optional.empty(), Optional.empty(), name);
            }
            if (records.size() > 1) {
                throw new Ended(SpfResult.PERMERROR, Cause.SEVERAL_RECORDS);
            }
            SpfRecord record = SpfRecord.parse(records.getFirst());
            if (!record.wellFormed()) {
                throw new Ended(SpfResult.PERMERROR, Cause.SYNTAX);
            }
            return evaluate(record, name);
        }

        private Matched evaluate(SpfRecord record, String name) throws Ended {
            for (Directive directive : record.directives()) {
                if (matches(directive, name)) {
                    return new Matched(directive.result(), Optional.of(directive.text()), record.exp(), name);
                }
            }
            if (record.redirect().isEmpty()) {
                return new Matched(SpfResult.NEUTRAL, Optional.empty(), Optional.empty(), name);
            }
            count();
            if (Macros.unanswerable(record.redirect().get(), sender)) {
                throw new Ended(SpfResult.PERMERROR, Cause.NO_RECORD_THERE);
            }
            Matched there = host(Macros.name(record.redirect().get(), sender, name));
            if (there.result() == SpfResult.NONE) {
                throw new Ended(SpfResult.PERMERROR, Cause.NO_RECORD_THERE);
            }
            return new Matched(there.result(), Optional.of("redirect=" + record.redirect().get()), there.exp(), there.domain());
        }

        private boolean matches(Directive directive, String name) throws Ended {
            if (directive.kind().asksDns()) {
                count();
            }
            if (directive.domain().filter(spec -> Macros.unanswerable(spec, sender)).isPresent()) {
                return false;
            }
            String target = directive.domain().map(spec -> Macros.name(spec, sender, name)).orElse(name);
            return switch (directive.kind()) {
                case ALL -> true;
                case IP4, IP6 -> directive.network().orElseThrow().holds(ip);
                case INCLUDE -> included(target);
                case A -> fits(target) && near(addresses(target, true), directive);
                case MX -> fits(target) && mx(target, directive);
                case PTR -> ptr(target);
                case EXISTS -> fits(target) && asked(target, DnsType.A).status() == DnsAnswer.Status.FOUND;
            };
        }

        private boolean included(String target) throws Ended {
            return switch (host(target).result()) {
                case PASS -> true;
                case FAIL, SOFTFAIL, NEUTRAL -> false;
                case NONE -> throw new Ended(SpfResult.PERMERROR, Cause.NO_RECORD_THERE);
                case TEMPERROR -> throw new Ended(SpfResult.TEMPERROR, Cause.DNS);
                case PERMERROR -> throw new Ended(SpfResult.PERMERROR, Cause.SYNTAX);
            };
        }

        private boolean mx(String target, Directive directive) throws Ended {
            List<DnsData.MailHost> hosts = asked(target, DnsType.MX).all(DnsData.MailHost.class).toList();
            if (hosts.size() > MOST_NAMES) {
                throw new Ended(SpfResult.PERMERROR, Cause.TOO_MANY_NAMES);
            }
            for (DnsData.MailHost host : hosts) {
                if (DomainName.fits(host.target()) && near(addresses(host.target(), false), directive)) {
                    return true;
                }
            }
            return false;
        }

        private boolean near(List<InetAddress> addresses, Directive directive) {
            int prefix = ip instanceof Inet4Address ? directive.prefix4() : directive.prefix6();
            return addresses.stream().anyMatch(each -> new Cidr(each.getAddress(), prefix).holds(ip));
        }

        /// Of the sender's own family. A host among those of an `mx` is no term of its own.
        private List<InetAddress> addresses(String name, boolean term) throws Ended {
            DnsType type = ip instanceof Inet4Address ? DnsType.A : DnsType.AAAA;
            DnsAnswer answer = term ? asked(name, type) : zone.ask(name, type);
            if (answer.failed()) {
                throw new Ended(SpfResult.TEMPERROR, Cause.DNS);
            }
            return answer.all(DnsData.Address.class).map(DnsData.Address::address).toList();
        }

        /// An address without a name is as void as any other question that finds nothing (§4.6.4); a question without an answer only fails
        /// to match (§5.5).
        private boolean ptr(String target) throws Ended {
            if (zone.ask(Reverse.name(ip), DnsType.PTR).empty()) {
                foundNothing();
            }
            String top = DomainName.plain(target);
            return names().stream().anyMatch(each -> DomainName.within(DomainName.plain(each), top));
        }

        /// The names of the address that lead back to it, of the first ten (§5.5). An error in between only costs its name.
        private List<String> names() {
            List<String> valid = new ArrayList<>();
            zone.ask(Reverse.name(ip), DnsType.PTR).all(DnsData.Named.class).limit(MOST_NAMES).forEach(each -> {
                DnsType type = ip instanceof Inet4Address ? DnsType.A : DnsType.AAAA;
                if (DomainName.fits(each.target()) && zone.ask(each.target(), type).all(DnsData.Address.class)
                        .anyMatch(address -> address.address().equals(ip))) {
                    valid.add(each.target());
                }
            });
            return valid;
        }

        private String validated(String near) {
            List<String> names = names();
            String top = DomainName.plain(near);
            return names.stream().filter(each -> DomainName.plain(each).equals(top)).findFirst()
                    .or(() -> names.stream().filter(each -> DomainName.within(DomainName.plain(each), top)).findFirst())
                    .or(() -> names.stream().findFirst()).orElse("unknown");
        }

        private void count() throws Ended {
            if (++lookups > MOST_LOOKUPS) {
                throw new Ended(SpfResult.PERMERROR, Cause.TOO_MANY_LOOKUPS);
            }
        }

        private DnsAnswer asked(String name, DnsType type) throws Ended {
            DnsAnswer answer = zone.ask(name, type);
            if (answer.failed()) {
                throw new Ended(SpfResult.TEMPERROR, Cause.DNS);
            }
            if (answer.empty()) {
                foundNothing();
            }
            return answer;
        }

        private void foundNothing() throws Ended {
            if (++voids > MOST_VOID) {
                throw new Ended(SpfResult.PERMERROR, Cause.TOO_MANY_VOID_LOOKUPS);
            }
        }

        private String explanation(Matched matched) {
            String name = matched.exp().filter(spec -> !Macros.unanswerable(spec, sender))
                    .map(spec -> Macros.name(spec, sender, matched.domain())).orElse("");
            if (!DomainName.fits(name)) {
                return "";
            }
            List<String> texts = zone.ask(name, DnsType.TXT).texts();
            if (texts.size() != 1 || texts.getFirst().length() > LONGEST_EXPLANATION || !Macros.explainString(texts.getFirst())) {
                return "";
            }
            String text = Macros.text(texts.getFirst(), sender, matched.domain());
            return text.length() <= LONGEST_EXPLANATION && text.chars().allMatch(c -> c >= ' ' && c < 0x7f) ? text : "";
        }
    }
}
