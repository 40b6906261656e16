package org.mailmedic.maildomain;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Diagnosis;
import org.mailmedic.diagnosis.Diagnostician;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Party;
import org.mailmedic.maildomain.check.BimiCheck;
import org.mailmedic.maildomain.check.BlocklistCheck;
import org.mailmedic.maildomain.check.CaaCheck;
import org.mailmedic.maildomain.check.DaneCheck;
import org.mailmedic.maildomain.check.DkimCheck;
import org.mailmedic.maildomain.check.DmarcCheck;
import org.mailmedic.maildomain.check.MxCheck;
import org.mailmedic.maildomain.check.ReverseCheck;
import org.mailmedic.maildomain.check.SpfCheck;
import org.mailmedic.maildomain.check.StsCheck;
import org.mailmedic.maildomain.check.Subject;
import org.mailmedic.maildomain.check.TlsReportCheck;
import org.mailmedic.maildomain.dmarc.PublicSuffixes;
import org.mailmedic.maildomain.dns.AuthoritativeServers;
import org.mailmedic.maildomain.dns.BoundedZone;
import org.mailmedic.maildomain.dns.DeniedNames;
import org.mailmedic.maildomain.dns.DomainName;
import org.mailmedic.maildomain.dns.OpenQuestions;
import org.mailmedic.maildomain.dns.Zone;
import org.mailmedic.maildomain.message.DkimVerifier;
import org.mailmedic.maildomain.message.MessageLook;
import org.mailmedic.maildomain.message.MessageReader;
import org.mailmedic.maildomain.record.DomainRecord;
import org.mailmedic.maildomain.record.RecordLook;
import org.mailmedic.maildomain.report.AggregateSummary;
import org.mailmedic.maildomain.transport.MailServers;
import org.mailmedic.maildomain.transport.PolicyServer;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsData;
import org.mailmedic.net.dns.DnsType;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.provider.ProviderBook;

/// Looks at all mail records of one domain. What does not depend on each other is looked at at the same time.
public final class DomainCheck {
    private static final int MOST_QUESTIONS = 600;
    private static final int MOST_NAME_SERVERS = 20;
    private static final int MOST_SELECTORS = 30;

    /// Whoever owns the threads.
    @FunctionalInterface
    public interface Starter {
        <T> Future<T> start(Callable<T> work);
    }

    private final Zone zone;
    private final AuthoritativeServers authorities;
    private final MailServers servers;
    private final PolicyServer policies;
    private final ProviderBook book;
    private final Starter starter;
    private final InstantSource clock;
    private final OpenQuestions open;
    private final Supplier<Deadline> deadlines;

    /// @param zone        asked once for each question, and no more than a few hundred times
    /// @param authorities at most two of them are asked a few questions each
    /// @param open        shared by all looks at the same time
    /// @param deadlines   by when a look that begins now begins no more questions; what is left then is told as not checked
    public DomainCheck(Zone zone, AuthoritativeServers authorities, MailServers servers, PolicyServer policies, ProviderBook book,
                       Starter starter, InstantSource clock, OpenQuestions open, Supplier<Deadline> deadlines) {
        this.zone = zone;
        this.authorities = authorities;
        this.servers = servers;
        this.policies = policies;
        this.book = book;
        this.starter = starter;
        this.clock = clock;
        this.open = open;
        this.deadlines = deadlines;
    }

