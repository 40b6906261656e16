package org.mailmedic.maildomain.check;

import java.util.List;
import java.util.regex.Pattern;
import org.mailmedic.maildomain.dmarc.DmarcPolicy;
import org.mailmedic.maildomain.dmarc.DmarcState;
import org.mailmedic.maildomain.record.DomainRecord;
import org.mailmedic.maildomain.record.RecordLook;
import org.mailmedic.maildomain.record.RecordState;
import org.mailmedic.maildomain.record.RecordType;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsType;

/// The logo beside the mail (draft-brand-indicators-for-message-identification). It is fine to have none.
public final class BimiCheck {
    private static final Pattern RECORD = Pattern.compile("v=BIMI1\\s*;\\s*l=([^;]*?)\\s*(?:;.*)?", Pattern.DOTALL);

    private BimiCheck() {}

    public static RecordLook look(Subject subject, DmarcState dmarc) {
        String name = "default._bimi." + subject.domain();
        DnsAnswer answer = subject.zone().ask(name, DnsType.TXT);
        List<String> records = answer.texts().stream().filter(text -> text.startsWith("v=BIMI1")).toList();
        if (answer.failed()) {
            return RecordLook.of(DomainRecord.of(RecordType.BIMI, name, RecordState.UNKNOWN, Subject.silence(answer), subject.facts()));
        }
        if (records.isEmpty()) {
            return RecordLook.of(DomainRecord.of(RecordType.BIMI, name, RecordState.MISSING, "missing", subject.facts()));
        }
        var parts = RECORD.matcher(records.getFirst());
        boolean formed = records.size() == 1 && parts.matches() && (parts.group(1).isEmpty() || parts.group(1).matches("https://\\S+"));
        boolean enforced = dmarc.policy().filter(policy -> policy != DmarcPolicy.NONE).isPresent();
        String note = !formed ? "syntax" : !enforced ? "without_dmarc" : "fine";
        return RecordLook.of(DomainRecord.of(RecordType.BIMI, name, note.equals("fine") ? RecordState.FINE : RecordState.WARNING, note,
                subject.facts())
                .showing(String.join("\n", records)).signed(answer.authentic()));
    }
}
