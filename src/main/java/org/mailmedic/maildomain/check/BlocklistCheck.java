package org.mailmedic.maildomain.check;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.maildomain.dns.Reverse;
import org.mailmedic.maildomain.record.DomainRecord;
import org.mailmedic.maildomain.record.Findings;
import org.mailmedic.maildomain.record.RecordLook;
import org.mailmedic.maildomain.record.RecordState;
import org.mailmedic.maildomain.record.RecordType;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsData;
import org.mailmedic.net.dns.DnsType;

/// Whether the sending addresses, or the domain, are on a block list. A list is believed only after it has passed the test of RFC 5782 §5:
/// it lists what every list must list, and does not list what none may. A dead list, or one that refuses this resolver, lists nobody.
public final class BlocklistCheck {
    private enum Answer { LISTED, CLEAR, REFUSED, UNANSWERED, NOT_ASKED }

    private BlocklistCheck() {}

    public static RecordLook look(Subject subject, List<Sender> senders, List<Blocklist> lists) {
        List<DomainRecord> records = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Blocklist list : lists) {
            if (list.kind() == Blocklist.Kind.ADDRESS && senders.isEmpty()) {
                continue;
            }
            DomainRecord record = look(subject, senders, list);
            records.add(record);
            if (record.state() == RecordState.PROBLEM) {
                findings.add(Findings.of(Code.DOMAIN_BLOCKLISTED, 0.95, record));
            }
        }
        return new RecordLook(records, findings, false);
    }

    private static DomainRecord look(Subject subject, List<Sender> senders, Blocklist list) {
        Facts facts = subject.facts().and("list", list.name()).and("delist", list.delist());
        boolean addresses = list.kind() == Blocklist.Kind.ADDRESS;
        String must = addresses ? Reverse.digits(InetAddress.ofLiteral("127.0.0.2")) : "TEST";
        String never = addresses ? Reverse.digits(InetAddress.ofLiteral("127.0.0.1")) : "INVALID";
        Answer first = answer(subject, must, list);
        Answer second = answer(subject, never, list);
        if (first != Answer.LISTED || second != Answer.CLEAR) {
            String note = first == Answer.REFUSED || second == Answer.REFUSED ? "refused" : second == Answer.LISTED ? "lists_everybody"
                    : first == Answer.NOT_ASKED || second == Answer.NOT_ASKED ? "not_asked"
                    : first == Answer.UNANSWERED || second == Answer.UNANSWERED ? "unanswered" : "dead";
            return DomainRecord.of(RecordType.BLOCKLIST, list.zone(), RecordState.UNKNOWN, note, facts);
        }
        return addresses ? addresses(subject, senders, list, facts) : judged(subject, subject.domain(), subject.domain(), list, facts);
    }

    private static DomainRecord addresses(Subject subject, List<Sender> senders, Blocklist list, Facts facts) {
        DomainRecord last = null;
        for (Sender sender : senders) {
            last = judged(subject, Reverse.digits(sender.ip()), sender.address(), list, facts.and("ip", sender.address())
                    .and("sender", sender.shown()));
            if (last.state() == RecordState.PROBLEM) {
                return last;
            }
        }
        return last;
    }

    private static DomainRecord judged(Subject subject, String key, String entry, Blocklist list, Facts facts) {
        Facts about = facts.and("entry", entry);
        return switch (answer(subject, key, list)) {
            case CLEAR -> DomainRecord.of(RecordType.BLOCKLIST, list.zone(), RecordState.FINE, "fine", about);
            case REFUSED -> DomainRecord.of(RecordType.BLOCKLIST, list.zone(), RecordState.UNKNOWN, "refused", about);
            case UNANSWERED -> DomainRecord.of(RecordType.BLOCKLIST, list.zone(), RecordState.UNKNOWN, "unanswered", about);
            case NOT_ASKED -> DomainRecord.of(RecordType.BLOCKLIST, list.zone(), RecordState.UNKNOWN, "not_asked", about);
            case LISTED -> {
                String why = String.join(" ", subject.zone().ask(key + "." + list.zone(), DnsType.TXT).texts());
                String codes = subject.zone().ask(key + "." + list.zone(), DnsType.A).all(DnsData.Address.class)
                        .map(each -> each.address().getHostAddress()).collect(Collectors.joining(" "));
                yield DomainRecord.of(RecordType.BLOCKLIST, list.zone(), RecordState.PROBLEM, "listed",
                        about.and("reason", why.substring(0, Math.min(200, why.length())))).showing(codes);
            }
        };
    }

    private static Answer answer(Subject subject, String key, Blocklist list) {
        DnsAnswer answer = subject.zone().ask(key + "." + list.zone(), DnsType.A);
        if (answer.failed()) {
            return switch (answer.status()) {
                case REFUSED -> Answer.REFUSED;
                case NOT_ASKED -> Answer.NOT_ASKED;
                case FOUND, NO_DATA, NO_NAME, ALIAS_LOOP, SERVER_FAILURE, TIMEOUT, UNREACHABLE -> Answer.UNANSWERED;
            };
        }
        List<byte[]> codes = answer.all(DnsData.Address.class).map(each -> each.address().getAddress()).toList();
        if (codes.isEmpty()) {
            return Answer.CLEAR;
        }
        // Spamhaus and others answer a public or too busy resolver so
        if (codes.stream().anyMatch(code -> code[0] == 127 && (code[1] & 0xff) == 255 && (code[2] & 0xff) == 255)) {
            return Answer.REFUSED;
        }
        // whatever lies outside 127.0.0.0/8 is a parked domain's or a meddling resolver's answer, no entry (RFC 5782 §2.1)
        return codes.stream().allMatch(code -> code[0] == 127) ? Answer.LISTED : Answer.UNANSWERED;
    }
}
