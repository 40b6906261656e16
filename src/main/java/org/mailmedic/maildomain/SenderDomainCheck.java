package org.mailmedic.maildomain;

import java.net.InetAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.maildomain.check.DmarcCheck;
import org.mailmedic.maildomain.check.PrivateNetworks;
import org.mailmedic.maildomain.check.Sender;
import org.mailmedic.maildomain.check.SpfCheck;
import org.mailmedic.maildomain.check.Subject;
import org.mailmedic.maildomain.dmarc.Dmarc;
import org.mailmedic.maildomain.dmarc.DmarcPolicy;
import org.mailmedic.maildomain.dmarc.DmarcState;
import org.mailmedic.maildomain.dmarc.PublicSuffixes;
import org.mailmedic.maildomain.dns.BoundedZone;
import org.mailmedic.maildomain.dns.DomainName;
import org.mailmedic.maildomain.dns.OpenQuestions;
import org.mailmedic.maildomain.dns.PublicNames;
import org.mailmedic.maildomain.dns.Zone;
import org.mailmedic.maildomain.record.RecordLook;
import org.mailmedic.maildomain.spf.SpfRecord;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsData;
import org.mailmedic.net.dns.DnsType;
import org.mailmedic.provider.Provider;
import org.mailmedic.provider.ProviderBook;

/// Whether receivers turn mail away for what stands in the records of its sender's domain: a few questions beside a check-up, where the
/// whole [DomainCheck] would be too much. It tells what is certain from outside alone, and nothing where it cannot be known.
///
/// Receivers hold SPF against the envelope's domain (RFC 7208 §2.4). A service for bulk mail puts one of its own there, so that the
/// sender's says nothing then; but whoever sends so much needs DMARC at the large receivers.
public final class SenderDomainCheck {
    private static final int MOST_QUESTIONS = 60;
    private static final int MOST_OPEN = 16;
    /// Names that have an SPF record and do not end: who knows of none there leaves such records out.
    private static final List<String> WELL_KNOWN = List.of("gmail.com", "outlook.com");
    private static final Set<Code> SPF = EnumSet.of(Code.DOMAIN_SPF_MISSING, Code.DOMAIN_SPF_MULTIPLE, Code.DOMAIN_SPF_SYNTAX,
            Code.DOMAIN_SPF_TOO_MANY_LOOKUPS, Code.DOMAIN_SPF_NOT_COVERING);
    private static final Set<Code> DMARC = EnumSet.of(Code.DOMAIN_DMARC_MISSING, Code.DOMAIN_DMARC_SYNTAX);

    private final BoundedZone zone;
    private final Zone second;
    private final ProviderBook book;

    /// @param second  somebody else who is asked the same before anything is told; may know nothing
    /// @param over    whether the time is up
    /// @param starter runs what is asked ahead
    public SenderDomainCheck(Zone zone, Zone second, ProviderBook book, BooleanSupplier over, Consumer<Runnable> starter) {
        this.zone = new BoundedZone(zone, MOST_QUESTIONS, new OpenQuestions(MOST_OPEN), over, starter);
        this.second = second;
        this.book = book;
    }

    /// @param domain the sender's
    /// @param server that takes the mail from the sender
    /// @return what receivers turn mail away for; empty where nothing can be known about the domain
    public Optional<List<Finding>> look(String domain, String server) {
        var subject = new Subject(DomainName.plain(DomainName.ascii(domain)), zone, book);
        // a mailbox provider's own domain is for nobody to mend who has a mailbox there
        if (!PublicNames.mayHold(subject.domain()) || book.byMailDomain(subject.domain()).isPresent()) {
            return Optional.empty();
        }
        ahead(subject);
        if (!known(subject)) {
            return Optional.empty();
        }
        Optional<Provider> through = book.byHost(DomainName.plain(server));
        boolean bulk = through.filter(Provider::forBulk).isPresent();
        RecordLook look = bulk ? DmarcCheck.look(subject, PublicSuffixes.ofRuntime()).look()
                : SpfCheck.look(subject, senders(subject, server, through)).look();
        List<Finding> found = look.findings().stream().filter(finding -> (bulk ? DMARC : SPF).contains(finding.code())).toList();
        if (found.isEmpty()) {
            return look.unanswered() ? Optional.empty() : Optional.of(found);
        }
        return look.unanswered() || !confirmed((bulk ? "_dmarc." : "") + subject.domain()) ? Optional.empty()
                : Optional.of(found.stream().map(finding -> with(where(subject, finding.code()), finding)).toList());
    }

