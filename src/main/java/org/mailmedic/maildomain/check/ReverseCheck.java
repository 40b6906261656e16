package org.mailmedic.maildomain.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.maildomain.dns.DomainName;
import org.mailmedic.maildomain.dns.Reverse;
import org.mailmedic.maildomain.record.DomainRecord;
import org.mailmedic.maildomain.record.Findings;
import org.mailmedic.maildomain.record.Proposal;
import org.mailmedic.maildomain.record.RecordLook;
import org.mailmedic.maildomain.record.RecordState;
import org.mailmedic.maildomain.record.RecordType;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsData;
import org.mailmedic.net.dns.DnsType;

/// Whether a sending address has a name, and the name leads back to it (RFC 1912 §2.1): many receivers refuse mail from one that has not.
public final class ReverseCheck {
    private static final int MOST_NAMES = 10;

    private ReverseCheck() {}

    public static RecordLook look(Subject subject, List<Sender> senders) {
        List<DomainRecord> records = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Sender sender : senders) {
            var record = look(subject, sender);
            records.add(record);
            boolean bad = record.state() == RecordState.MISSING || record.state() == RecordState.PROBLEM;
            if (bad && sender.host().flatMap(subject.book()::byHost).isEmpty()) {
                findings.add(Findings.of(Code.DOMAIN_REVERSE_DNS_MISSING, 0.95, record));
            }
        }
        return new RecordLook(records, findings, false);
    }

    private static DomainRecord look(Subject subject, Sender sender) {
        String name = Reverse.name(sender.ip());
        DnsAnswer answer = subject.zone().ask(name, DnsType.PTR);
        Facts facts = subject.facts().and("ip", sender.address()).and("host", sender.host().orElse("")).and("sender", sender.shown());
        if (answer.failed()) {
            return DomainRecord.of(RecordType.PTR, name, RecordState.UNKNOWN, Subject.silence(answer), facts);
        }
        List<String> names = answer.all(DnsData.Named.class).map(DnsData.Named::target).limit(MOST_NAMES).toList();
        DnsType type = sender.ip().getAddress().length == 4 ? DnsType.A : DnsType.AAAA;
        if (names.isEmpty()) {
            return DomainRecord.of(RecordType.PTR, name, RecordState.MISSING, "missing", facts)
                    .proposing(entry(subject, sender, name, type));
        }
        Facts about = facts.and("names", String.join(", ", names));
        String text = names.stream().collect(Collectors.joining("\n"));
        names.forEach(each -> subject.zone().ahead(each, type));
        boolean back = false;
        boolean failed = false;
        for (String each : names) {
            DnsAnswer forward = subject.zone().ask(each, type);
            back |= names(forward, sender);
            failed |= forward.failed();
        }
        if (back) {
            return DomainRecord.of(RecordType.PTR, name, RecordState.FINE, "fine", about).showing(text).signed(answer.authentic());
        }
        return failed ? DomainRecord.of(RecordType.PTR, name, RecordState.UNKNOWN, "forward_unanswered", about).showing(text)
                : DomainRecord.of(RecordType.PTR, name, RecordState.PROBLEM, "not_matching", about).showing(text)
                .proposing(names.stream().filter(each -> free(subject, each)).findFirst()
                        .map(each -> new Proposal(each, type.name(), sender.address())));
    }

    private static boolean names(DnsAnswer forward, Sender sender) {
        return forward.all(DnsData.Address.class).anyMatch(address -> address.address().equals(sender.ip()));
    }

    /// For the owner of the address: a name that leads to it already. Any other would only move the fault.
    private static Optional<Proposal> entry(Subject subject, Sender sender, String name, DnsType type) {
        return Optional.of(sender.host().orElse(sender.helo())).filter(host -> DomainName.fits(host) && host.indexOf('.') > 0)
                .filter(host -> names(subject.zone().ask(host, type), sender)).map(host -> new Proposal(name, "PTR", host + "."));
    }

    /// Whether the name is the person's to give an address to, and has none: who uses it already must keep it.
    private static boolean free(Subject subject, String name) {
        return DomainName.within(DomainName.plain(name), subject.domain()) && Stream.of(DnsType.A, DnsType.AAAA)
                .map(type -> subject.zone().ask(name, type)).allMatch(answer -> answer.empty() && answer.aliases().isEmpty());
    }
}
