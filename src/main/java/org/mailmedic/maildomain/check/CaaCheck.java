package org.mailmedic.maildomain.check;

import java.util.List;
import java.util.stream.Collectors;
import org.mailmedic.maildomain.dns.DomainName;
import org.mailmedic.maildomain.record.DomainRecord;
import org.mailmedic.maildomain.record.RecordLook;
import org.mailmedic.maildomain.record.RecordState;
import org.mailmedic.maildomain.record.RecordType;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsData;
import org.mailmedic.net.dns.DnsType;

/// Who may make certificates for the domain's names (RFC 8659 §3): the first name from here up that has such records. It is fine to have
/// none.
public final class CaaCheck {
    private CaaCheck() {}

    public static RecordLook look(Subject subject) {
        for (String name = subject.domain(); name.indexOf('.') > 0; name = DomainName.without(name, 1)) {
            DnsAnswer answer = subject.zone().ask(name, DnsType.CAA);
            if (answer.failed()) {
                return RecordLook.of(DomainRecord.of(RecordType.CAA, name, RecordState.UNKNOWN, Subject.silence(answer), subject.facts()));
            }
            List<DnsData.Caa> all = answer.all(DnsData.Caa.class).limit(20).toList();
            if (!all.isEmpty()) {
                String text = all.stream().map(each -> each.flags() + " " + each.tag() + " \"" + each.value() + "\"")
                        .collect(Collectors.joining("\n"));
                boolean nobody = all.stream().anyMatch(each -> each.tag().equalsIgnoreCase("issue"))
                        && all.stream().filter(each -> each.tag().equalsIgnoreCase("issue")).allMatch(each -> each.value().strip()
                                .equals(";"));
                return RecordLook.of(DomainRecord.of(RecordType.CAA, name, nobody ? RecordState.WARNING : RecordState.FINE,
                        nobody ? "nobody" : "fine", subject.facts()).showing(text).signed(answer.authentic()));
            }
        }
        return RecordLook.of(DomainRecord.of(RecordType.CAA, subject.domain(), RecordState.MISSING, "missing", subject.facts()));
    }
}
