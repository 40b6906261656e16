package org.mailmedic.maildomain.check;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.evidence.CertificateFacts;
import org.mailmedic.maildomain.dns.DomainName;
import org.mailmedic.maildomain.record.DomainRecord;
import org.mailmedic.maildomain.record.Findings;
import org.mailmedic.maildomain.record.Proposal;
import org.mailmedic.maildomain.record.RecordLook;
import org.mailmedic.maildomain.record.RecordState;
import org.mailmedic.maildomain.record.RecordType;
import org.mailmedic.maildomain.transport.MailServers;
import org.mailmedic.maildomain.transport.PolicyServer;
import org.mailmedic.maildomain.transport.StsPolicy;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsData;
import org.mailmedic.net.dns.DnsType;

/// Whether mail to the domain must come encrypted (RFC 8461): the record, the policy, and whether every host that takes its mail keeps it.
/// It is fine to have none; a broken one makes mail bounce.
public final class StsCheck {
    private static final Pattern ID = Pattern.compile("id=[A-Za-z0-9]{1,32}");
    private static final DateTimeFormatter NOW = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MOST_HOSTS = 10;

    private final Subject subject;
    private final PolicyServer policies;
    private final MailServers servers;
    private final InstantSource clock;

    private StsCheck(Subject subject, PolicyServer policies, MailServers servers, InstantSource clock) {
        this.subject = subject;
        this.policies = policies;
        this.servers = servers;
        this.clock = clock;
    }

    public static RecordLook look(Subject subject, PolicyServer policies, MailServers servers, InstantSource clock) {
        return new StsCheck(subject, policies, servers, clock).look();
    }

    private RecordLook look() {
        DnsAnswer answer = subject.zone().ask("_mta-sts." + subject.domain(), DnsType.TXT);
        if (answer.failed()) {
            return RecordLook.of(record(RecordState.UNKNOWN, Subject.silence(answer), subject.facts()));
        }
        List<String> records = answer.texts().stream().filter(text -> text.stripLeading().regionMatches(true, 0, "v=STS", 0, 5)).toList();
        if (records.isEmpty()) {
            return RecordLook.of(record(RecordState.MISSING, "missing", subject.facts()));
        }
        String text = String.join("\n", records);
        if (records.size() > 1 || !wellFormed(records.getFirst())) {
            return problem(records.size() > 1 ? "several" : "syntax", subject.facts(), text,
                    Optional.of(Proposal.txt("_mta-sts." + subject.domain(), "v=STSv1; id=" + NOW.format(clock.instant()))));
        }
        return policy(text, answer.authentic());
    }

    /// The version, and then fields in any order, one of them the id (§3.1).
    static boolean wellFormed(String text) {
        List<String> fields = Arrays.stream(text.split(";")).map(field -> field.replaceAll("^[ \\t]+|[ \\t]+$", "")).toList();
        List<String> ids = fields.stream().skip(1).filter(field -> field.startsWith("id=")).toList();
        return fields.getFirst().equals("v=STSv1") && ids.size() == 1 && ID.matcher(ids.getFirst()).matches();
    }

    private RecordLook policy(String text, boolean authentic) {
        PolicyServer.Fetched fetched = policies.fetch(subject.domain());
        Facts facts = subject.facts().and("host", "mta-sts." + subject.domain());
        if (fetched.body().isEmpty()) {
            Facts why = facts.and("why", fetched.why());
            return fetched.byServer() || absent() ? problem("policy_missing", why, text, Optional.empty())
                    : RecordLook.of(record(RecordState.UNKNOWN, "policy_unseen", why).showing(text).signed(authentic));
        }
        Optional<StsPolicy> policy = StsPolicy.parse(fetched.body().get());
        if (policy.isEmpty()) {
            return problem("policy_syntax", facts, text, Optional.empty());
        }
        if (policy.get().mode().equals("none")) {
            return RecordLook.of(record(RecordState.WARNING, "off", facts).showing(text).signed(authentic));
        }
        return hosts(policy.get(), facts, text, authentic);
    }

    /// Whether the host of the policy has no address at all.
    private boolean absent() {
        return Stream.of(DnsType.A, DnsType.AAAA).allMatch(type -> subject.zone().ask("mta-sts." + subject.domain(), type).empty());
    }

    private RecordLook hosts(StsPolicy policy, Facts facts, String text, boolean authentic) {
        if (subject.mx().failed()) {
            return RecordLook.of(record(RecordState.UNKNOWN, Subject.silence(subject.mx()), facts).showing(text).signed(authentic));
        }
        List<String> hosts = subject.mailHosts().stream().map(DnsData.MailHost::target).filter(host -> !host.isEmpty())
                .map(DomainName::plain).distinct().toList();
        List<String> left = hosts.stream().filter(host -> !policy.covers(host)).limit(MOST_HOSTS).toList();
        if (!left.isEmpty()) {
            return unkept(policy, "mx_left_out", facts.and("mx", String.join(", ", left)), text, authentic);
        }
        List<String> some = hosts.subList(0, Math.min(MOST_HOSTS, hosts.size()));
        servers.ahead(some);
        boolean all = some.size() == hosts.size();
        for (String host : some) {
            MailServers.Greeted greeted = servers.greet(host);
            switch (greeted.reach()) {
                case NOT_REACHED -> all = false;
                case WITHOUT_TLS -> {
                    return unkept(policy, "mx_without_tls", facts.and("mx", host), text, authentic);
                }
                case TLS -> {
                    if (!greeted.certificate().map(CertificateFacts::verified).orElse(false)) {
                        return unkept(policy, "mx_certificate", facts.and("mx", host), text, authentic);
                    }
                }
            }
        }
        return RecordLook.of((tested(policy) ? record(RecordState.WARNING, "testing", facts)
                : record(RecordState.FINE, all ? "fine" : "mx_not_seen", facts)).showing(text).signed(authentic));
    }

    private static boolean tested(StsPolicy policy) {
        return policy.mode().equals("testing");
    }

    /// As long as the policy is a test, mail arrives all the same (§5): worth knowing before it is enforced, and no more.
    private RecordLook unkept(StsPolicy policy, String note, Facts facts, String text, boolean authentic) {
        return tested(policy) ? RecordLook.of(record(RecordState.WARNING, "testing", facts).remarking(note).showing(text).signed(authentic))
                : problem(note, facts, text, Optional.empty());
    }

    private DomainRecord record(RecordState state, String note, Facts facts) {
        return DomainRecord.of(RecordType.MTA_STS, "_mta-sts." + subject.domain(), state, note, facts);
    }

    private RecordLook problem(String note, Facts facts, String text, Optional<Proposal> proposal) {
        var record = record(RecordState.PROBLEM, note, facts).showing(text).proposing(proposal);
        return RecordLook.of(record, Findings.of(Code.DOMAIN_MTA_STS_INVALID, note.equals("policy_missing") ? 0.85 : 0.95, record));
    }
}
