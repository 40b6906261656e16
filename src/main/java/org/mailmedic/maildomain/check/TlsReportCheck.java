package org.mailmedic.maildomain.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.maildomain.record.DomainRecord;
import org.mailmedic.maildomain.record.Findings;
import org.mailmedic.maildomain.record.Proposal;
import org.mailmedic.maildomain.record.RecordLook;
import org.mailmedic.maildomain.record.RecordState;
import org.mailmedic.maildomain.record.RecordType;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsType;

/// Where others report that encryption failed (RFC 8460 §3). It is fine to have none.
public final class TlsReportCheck {
    private static final Pattern RECORD = Pattern.compile("v=TLSRPTv1[ \\t]*;[ \\t]*rua=([^;]+?)[ \\t]*(?:;.*)?", Pattern.DOTALL);
    private static final Pattern ADDRESS = Pattern.compile("mailto:[^\\s@,;]+@[^\\s@,;]+|https://[^\\s,;]+");

    private TlsReportCheck() {}

    public static RecordLook look(Subject subject) {
        String name = "_smtp._tls." + subject.domain();
        DnsAnswer answer = subject.zone().ask(name, DnsType.TXT);
        var card = DomainRecord.of(RecordType.TLS_RPT, name, RecordState.FINE, "fine", subject.facts());
        if (answer.failed()) {
            return RecordLook.of(DomainRecord.of(RecordType.TLS_RPT, name, RecordState.UNKNOWN, Subject.silence(answer), subject.facts()));
        }
        List<String> records = answer.texts().stream().filter(text -> text.stripLeading().regionMatches(true, 0, "v=TLSRPT", 0, 8))
                .toList();
        if (records.isEmpty()) {
            return RecordLook.of(DomainRecord.of(RecordType.TLS_RPT, name, RecordState.MISSING, "missing", subject.facts()));
        }
        if (records.size() == 1 && wellFormed(records.getFirst())) {
            return RecordLook.of(card.showing(records.getFirst()).signed(answer.authentic()));
        }
        var broken = DomainRecord.of(RecordType.TLS_RPT, name, RecordState.PROBLEM, records.size() > 1 ? "several" : "syntax",
                subject.facts())
                .showing(String.join("\n", records)).proposing(Optional.of(Proposal.txt(name, proposed(subject, records))));
        return RecordLook.of(broken, Findings.of(Code.DOMAIN_TLS_RPT_INVALID, 0.95, broken));
    }

    static boolean wellFormed(String text) {
        var parts = RECORD.matcher(text);
        return parts.matches() && Arrays.stream(parts.group(1).split(",")).map(String::strip).allMatch(uri -> ADDRESS.matcher(uri)
                .matches());
    }

    /// With the addresses that can be read out of what stands there.
    private static String proposed(Subject subject, List<String> records) {
        List<String> addresses = records.stream().filter(text -> text.length() < 2048)
                .flatMap(text -> Arrays.stream(text.split("[,;\\s]|(?i:rua=)")))
                .map(word -> word.matches("[^\\s@:]+@[^\\s@:]+\\.[^\\s@:]+") ? "mailto:" + word : word)
                        .filter(word -> ADDRESS.matcher(word).matches())
                .distinct().toList();
        return "v=TLSRPTv1; rua=" + (addresses.isEmpty() ? "mailto:tls-reports@" + subject.domain() : String.join(",", addresses));
    }
}
