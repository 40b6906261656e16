package org.mailmedic.maildomain.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
            return DomainRecord.of(RecordType.PTR, name, RecordState.UNKNOWN, "unanswered", facts);
        }
        List<String> names = answer.all(DnsData.Named.class).map(DnsData.Named::target).limit(MOST_NAMES).toList();
        String wanted = sender.host().orElse(DomainName.fits(sender.helo()) && sender.helo().indexOf('.') > 0 ? sender.helo() : "");
        var proposal = Optional.of(wanted).filter(host -> !host.isEmpty()).map(host -> new Proposal(name, "PTR", host + "."));
        if (names.isEmpty()) {
            return DomainRecord.of(RecordType.PTR, name, RecordState.MISSING, "missing", facts).proposing(proposal);
        }
        Facts about = facts.and("names", String.join(", ", names));
        String text = names.stream().collect(Collectors.joining("\n"));
        DnsType type = sender.ip().getAddress().length == 4 ? DnsType.A : DnsType.AAAA;
        boolean back = false;
        boolean failed = false;
        for (String each : names) {
            DnsAnswer forward = subject.zone().ask(each, type);
            back |= forward.all(DnsData.Address.class).anyMatch(address -> address.address().equals(sender.ip()));
            failed |= forward.failed();
        }
        if (back) {
            return DomainRecord.of(RecordType.PTR, name, RecordState.FINE, "fine", about).showing(text).signed(answer.authentic());
        }
        return failed ? DomainRecord.of(RecordType.PTR, name, RecordState.UNKNOWN, "forward_unanswered", about).showing(text)
                : DomainRecord.of(RecordType.PTR, name, RecordState.PROBLEM, "not_matching", about).showing(text)
                .proposing(Optional.of(new Proposal(names.getFirst(), type.name(), sender.address())));
    }
}
