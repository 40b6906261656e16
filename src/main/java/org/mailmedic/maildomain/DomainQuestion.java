package org.mailmedic.maildomain;

import java.util.List;
import java.util.Optional;
import org.mailmedic.maildomain.check.Blocklist;
import org.mailmedic.maildomain.message.MessageFile;
import org.mailmedic.maildomain.report.AggregateReport;

/// What is asked about a domain.
///
/// @param domain       in ASCII form, without the closing dot
/// @param selectors    under which mail is known to be signed
/// @param sendsThrough servers or addresses that mail leaves from
/// @param mailFrom     the envelope sender; without it `postmaster` at the domain
/// @param helo         the name that the sending server gives; without it its host name, or the domain
/// @param blocklists   to ask; empty: none
/// @param message      a delivered message from the domain
/// @param reports      what receivers reported about it
public record DomainQuestion(String domain, List<String> selectors, List<String> sendsThrough, Optional<String> mailFrom,
        Optional<String> helo,
                             List<Blocklist> blocklists, Optional<MessageFile> message, List<AggregateReport> reports) {
    public DomainQuestion {
        selectors = List.copyOf(selectors);
        sendsThrough = List.copyOf(sendsThrough);
        blocklists = List.copyOf(blocklists);
        reports = List.copyOf(reports);
    }

    /// The domain alone, without block lists.
    public static DomainQuestion about(String domain) {
        return new DomainQuestion(domain, List.of(), List.of(), Optional.empty(), Optional.empty(), List.of(), Optional.empty(), List.of());
    }

    public DomainQuestion sendingThrough(String... hosts) {
        return new DomainQuestion(domain, selectors, List.of(hosts), mailFrom, helo, blocklists, message, reports);
    }

    public DomainQuestion signedUnder(String... names) {
        return new DomainQuestion(domain, List.of(names), sendsThrough, mailFrom, helo, blocklists, message, reports);
    }

    public DomainQuestion askingLists(List<Blocklist> lists) {
        return new DomainQuestion(domain, selectors, sendsThrough, mailFrom, helo, lists, message, reports);
    }

    public DomainQuestion withMessage(MessageFile one) {
        return new DomainQuestion(domain, selectors, sendsThrough, mailFrom, helo, blocklists, Optional.of(one), reports);
    }

    public DomainQuestion withReports(List<AggregateReport> some) {
        return new DomainQuestion(domain, selectors, sendsThrough, mailFrom, helo, blocklists, message, some);
    }
}
