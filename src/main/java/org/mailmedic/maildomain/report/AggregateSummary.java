package org.mailmedic.maildomain.report;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mailmedic.maildomain.dns.DomainName;
import org.mailmedic.maildomain.dns.Reverse;
import org.mailmedic.maildomain.dns.Zone;
import org.mailmedic.net.dns.DnsData;
import org.mailmedic.net.dns.DnsType;

/// What many reports say together about one domain: who sends as it, what passes, and what to see to first.
///
/// @param reports       how many reports
/// @param organizations who reported
/// @param messages      of this domain and what lies below it
/// @param passed        those that DMARC let pass
/// @param sources       who sent most of what did not pass first, then who sent most
/// @param fixFirst      the one of them to see to first; empty where everything passes
/// @param otherDomains  domains that some of the reports are about instead
public record AggregateSummary(int reports, Set<String> organizations, Optional<Instant> begin, Optional<Instant> end, long messages,
        long passed,
                               List<Source> sources, Optional<Source> fixFirst, Set<String> otherDomains) {
    private static final int MOST_SOURCES = 100;
    private static final int MOST_NAMED = 30;
    private static final int MOST_SHOWN = 10;
    private static final int MUCH_MORE = 10;

    /// What a source probably is.
    public enum Kind {
        /// All its mail passes.
        PASSES,
        /// Some passes, some does not: often a forwarder, or one of several systems.
        PARTLY,
        /// Something is proven, for another domain than the one in `From:`: a service that is not set up for this domain, or a forwarder.
        OTHER_DOMAIN,
        /// Nothing is proven: a server that the records do not name, or a forger.
        NOTHING;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param name   of the address, by reverse DNS; empty where none is known
    /// @param proven domains that something was proven for
    public record Source(String ip, String name, long messages, long passed, Kind kind, Set<String> proven, Set<String> headerFrom) {
        long failed() {
            return messages - passed;
        }
    }

    public AggregateSummary {
        sources = List.copyOf(sources);
    }

    /// @param domain plain
    /// @param given  one that was given twice counts once
    /// @param zone   asked for the names of the addresses that sent most
    public static AggregateSummary of(String domain, List<AggregateReport> given, Zone zone) {
        List<AggregateReport> reports = given.stream().distinct().toList();
        Map<String, Sum> sums = new LinkedHashMap<>();
        Set<String> others = new TreeSet<>();
        for (AggregateReport report : reports) {
            for (AggregateReport.Row row : report.rows()) {
                String from = row.headerFrom().isEmpty() ? report.domain() : row.headerFrom();
                if (DomainName.within(from, domain)) {
                    sums.computeIfAbsent(row.source(), Sum::new).add(row, from);
                } else if (!from.isEmpty() && others.size() < MOST_SHOWN) {
                    others.add(from);
                }
            }
        }
        List<Sum> order = sums.values().stream().sorted(Comparator.comparingLong(Sum::failed).thenComparingLong(sum -> sum.messages)
                .reversed()).toList();
        order.stream().limit(MOST_NAMED).flatMap(sum -> reverse(sum.ip).stream()).forEach(name -> zone.ahead(name, DnsType.PTR));
        List<Source> sources = new ArrayList<>();
        for (Sum sum : order.subList(0, Math.min(MOST_SOURCES, order.size()))) {
            sources.add(sum.source(sources.size() < MOST_NAMED ? name(sum.ip, zone) : ""));
        }
        Optional<Source> first = first(sources);
        Set<String> organizations = new TreeSet<>();
        reports.stream().map(AggregateReport::organization).filter(name -> !name.isEmpty()).limit(1000).forEach(organizations::add);
        return new AggregateSummary(reports.size(), organizations, reports.stream().flatMap(each -> each.begin().stream())
                .min(Instant::compareTo),
                reports.stream().flatMap(each -> each.end().stream()).max(Instant::compareTo),
                sums.values().stream().mapToLong(sum -> sum.messages).sum(), sums.values().stream().mapToLong(sum -> sum.passed).sum(),
                        sources, first,
                others);
    }

    /// Most of what fails; a service that proves another domain goes before what may be a forger's, unless that is much more.
    private static Optional<Source> first(List<Source> sources) {
        Optional<Source> most = sources.stream().filter(each -> each.kind() != Kind.PASSES).findFirst();
        Optional<Source> service = sources.stream().filter(each -> each.kind() == Kind.OTHER_DOMAIN).findFirst();
        return service.filter(each -> each.failed() >= most.orElseThrow().failed() / MUCH_MORE).or(() -> most);
    }

    private static String name(String ip, Zone zone) {
        return reverse(ip).flatMap(name -> zone.ask(name, DnsType.PTR).all(DnsData.Named.class).map(DnsData.Named::target).findFirst())
                .orElse("");
    }

    private static Optional<String> reverse(String ip) {
        try {
            return Optional.of(Reverse.name(InetAddress.ofLiteral(ip)));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static final class Sum {
        private final String ip;
        private long messages;
        private long passed;
        private final Set<String> proven = new LinkedHashSet<>();
        private final Set<String> headerFrom = new LinkedHashSet<>();

        Sum(String ip) {
            this.ip = ip;
        }

        void add(AggregateReport.Row row, String from) {
            messages += row.count();
            passed += row.passed() ? row.count() : 0;
            row.proven().stream().filter(_ -> proven.size() < MOST_SHOWN).forEach(proven::add);
            if (headerFrom.size() < MOST_SHOWN) {
                headerFrom.add(from);
            }
        }

        long failed() {
            return messages - passed;
        }

        Source source(String name) {
            Kind kind = failed() == 0 ? Kind.PASSES : passed > 0 ? Kind.PARTLY : proven.isEmpty() ? Kind.NOTHING : Kind.OTHER_DOMAIN;
            return new Source(ip, name, messages, passed, kind, Set.copyOf(proven), Set.copyOf(headerFrom));
        }
    }
}
