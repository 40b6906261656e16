package org.mailmedic.checkup;

import java.io.IOException;
import java.util.List;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence.Answer;
import org.mailmedic.evidence.Evidence.NameLookup;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.net.dns.DnsRecords;
import org.mailmedic.net.dns.Resolvers;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Printable;
import org.mailmedic.plan.Plan;
import org.mailmedic.probe.Instruments;
import org.mailmedic.settings.EmailAddress;

/// Where nothing at the given name takes mail, it may be the domain in place of its mail server: the domain's MX record (RFC 5321 §5.1)
/// says where its mail lives. Asked of the system's own name servers, once, and only for a name that may be a domain.
final class MailDomainLook {
    private static final int MOST_HOSTS = 5;
    private final Instruments instruments;
    private final Recorder recorder;

    MailDomainLook(Instruments instruments, Recorder recorder) {
        this.instruments = instruments;
        this.recorder = recorder;
    }

    void take(CaseFile file, Deadline deadline) {
        Plan plan = file.plan();
        if (plan.quick() || plan.literal() || plan.resolvers().isEmpty() || !mayBeDomain(file)) {
            return;
        }
        long start = instruments.now();
        try {
            List<String> hosts = new DnsRecords(Resolvers.configured()).mailHosts(plan.host(), deadline).records().stream()
                    .map(DnsRecords.MailHost::target).filter(host -> !host.isEmpty()).limit(MOST_HOSTS)
                    .map(host -> Printable.of(host, 255)).toList();
            if (!hosts.isEmpty()) {
                recorder.note(new NameLookup(NameLookup.SYSTEM, plan.host(), NameLookup.MX, instruments.since(start),
                        Outcome.of(new Answer(List.of(), hosts))));
            }
        } catch (IOException noAnswer) {
            // then nothing more is known about the domain, and nothing is said
        }
    }

    /// The sender's own domain, or a name without a label of its own for a host.
    private static boolean mayBeDomain(CaseFile file) {
        String host = file.plan().host();
        boolean own = file.settings().sender().map(EmailAddress::domain).filter(host::equalsIgnoreCase).isPresent();
        return own || host.split("\\.").length == 2 || host.regionMatches(true, 0, "www.", 0, 4);
    }
}
