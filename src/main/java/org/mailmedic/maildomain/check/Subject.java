package org.mailmedic.maildomain.check;

import java.util.List;
import java.util.Optional;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.maildomain.dns.Zone;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsData;
import org.mailmedic.net.dns.DnsType;
import org.mailmedic.provider.Provider;
import org.mailmedic.provider.ProviderBook;

/// Whose records are looked at, and by what light.
///
/// @param domain plain: in small letters, without the closing dot
public record Subject(String domain, Zone zone, ProviderBook book) {
    public Facts facts() {
        return Facts.of("domain", domain);
    }

    /// The note for a question without an answer: whether it was asked at all.
    static String silence(DnsAnswer answer) {
        return answer.status() == DnsAnswer.Status.NOT_ASKED ? "not_asked" : "unanswered";
    }

    /// The hosts that take its mail, the preferred one first; one with an empty target says that none does.
    public List<DnsData.MailHost> mailHosts() {
        return mx().all(DnsData.MailHost.class).sorted((a, b) -> Integer.compare(a.preference(), b.preference())).toList();
    }

    public DnsAnswer mx() {
        return zone.ask(domain, DnsType.MX);
    }

    /// Whether it says that it takes no mail (RFC 7505).
    public boolean takesNoMail() {
        List<DnsData.MailHost> hosts = mailHosts();
        return hosts.size() == 1 && hosts.getFirst().target().isEmpty();
    }

    /// Who takes its mail, when that is a known provider.
    public Optional<Provider> provider() {
        return mailHosts().stream().filter(host -> !host.target().isEmpty()).flatMap(host -> book.byMx(host.target()).stream()).findFirst();
    }
}