    /// @throws InterruptedException when the person does not want to wait any longer
    public DomainLook look(DomainQuestion question) throws InterruptedException {
        Deadline until = deadlines.get();
        Queue<Future<Boolean>> started = new ConcurrentLinkedQueue<>();
        var bounded = new BoundedZone(zone, MOST_QUESTIONS, open, until::passed, task -> started.add(starter.start(() -> {
            task.run();
            return true;
        })));
        var asked = new Subject(DomainName.plain(question.domain()), bounded, book);
        var names = starter.start(() -> nameServers(asked));
        // asked for at once, so that a resolver that keeps silent costs the time of one question
        var first = Stream.of(DnsType.TXT, DnsType.MX, DnsType.A, DnsType.NS).map(type -> starter.start(() -> bounded
                .ask(asked.domain(), type))).toList();
        for (Future<DnsAnswer> each : first) {
            done(each);
        }
        Optional<String> denied = exists(asked) || zone.chosen() ? Optional.empty() : DeniedNames.likeAll(bounded, asked.domain());
        if (!exists(asked) && denied.isEmpty()) {
            return absent(asked, question, bounded);
        }
        var subject = denied.isEmpty() ? asked : new Subject(asked.domain(), DeniedNames.disbelieved(bounded), book);
        MailServers once = new GreetedOnce(servers, starter, until::passed);
        PolicyServer inTime = domain -> until.passed() ? PolicyServer.Fetched.unseen("no_time") : policies.fetch(domain);
        Future<Optional<MessageLook>> message = starter.start(() -> question.message().map(new MessageReader(subject.zone(), clock)::read));
        Future<Senders> senders = starter.start(() -> Senders.of(question, subject, done(message)));
        Future<Optional<AggregateSummary>> reports = starter.start(() -> question.reports().isEmpty() ? Optional.empty()
                : Optional.of(AggregateSummary.of(subject.domain(), question.reports(), subject.zone())));
        List<String> selectors = selectors(question, subject.domain());
        Future<AuthorityLook> authority = starter.start(() -> new AuthorityCheck(authorities, starter, until::passed)
                .look(subject, done(names), selectors));
        var ahead = new QuestionsAhead(subject);
        ahead.ofDomain(selectors);
        started.add(starter.start(() -> {
            ahead.ofSenders(done(senders).own(), question.blocklists());
            return true;
        }));
        var dmarc = starter.start(() -> DmarcCheck.look(subject, PublicSuffixes.ofRuntime()));
        var spf = starter.start(() -> SpfCheck.look(subject, done(senders).all()));
        List<Future<RecordLook>> others = List.of(starter.start(() -> DkimCheck.look(subject, selectors)),
                starter.start(() -> MxCheck.look(subject)),
                starter.start(() -> StsCheck.look(subject, inTime, once, clock)),
                starter.start(() -> TlsReportCheck.look(subject)),
                starter.start(() -> DaneCheck.look(subject, once)),
                starter.start(() -> ReverseCheck.look(subject, done(senders).own())),
                starter.start(() -> BlocklistCheck.look(subject, done(senders).own(), question.blocklists())),
                starter.start(() -> CaaCheck.look(subject)),
                starter.start(() -> BimiCheck.look(subject, done(dmarc).state())));
        List<RecordLook> looks = new ArrayList<>(List.of(done(spf).look(), done(others.getFirst()), done(dmarc).look()));
        for (Future<RecordLook> each : others.subList(1, others.size())) {
            looks.add(done(each));
        }
        for (Future<Boolean> each : started) {
            if (each.state() == Future.State.FAILED) {
                done(each);
            }
        }
        return together(subject, looks, done(spf), done(dmarc), done(senders), done(names), done(authority), done(message),
                done(reports), bounded, denied);
    }

    /// Those given, and those that the message was signed under for this domain.
    private static List<String> selectors(DomainQuestion question, String domain) {
        return Stream.concat(question.selectors().stream(), question.message().stream().flatMap(message -> DkimVerifier.signers(message)
                .stream())
                .filter(signer -> signer.domain().equals(domain)).map(DkimVerifier.Signer::selector)).distinct().limit(MOST_SELECTORS)
                        .toList();
    }

    private static <T> T done(Future<T> work) throws InterruptedException {
        try {
            return work.get();
        } catch (ExecutionException broke) {
            throw new IllegalStateException(broke.getCause());
        }
    }

    /// Whether anything at all stands at the name; where nobody answers, that is not known, and the looks will say so.
    private static boolean exists(Subject subject) {
        return Stream.of(DnsType.TXT, DnsType.MX, DnsType.A, DnsType.NS).map(type -> subject.zone().ask(subject.domain(), type).status())
                .anyMatch(status -> status != DnsAnswer.Status.NO_NAME);
    }

    /// Nothing stands at the name: mail that claims to come from there is judged all the same, by the domain above it (RFC 9989, `np`).
    private DomainLook absent(Subject subject, DomainQuestion question, BoundedZone bounded) {
        Finding finding = notFound(subject.facts().and("host", subject.domain()).and("asked", "domain"), 0.95);
        var spf = SpfCheck.look(subject, Senders.of(question, subject, Optional.empty()).all()).entries();
        var dmarc = DmarcCheck.look(subject, PublicSuffixes.ofRuntime());
        return new DomainLook(subject.domain(), DomainOutcome.PROBLEM, Diagnostician.rank(List.of(finding)), List.of(), spf,
                Optional.empty(), Optional.of(dmarc.state()), dmarc.old(), Optional.empty(), Optional.empty(), List.of(),
                AuthorityLook.none(), List.of(), Optional.empty(), Optional.empty(), bounded.asked());
    }

