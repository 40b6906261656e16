package org.mailmedic.maildomain;

import java.util.List;
import java.util.Optional;
import org.mailmedic.maildomain.check.Blocklist;

/// What is asked about a domain.
///
/// @param domain       in ASCII form, without the closing dot
/// @param selectors    under which mail is known to be signed
/// @param sendsThrough servers or addresses that mail leaves from
/// @param mailFrom     the envelope sender; without it `postmaster` at the domain
/// @param helo         the name that the sending server gives; without it its host name, or the domain
/// @param blocklists   to ask; empty: none
public record DomainQuestion(String domain, List<String> selectors, List<String> sendsThrough, Optional<String> mailFrom, Optional<String> helo,
                             List<Blocklist> blocklists) {
    public DomainQuestion {
        selectors = List.copyOf(selectors);
        sendsThrough = List.copyOf(sendsThrough);
        blocklists = List.copyOf(blocklists);
    }

    /// The domain alone, without block lists.
    public static DomainQuestion about(String domain) {
        return new DomainQuestion(domain, List.of(), List.of(), Optional.empty(), Optional.empty(), List.of());
    }

    public DomainQuestion sendingThrough(String... hosts) {
        return new DomainQuestion(domain, selectors, List.of(hosts), mailFrom, helo, blocklists);
    }

    public DomainQuestion signedUnder(String... names) {
        return new DomainQuestion(domain, List.of(names), sendsThrough, mailFrom, helo, blocklists);
    }

    public DomainQuestion askingLists(List<Blocklist> lists) {
        return new DomainQuestion(domain, selectors, sendsThrough, mailFrom, helo, lists);
    }
}
