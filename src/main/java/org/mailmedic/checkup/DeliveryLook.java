package org.mailmedic.checkup;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.evidence.Evidence.NameLookup;
import org.mailmedic.evidence.OffRoute.RecordFault;
import org.mailmedic.evidence.OffRoute.SenderDomain;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.maildomain.SenderDomainCheck;
import org.mailmedic.maildomain.dns.DomainName;
import org.mailmedic.maildomain.dns.Zone;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsLookup;
import org.mailmedic.net.dns.DnsOverHttps;
import org.mailmedic.net.dns.DnsType;
import org.mailmedic.net.dns.Resolvers;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.plan.AddressText;
import org.mailmedic.plan.Plan;
import org.mailmedic.plan.ResolverAddress;
import org.mailmedic.plan.Stage;
import org.mailmedic.probe.Instruments;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.EmailAddress;

/// The last station: whether receivers turn the mail away for what stands in the records of its sender's domain. It is looked up beside the
/// dialogue, and told only where the mail got as far as it was asked to go. Whatever comes of it, the way itself is judged as without it.
final class DeliveryLook {
    private static final int DNS = 53;

    private final Instruments instruments;
    private final Recorder recorder;
    private final Workers workers;
    private final Deadline bound;
    private Optional<Future<Optional<SenderDomain>>> looking = Optional.empty();

    DeliveryLook(Instruments instruments, Recorder recorder, Workers workers) {
        this.instruments = instruments;
        this.recorder = recorder;
        this.workers = workers;
        this.bound = instruments.step().orIn(ProbingPolicy.DELIVERY);
    }

    /// Returns at once. Only a name server that has just answered is asked, so that nobody waits for one that is silent.
    void start() {
        Plan plan = instruments.plan();
        Optional<String> domain = instruments.settings().sender().map(EmailAddress::domain);
        if (!plan.quick() && !plan.literal() && domain.isPresent() && systemAnswered()) {
            looking = Optional.of(workers.start(() -> look(domain.get())));
        }
    }

    /// A name that leads to this very computer is seldom a name server's answer.
    private boolean systemAnswered() {
        return recorder.evidence().stream().anyMatch(seen -> seen instanceof NameLookup lookup && lookup.bySystem()
                && lookup.outcome().seen().filter(answer -> !answer.addresses().stream().allMatch(InetAddress::isLoopbackAddress))
                        .isPresent());
    }

    private Optional<SenderDomain> look(String domain) {
        long start = instruments.now();
        Zone system = zone(Resolvers.configured(), List.of());
        var check = new SenderDomainCheck(system, this::askAnother, ProviderBook.load(), bound::passed, workers::run);
        return check.look(domain, instruments.plan().host()).map(found -> new SenderDomain(DomainName.ascii(domain),
                instruments.since(start), Outcome.of(found.stream().map(DeliveryLook::fault).toList())));
    }

    private Zone zone(List<InetSocketAddress> plain, List<DnsOverHttps> overHttps) {
        return new DnsLookup(plain, overHttps, instruments.network(), ProbingPolicy.DELIVERY)::ask;
    }

    /// Those beside the system's that have answered in this run.
    private DnsAnswer askAnother(String name, DnsType type) {
        List<InetSocketAddress> plain = new ArrayList<>();
        List<DnsOverHttps> overHttps = new ArrayList<>();
        for (String resolver : instruments.plan().resolvers()) {
            ResolverAddress.parse(resolver).filter(server -> answered(label(server))).ifPresent(plain::add);
            ResolverAddress.url(resolver).map(URI::toString).filter(this::answered).ifPresent(url -> overHttps.add(new DnsOverHttps(
                    URI.create(url), instruments.network(), instruments.tls().get())));
        }
        return plain.isEmpty() && overHttps.isEmpty() ? DnsAnswer.without(DnsAnswer.Status.NOT_ASKED)
                : zone(plain, overHttps).ask(name, type);
    }

    private static String label(InetSocketAddress server) {
        return AddressText.of(server.getAddress()) + (server.getPort() == DNS ? "" : ":" + server.getPort());
    }

    private boolean answered(String label) {
        return recorder.evidence().stream().anyMatch(seen -> seen instanceof NameLookup lookup && lookup.resolver().equals(label)
                && lookup.outcome().seen().isPresent());
    }

    private static RecordFault fault(Finding finding) {
        return new RecordFault(finding.code().id(), finding.facts().asMap());
    }

    /// Waits a moment for what is still out.
    void end(Stations stations) throws InterruptedException {
        if (looking.isEmpty() || !everythingPassed()) {
            looking.ifPresent(look -> look.cancel(true));
            return;
        }
        stations.begin(Stage.DELIVERY);
        Optional<SenderDomain> seen = seen(looking.get());
        seen.ifPresent(recorder::note);
        if (seen.isPresent()) {
            stations.end(Stage.DELIVERY, true);
        } else {
            stations.skip(Stage.DELIVERY);
        }
    }

    private boolean everythingPassed() {
        return recorder.stages().values().stream().noneMatch(times -> times.status() == StageStatus.FAILED);
    }

    private Optional<SenderDomain> seen(Future<Optional<SenderDomain>> look) throws InterruptedException {
        try {
            return look.get(Math.max(1, bound.remaining().toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            look.cancel(true);
        } catch (ExecutionException bug) {
            recorder.broke("sender-domain", Stage.DELIVERY, instruments.since(instruments.now()), Workers.bug(bug));
        }
        return Optional.empty();
    }
}