    private void ahead(Subject subject) {
        Stream.of(DnsType.TXT, DnsType.MX, DnsType.A, DnsType.AAAA).forEach(type -> zone.ahead(subject.domain(), type));
        zone.ahead("_dmarc." + subject.domain(), DnsType.TXT);
        zone.ahead(WELL_KNOWN.getFirst(), DnsType.TXT);
    }

    /// Whether it is a domain for mail as everybody sees it: not one that is seen otherwise inside this network.
    private boolean known(Subject subject) {
        List<DnsAnswer> own = Stream.of(DnsType.A, DnsType.AAAA).map(type -> zone.ask(subject.domain(), type)).toList();
        List<InetAddress> addresses = own.stream().flatMap(answer -> answer.all(DnsData.Address.class)).map(DnsData.Address::address)
                .toList();
        boolean answered = !subject.mx().failed() && own.stream().noneMatch(DnsAnswer::failed);
        boolean mail = !subject.mailHosts().isEmpty() || !addresses.isEmpty();
        return answered && mail && !subject.takesNoMail() && addresses.stream().noneMatch(PrivateNetworks::hold);
    }

    /// Where mail leaves from that is handed to a known provider. Of any other server it is not known from which address it sends on.
    private static List<Sender> senders(Subject subject, String server, Optional<Provider> through) {
        return through.flatMap(provider -> Senders.leaving(provider, subject)).map(address -> new Sender(address,
                Optional.of(DomainName.plain(server)), "postmaster@" + subject.domain(), DomainName.plain(server))).stream().toList();
    }

    /// Whether whoever was asked tells texts at all, and nobody else tells other ones.
    private boolean confirmed(String name) {
        List<String> here = zone.ask(name, DnsType.TXT).texts();
        boolean tells = !here.isEmpty() || WELL_KNOWN.stream().anyMatch(known -> zone.ask(known, DnsType.TXT).texts().stream()
                .anyMatch(SpfRecord::claims));
        DnsAnswer elsewhere = second.ask(name, DnsType.TXT);
        return tells && (elsewhere.failed() || Set.copyOf(elsewhere.texts()).equals(Set.copyOf(here)));
    }

    /// Where the records are managed, and what the domain asks receivers to do with mail that nothing vouches for.
    private Facts where(Subject subject, Code code) {
        Optional<DnsHost> host = DnsHosts.load().of(DomainCheck.nameServers(subject));
        Optional<DmarcState> dmarc = Optional.of(code).filter(each -> each == Code.DOMAIN_SPF_NOT_COVERING)
                .map(_ -> new Dmarc(zone).of(subject.domain())).filter(state -> !state.testing());
        return Facts.of("dnsHost", host.map(DnsHost::name).orElse("")).and("dnsWhere", host.map(DnsHost::whereKey).orElse(""))
                .and("enforced", dmarc.flatMap(DmarcState::policy).filter(policy -> policy != DmarcPolicy.NONE).map(DmarcPolicy::id)
                        .orElse(""));
    }

    private static Finding with(Facts more, Finding finding) {
        Facts facts = finding.facts();
        for (var each : more.asMap().entrySet()) {
            facts = facts.and(each.getKey(), each.getValue());
        }
        return new Finding(finding.code(), finding.stage(), finding.party(), finding.stops(), facts, finding.confidence(),
                finding.because());
    }
}