    private static Finding notFound(Facts facts, double confidence) {
        return new Finding(Code.DNS_NOT_FOUND, Code.DNS_NOT_FOUND.stage(), Code.DNS_NOT_FOUND.party(), true, facts, confidence, List.of());
    }

    private DomainLook together(Subject subject, List<RecordLook> looks, SpfCheck.SpfLook spf, DmarcCheck.DmarcLook dmarc, Senders senders,
                                List<String> names, AuthorityLook authority, Optional<MessageLook> message,
                                Optional<AggregateSummary> reports,
                                BoundedZone bounded, Optional<String> denied) {
        List<DomainRecord> records = looks.stream().flatMap(look -> look.records().stream()).toList();
        List<Finding> findings = new ArrayList<>(looks.stream().flatMap(look -> look.findings().stream()).toList());
        boolean unanswered = senders.failed() || looks.stream().anyMatch(RecordLook::unanswered);
        denied.map(known -> notFound(subject.facts().and("host", subject.domain()).and("asked", "denied").and("denied", known), 0.5)
                .fixedBy(Party.NETWORK).asWarning()).ifPresent(findings::add);
        if (denied.isEmpty() && looks.stream().anyMatch(RecordLook::unanswered)) {
            silence(subject).ifPresent(findings::add);
        }
        AuthorityCheck.finding(subject.domain(), authority).ifPresent(findings::add);
        if (!senders.failed()) {
            senders.unknown().stream().findFirst()
                    .ifPresent(host -> findings.add(notFound(subject.facts().and("host", host), 0.9)));
        }
        Diagnosis diagnosis = Diagnostician.rank(findings);
        DomainOutcome outcome = !diagnosis.diagnoses().isEmpty() ? DomainOutcome.PROBLEM : unanswered ? DomainOutcome.INCONCLUSIVE
                : DomainOutcome.HEALTHY;
        return new DomainLook(subject.domain(), outcome, diagnosis, records, spf.entries(), spf.tree(), Optional.of(dmarc.state()),
                dmarc.old(), subject.provider().map(each -> each.name()), DnsHosts.load().of(names), names, authority,
                BulkRules.judge(records, message), message, reports, bounded.asked());
    }

    /// Why there was no answer: the domain's aliases lead in a circle, its own servers fail, or nobody answers here. Only the first is
    /// known to be so for everybody, and stops mail. Empty where it was not asked.
    private static Optional<Finding> silence(Subject subject) {
        DnsAnswer answer = Stream.of(subject.mx(), subject.zone().ask(subject.domain(), DnsType.TXT),
                subject.zone().ask("_dmarc." + subject.domain(), DnsType.TXT)).filter(DnsAnswer::failed).findFirst().orElseGet(subject::mx);
        Optional<Code> told = switch (answer.status()) {
            case TIMEOUT, UNREACHABLE -> Optional.of(Code.DNS_TIMEOUT);
            case ALIAS_LOOP -> Optional.of(Code.DNS_NO_ADDRESS);
            case FOUND, NO_DATA, NO_NAME, SERVER_FAILURE, REFUSED -> Optional.of(Code.DNS_SERVER_FAILURE);
            case NOT_ASKED -> Optional.empty();
        };
        Facts facts = subject.facts().and("host", subject.domain())
                .and("alias", answer.aliases().isEmpty() ? "" : answer.aliases().getLast());
        return told.map(code -> new Finding(code, code.stage(), code.party(), true, facts, 0.8, List.of()))
                .map(finding -> finding.code() == Code.DNS_NO_ADDRESS ? finding : finding.asWarning());
    }

    /// Of the domain, or of the nearest name above it that has some.
    static List<String> nameServers(Subject subject) {
        for (String name = subject.domain(); name.indexOf('.') > 0; name = DomainName.without(name, 1)) {
            List<String> found = subject.zone().ask(name, DnsType.NS).all(DnsData.Named.class).map(DnsData.Named::target)
                    .limit(MOST_NAME_SERVERS)
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }
}
