package org.mailmedic.maildomain.spf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailmedic.maildomain.dns.DomainName;
import org.mailmedic.maildomain.dns.Zone;
import org.mailmedic.maildomain.spf.SpfNode.State;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsData;
import org.mailmedic.net.dns.DnsType;

/// Draws the whole tree of an SPF record, whatever a sender would match: what it costs in the worst case.
public final class SpfTree {
    private static final int MOST_NODES = 60;
    private static final int DEEPEST = 12;
    private static final int MOST_NAMES = 10;

    private final Zone zone;
    private int nodes;

    private SpfTree(Zone zone) {
        this.zone = zone;
    }

    public static SpfNode of(String domain, Zone zone) {
        return new SpfTree(zone).node(Optional.empty(), DomainName.plain(domain), List.of());
    }

    private SpfNode node(Optional<String> term, String domain, List<String> above) {
        if (domain.indexOf('%') >= 0) {
            return leaf(term, domain, State.DEPENDS);
        }
        if (above.contains(domain)) {
            return leaf(term, domain, State.LOOP);
        }
        if (above.size() >= DEEPEST || ++nodes > MOST_NODES) {
            return leaf(term, domain, State.TOO_FAR);
        }
        if (!DomainName.fits(domain)) {
            return leaf(term, domain, State.MISSING);
        }
        DnsAnswer answer = zone.ask(domain, DnsType.TXT);
        if (answer.failed()) {
            return leaf(term, domain, State.UNANSWERED);
        }
        List<String> records = answer.texts().stream().filter(SpfRecord::claims).toList();
        return records.size() == 1 ? node(term, domain, SpfRecord.parse(records.getFirst()), above)
                : leaf(term, domain, records.isEmpty() ? State.MISSING : State.SEVERAL);
    }

    private static SpfNode leaf(Optional<String> term, String domain, State state) {
        return new SpfNode(term, domain, state, Optional.empty(), 0, 0, List.of(), List.of(), List.of());
    }

    private SpfNode node(Optional<String> term, String domain, SpfRecord record, List<String> above) {
        List<String> here = new ArrayList<>(above);
        here.add(domain);
        List<SpfNode> children = new ArrayList<>();
        List<String> unreached = new ArrayList<>();
        int lookups = 0;
        int voids = 0;
        boolean tooMany = false;
        boolean ended = false;
        record.directives().stream().filter(each -> each.kind() == Directive.Kind.INCLUDE).flatMap(each -> each.domain().stream())
                .filter(SpfTree::fixed).limit(Math.max(0, MOST_NODES - nodes))
                .forEach(each -> zone.ahead(DomainName.plain(each), DnsType.TXT));
        for (Directive directive : record.directives()) {
            if (ended) {
                unreached.add(directive.text());
                continue;
            }
            ended = directive.kind() == Directive.Kind.ALL;
            lookups += directive.kind().asksDns() ? 1 : 0;
            String target = DomainName.plain(directive.domain().orElse(domain));
            switch (directive.kind()) {
                case INCLUDE -> children.add(node(Optional.of(directive.text()), target, here));
                case A -> voids += fixed(target) && zone.ask(target, DnsType.A).empty() && zone.ask(target, DnsType.AAAA).empty() ? 1 : 0;
                case MX -> {
                    DnsAnswer hosts = fixed(target) ? zone.ask(target, DnsType.MX) : DnsAnswer.found(List.of());
                    voids += hosts.empty() ? 1 : 0;
                    tooMany |= hosts.all(DnsData.MailHost.class).count() > MOST_NAMES;
                }
                case EXISTS -> voids += fixed(target) && zone.ask(target, DnsType.A).empty() ? 1 : 0;
                case ALL, PTR, IP4, IP6 -> { }
            }
        }
        if (record.redirect().isPresent()) {
            String redirect = "redirect=" + record.redirect().get();
            if (ended) {
                unreached.add(redirect);
            } else {
                lookups++;
                children.add(node(Optional.of(redirect), DomainName.plain(record.redirect().get()), here));
            }
        }
        State state = !record.wellFormed() ? State.BROKEN : tooMany ? State.TOO_MANY_NAMES : State.FINE;
        return new SpfNode(term, domain, state, Optional.of(record.text()), lookups + children.stream().mapToInt(SpfNode::lookups).sum(),
                voids + children.stream().mapToInt(SpfNode::voidLookups).sum(), record.broken(), unreached, children);
    }

    private static boolean fixed(String target) {
        return target.indexOf('%') < 0 && DomainName.fits(target);
    }
}
