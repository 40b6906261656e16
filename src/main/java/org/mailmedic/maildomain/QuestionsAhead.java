package org.mailmedic.maildomain;

import java.util.List;
import java.util.stream.Stream;
import org.mailmedic.maildomain.check.Blocklist;
import org.mailmedic.maildomain.check.BlocklistCheck;
import org.mailmedic.maildomain.check.DkimCheck;
import org.mailmedic.maildomain.check.Sender;
import org.mailmedic.maildomain.check.Subject;
import org.mailmedic.maildomain.dns.DomainName;
import org.mailmedic.maildomain.dns.Reverse;
import org.mailmedic.net.dns.DnsData;
import org.mailmedic.net.dns.DnsType;

/// Asks at once for what the checks will ask for one after the other, so that they find it known: a check-up takes the time of its
/// longest chain of questions that depend on each other, not of all of them.
final class QuestionsAhead {
    private final Subject subject;

    QuestionsAhead(Subject subject) {
        this.subject = subject;
    }

    private void ask(String name, DnsType... types) {
        for (DnsType type : types) {
            subject.zone().ahead(name, type);
        }
    }

    /// What is known to be asked from the beginning.
    void ofDomain(List<String> selectors) {
        String domain = subject.domain();
        Stream.of("_mta-sts.", "_smtp._tls.", "default._bimi.", "_domainkey.", "mailmedic-no-such-name.")
                .forEach(at -> ask(at + domain, DnsType.TXT));
        ask(domain, DnsType.AAAA);
        for (String name = domain; !name.isEmpty(); name = name.indexOf('.') < 0 ? "" : DomainName.without(name, 1)) {
            ask("_dmarc." + name, DnsType.TXT);
            if (name.indexOf('.') > 0) {
                ask(name, DnsType.CAA);
            }
        }
        DkimCheck.selectors(subject, selectors).forEach(selector -> ask(selector + "._domainkey." + domain, DnsType.TXT));
        subject.mailHosts().stream().map(DnsData.MailHost::target).filter(host -> !host.isEmpty()).limit(10).forEach(host -> {
            ask(host, DnsType.A, DnsType.AAAA);
            ask("_25._tcp." + DomainName.plain(host), DnsType.TLSA);
        });
    }

    /// What is asked about senders, and about the domain, at block lists.
    void ofSenders(List<Sender> senders, List<Blocklist> lists) {
        senders.forEach(each -> ask(Reverse.name(each.ip()), DnsType.PTR));
        lists.forEach(list -> BlocklistCheck.entries(subject, senders, list).forEach(entry -> ask(entry + "." + list.zone(), DnsType.A)));
    }
}
