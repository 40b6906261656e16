package org.mailmedic.maildomain.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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
    private static final Pattern RECORD = Pattern.compile("v=STSv1[ \\t]*;[ \\t]*id=[A-Za-z0-9]{1,32}[ \\t]*(?:;.*)?", Pattern.DOTALL);

    private final Subject subject;
    private final PolicyServer policies;
    private final MailServers servers;

    private StsCheck(Subject subject, PolicyServer policies, MailServers servers) {
        this.subject = subject;
        this.policies = policies;
        this.servers = servers;
    }

    public static RecordLook look(Subject subject, PolicyServer policies, MailServers servers) {
        return new StsCheck(subject, policies, servers).look();
    }

    private RecordLook look() {
        DnsAnswer answer = subject.zone().ask("_mta-sts." + subject.domain(), DnsType.TXT);
        if (answer.failed()) {
            return RecordLook.of(record(RecordState.UNKNOWN, "unanswered", subject.facts()));
        }
        List<String> records = answer.texts().stream().filter(text -> text.stripLeading().regionMatches(true, 0, "v=STS", 0, 5)).toList();
        if (records.isEmpty()) {
            return RecordLook.of(record(RecordState.MISSING, "missing", subject.facts()));
        }
        String text = String.join("\n", records);
        if (records.size() > 1 || !RECORD.matcher(records.getFirst()).matches()) {
            return problem(records.size() > 1 ? "several" : "syntax", subject.facts(), text,
                    Optional.of(Proposal.txt("_mta-sts." + subject.domain(), "v=STSv1; id=1")));
        }
        return policy(text, answer.authentic());
    }

    private RecordLook policy(String text, boolean authentic) {
        PolicyServer.Fetched fetched = policies.fetch(subject.domain());
        Facts facts = subject.facts().and("host", "mta-sts." + subject.domain());
        if (fetched.body().isEmpty()) {
            return problem("policy_missing", facts.and("why", fetched.why()), text, Optional.empty());
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

    private RecordLook hosts(StsPolicy policy, Facts facts, String text, boolean authentic) {
        List<String> hosts = subject.mailHosts().stream().map(DnsData.MailHost::target).filter(host -> !host.isEmpty())
                .map(DomainName::plain).toList();
        List<String> left = hosts.stream().filter(host -> !policy.covers(host)).toList();
        if (!left.isEmpty()) {
            return problem("mx_left_out", facts.and("mx", String.join(", ", left)), text, Optional.empty());
        }
        boolean all = true;
        for (String host : hosts) {
            MailServers.Greeted greeted = servers.greet(host);
            switch (greeted.reach()) {
                case NOT_REACHED -> all = false;
                case WITHOUT_TLS -> {
                    return problem("mx_without_tls", facts.and("mx", host), text, Optional.empty());
                }
                case TLS -> {
                    if (!greeted.certificate().map(CertificateFacts::verified).orElse(false)) {
                        return problem("mx_certificate", facts.and("mx", host), text, Optional.empty());
                    }
                }
            }
        }
        String note = policy.mode().equals("testing") ? "testing" : all ? "fine" : "mx_not_seen";
        return RecordLook.of(record(policy.mode().equals("testing") ? RecordState.WARNING : RecordState.FINE, note, facts).showing(text)
                .signed(authentic));
    }

    private DomainRecord record(RecordState state, String note, Facts facts) {
        return DomainRecord.of(RecordType.MTA_STS, "_mta-sts." + subject.domain(), state, note, facts);
    }

    private RecordLook problem(String note, Facts facts, String text, Optional<Proposal> proposal) {
        var record = record(RecordState.PROBLEM, note, facts).showing(text).proposing(proposal);
        return RecordLook.of(record, Findings.of(Code.DOMAIN_MTA_STS_INVALID, note.equals("policy_missing") ? 0.85 : 0.95, record));
    }
}
