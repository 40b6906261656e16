package org.mailmedic.maildomain.dmarc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailmedic.maildomain.dns.DomainName;
import org.mailmedic.maildomain.dns.Zone;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsType;

/// The walk from a domain up to its top (RFC 9989 §4.10): at most eight questions, from eight labels on leaving out the middle.
final class TreeWalk {
    private static final int MOST_LABELS = 8;

    /// A record on the way.
    record Found(String domain, DmarcRecord record) {}

    /// @param found    records that count, the longest name first
    /// @param problems of what does not count at the name where the walk began: several records, or what only looks like one
    /// @param seen     what stood there, to be shown
    /// @param failed   whether a question had no answer, so that nothing can be said
    record Walk(String start, List<Found> found, List<String> problems, List<String> seen, boolean failed) {
        Optional<Found> at(String domain) {
            return found.stream().filter(each -> each.domain().equals(domain)).findFirst();
        }

        /// The organizational domain (§4.10.2).
        String organizationalDomain() {
            for (Found each : found) {
                if (each.record().psd('n')) {
                    return each.domain();
                }
                if (each.record().psd('y') && !each.domain().equals(start)) {
                    int labels = DomainName.labels(start).size() - DomainName.labels(each.domain()).size();
                    return DomainName.without(start, labels - 1);
                }
            }
            return found.isEmpty() ? start : found.getLast().domain();
        }
    }

    private TreeWalk() {}

    /// @param start a plain name
    static Walk from(String start, Zone zone) {
        List<Found> found = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        boolean failed = false;
        for (String name = start; !name.isEmpty(); name = above(name)) {
            DnsAnswer answer = zone.ask("_dmarc." + name, DnsType.TXT);
            failed |= answer.failed();
            List<String> records = answer.texts().stream().filter(DmarcRecord::claims).toList();
            if (records.size() == 1) {
                var record = DmarcRecord.parse(records.getFirst());
                found.add(new Found(name, record));
                if (record.psd('y') || record.psd('n')) {
                    break;
                }
            }
            if (name.equals(start) && records.size() != 1) {
                boolean meant = answer.texts().stream().anyMatch(DmarcRecord::resembles);
                if (records.size() > 1) {
                    problems.add("multiple_records");
                } else if (meant) {
                    problems.add("not_a_record");
                }
                answer.texts().stream().filter(text -> DmarcRecord.claims(text) || DmarcRecord.resembles(text)).forEach(seen::add);
            }
            if (failed) {
                break;
            }
        }
        return new Walk(start, found, problems, seen, failed);
    }

    private static String above(String name) {
        int labels = DomainName.labels(name).size();
        return labels == 1 ? "" : DomainName.without(name, labels < MOST_LABELS ? 1 : labels - (MOST_LABELS - 1));
    }
}
