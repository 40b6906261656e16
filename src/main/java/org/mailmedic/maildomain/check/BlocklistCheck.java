package org.mailmedic.maildomain.check;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /// What a list of each kind must name, and must not.
    private enum Probe {
        IPV4("2.0.0.127", "1.0.0.127"),
        /// `::FFFF:7F00:2` and `::FFFF:7F00:1`: a list of IPv4 addresses alone says nothing about others.
        IPV6("2.0.0.0.0.0.f.7.f.f.f.f" + ".0".repeat(20), "1.0.0.0.0.0.f.7.f.f.f.f" + ".0".repeat(20)),
        DOMAIN("TEST", "INVALID");

        private final String must;
        private final String never;

        Probe(String must, String never) {
            this.must = must;
            this.never = never;
        }

        static Probe of(InetAddress ip) {
            return ip instanceof Inet4Address ? IPV4 : IPV6;
        }

        /// The entries that are asked for.
        List<String> entries() {
            return List.of(must, never);
        }
    }

    private BlocklistCheck() {}

    /// What will be asked of a list, so that it can be asked for all at once.
    public static List<String> entries(Subject subject, List<Sender> senders, Blocklist list) {
        return list.kind() == Blocklist.Kind.DOMAIN ? Stream.concat(Probe.DOMAIN.entries().stream(), Stream.of(subject.domain())).toList()
                : senders.stream().map(Sender::ip).flatMap(ip -> Stream.concat(Probe.of(ip).entries().stream(),
                        Stream.of(Reverse.digits(ip)))).distinct().toList();
    }

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
        if (list.kind() == Blocklist.Kind.DOMAIN) {
            return judged(subject, Probe.DOMAIN, subject.domain(), subject.domain(), list, facts);
        }
        // the worst that is said about any of them, and what is not known before what is fine
        return senders.stream().map(sender -> judged(subject, Probe.of(sender.ip()), Reverse.digits(sender.ip()), sender.address(), list,
                facts.and("ip", sender.address()).and("sender", sender.shown())))
                .min(Comparator.comparingInt(record -> record.state() == RecordState.PROBLEM ? 0
                        : record.state() == RecordState.UNKNOWN ? 1 : 2)).orElseThrow();
    }

    private static DomainRecord judged(Subject subject, Probe probe, String key, String entry, Blocklist list, Facts facts) {
        return doubted(subject, probe, list).map(note -> DomainRecord.of(RecordType.BLOCKLIST, list.zone(), RecordState.UNKNOWN, note,
                facts.and("entry", entry))).orElseGet(() -> judged(subject, key, entry, list, facts));
    }

    /// Why the list is not to be believed; empty where it has passed its test.
    private static Optional<String> doubted(Subject subject, Probe probe, Blocklist list) {
        List<Answer> both = List.of(answer(subject, probe.must, list), answer(subject, probe.never, list));
        if (both.equals(List.of(Answer.LISTED, Answer.CLEAR))) {
            return Optional.empty();
        }
        return Optional.of(both.contains(Answer.REFUSED) ? "refused" : both.getLast() == Answer.LISTED ? "lists_everybody"
                : both.contains(Answer.NOT_ASKED) ? "not_asked" : both.contains(Answer.UNANSWERED) ? "unanswered"
                : probe == Probe.IPV6 ? "no_ipv6" : "dead");
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
