package org.mailmedic.maildomain.check;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.maildomain.dns.DomainName;
import org.mailmedic.maildomain.record.DomainRecord;
import org.mailmedic.maildomain.record.Findings;
import org.mailmedic.maildomain.record.RecordLook;
import org.mailmedic.maildomain.record.RecordState;
import org.mailmedic.maildomain.record.RecordType;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsData;
import org.mailmedic.net.dns.DnsType;

/// Where the domain's mail arrives (RFC 5321 §5.1, RFC 7505).
public final class MxCheck {
    private static final int MOST_HOSTS = 20;

    private enum Target { FINE, ALIAS, NO_ADDRESS, PRIVATE, UNKNOWN }

    private MxCheck() {}

    public static RecordLook look(Subject subject) {
        DnsAnswer answer = subject.mx();
        Facts facts = subject.facts();
        if (answer.failed()) {
            return RecordLook.unanswered(DomainRecord.of(RecordType.MX, subject.domain(), RecordState.UNKNOWN,
                    Subject.silence(answer), facts));
        }
        List<DnsData.MailHost> hosts = subject.mailHosts();
        if (hosts.isEmpty()) {
            return missing(subject, answer);
        }
        String text = hosts.stream().limit(MOST_HOSTS).map(host -> host.preference() + " " + (host.target().isEmpty() ? "."
                : host.target()))
                .collect(Collectors.joining("\n"));
        if (subject.takesNoMail()) {
            return RecordLook.of(record(subject, RecordState.FINE, "null", facts, text, answer));
        }
        return judged(subject, hosts, text, answer);
    }

    /// No address so far may still be one that was not answered.
    private static boolean silent(DnsAnswer answer) {
        return answer.failed() && answer.status() != DnsAnswer.Status.ALIAS_LOOP;
    }

    private static RecordLook missing(Subject subject, DnsAnswer answer) {
        List<DnsAnswer> own = Stream.of(DnsType.A, DnsType.AAAA).map(type -> subject.zone().ask(subject.domain(), type)).toList();
        boolean host = own.stream().anyMatch(each -> !each.records().isEmpty());
        Optional<DnsAnswer> silent = own.stream().filter(MxCheck::silent).findFirst();
        if (!host && silent.isPresent()) {
            return RecordLook.unanswered(DomainRecord.of(RecordType.MX, subject.domain(), RecordState.UNKNOWN,
                    Subject.silence(silent.get()), subject.facts()));
        }
        var record = DomainRecord.of(RecordType.MX, subject.domain(), RecordState.MISSING, host ? "implicit" : "missing", subject.facts())
                .signed(answer.authentic());
        return RecordLook.of(record, Findings.of(Code.DOMAIN_MX_MISSING, host ? 0.9 : 0.95, record));
    }

    private static RecordLook judged(Subject subject, List<DnsData.MailHost> hosts, String text, DnsAnswer answer) {
        List<String> bad = new ArrayList<>();
        List<Target> all = new ArrayList<>();
        String note = "fine";
        hosts.stream().limit(MOST_HOSTS).map(DnsData.MailHost::target).filter(DomainName::fits)
                .forEach(host -> Stream.of(DnsType.A, DnsType.AAAA).forEach(type -> subject.zone().ahead(host, type)));
        for (DnsData.MailHost host : hosts.stream().limit(MOST_HOSTS).toList()) {
            Target target = target(subject, host.target());
            all.add(target);
            switch (target) {
                case FINE, UNKNOWN -> { }
                case ALIAS -> note = note.equals("fine") ? "alias" : note;
                case NO_ADDRESS, PRIVATE -> {
                    bad.add(host.target().isEmpty() ? "." : host.target());
                    note = target == Target.PRIVATE ? "private" : "dead";
                }
            }
        }
        Facts facts = subject.facts().and("host", bad.isEmpty() ? hosts.getFirst().target() : String.join(", ", bad));
        boolean none = !bad.isEmpty() && bad.size() == all.size();
        if (bad.isEmpty()) {
            RecordState state = note.equals("alias") ? RecordState.WARNING : all.stream().allMatch(each -> each == Target.UNKNOWN)
                    ? RecordState.UNKNOWN : RecordState.FINE;
            return RecordLook.of(record(subject, state, state == RecordState.UNKNOWN ? "hosts_unanswered" : note, facts, text, answer));
        }
        boolean addresses = none && bad.stream().allMatch(MxCheck::numbers);
        var record = record(subject, RecordState.PROBLEM, addresses ? "address_all" : none ? note + "_all"
                : bad.equals(List.of(".")) ? "null_beside" : note, facts, text, answer);
        var finding = Findings.of(Code.DOMAIN_MX_MISSING, none ? 0.95 : 0.8, record);
        return RecordLook.of(record, none ? finding : finding.asWarning());
    }

    private static DomainRecord record(Subject subject, RecordState state, String note, Facts facts, String text, DnsAnswer answer) {
        return DomainRecord.of(RecordType.MX, subject.domain(), state, note, facts).showing(text).signed(answer.authentic());
    }

    /// Whether it is meant to be an IPv4 address, which no MX can give (RFC 5321 §5.1).
    static boolean numbers(String host) {
        return host.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    }

    private static Target target(Subject subject, String host) {
        if (!DomainName.fits(host) || numbers(host)) {
            return Target.NO_ADDRESS;
        }
        DnsAnswer four = subject.zone().ask(host, DnsType.A);
        DnsAnswer six = subject.zone().ask(host, DnsType.AAAA);
        List<InetAddress> addresses = Stream.of(four, six).flatMap(each -> each.all(DnsData.Address.class)).map(DnsData.Address::address)
                .toList();
        if (addresses.isEmpty()) {
            return silent(four) || silent(six) ? Target.UNKNOWN : Target.NO_ADDRESS;
        }
        if (addresses.stream().allMatch(PrivateNetworks::hold)) {
            return Target.PRIVATE;
        }
        return four.aliases().isEmpty() && six.aliases().isEmpty() ? Target.FINE : Target.ALIAS;
    }
}
