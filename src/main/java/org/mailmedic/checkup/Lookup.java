package org.mailmedic.checkup;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Evidence.Answer;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.net.dns.Resolvers;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.plan.AddressText;
import org.mailmedic.plan.ResolverAddress;
import org.mailmedic.plan.Stage;
import org.mailmedic.probe.Instruments;
import org.mailmedic.probe.NameLookupProbe;

/// The name lookup stage: the system's own answer is what every program here gets, so the journey goes on with that one; other
/// resolvers are asked beside it. Where the system only says "no", its name servers are asked for the exact reply.
final class Lookup {
    private static final List<String> TYPES = List.of("A", "AAAA");
    private final Instruments instruments;
    private final Recorder recorder;
    private final Workers workers;
    private final Commons commons;
    private final List<Future<?>> asides = new ArrayList<>();
    private boolean compared;

    Lookup(Instruments instruments, Recorder recorder, Workers workers, Commons commons) {
        this.instruments = instruments;
        this.recorder = recorder;
        this.workers = workers;
        this.commons = commons;
    }

    /// @return the addresses in the system's order; empty when it has none
    List<InetAddress> run() throws InterruptedException {
        Deadline deadline = instruments.step();
        String host = instruments.plan().host();
        for (String resolver : instruments.plan().resolvers()) {
            ResolverAddress.parse(resolver).ifPresent(server -> askAside(server, deadline));
            ResolverAddress.url(resolver).ifPresent(server -> askAside(server, deadline));
        }
        var found = new Found();
        commons.look(List.of("system", host), instruments, deadline, found, notes -> notes.note(askSystem(host, deadline)));
        if (found.addresses.isEmpty()) {
            finish(asides, deadline);
        }
        return found.addresses;
    }

    private Evidence.NameLookup askSystem(String host, Deadline deadline) throws InterruptedException {
        long start = instruments.now();
        Future<Outcome<Answer>> system = workers.startNative("name-lookup", () -> Resolvers.system(host));
        Outcome<Answer> outcome = await(system, deadline.orIn(ProbingPolicy.RESOLVER_PATIENCE));
        if (outcome.failed(Failure.TIMEOUT) && !deadline.passed()) {
            outcome = askAgain(system, deadline);
        }
        if (outcome.seen().isEmpty()) {
            outcome = exactly(outcome, deadline);
        }
        return new Evidence.NameLookup(Evidence.NameLookup.SYSTEM, host, "any", instruments.since(start), outcome);
    }

    /// The addresses that the system's lookup gave.
    private final class Found implements Notes {
        private List<InetAddress> addresses = List.of();

        @Override
        public <E extends Evidence> E note(E seen) {
            if (seen instanceof Evidence.NameLookup lookup) {
                addresses = lookup.outcome().seen().map(Answer::addresses).orElse(List.of());
            }
            return recorder.note(seen);
        }
    }

    /// A lost packet costs the system's own lookup five seconds (resolv.conf(5)). Its name servers, asked directly meanwhile, tell a line
    /// that loses some from a resolver that is silent.
    private Outcome<Answer> askAgain(Future<Outcome<Answer>> system, Deadline deadline) throws InterruptedException {
        var probe = new NameLookupProbe(instruments);
        BlockingQueue<Outcome<Answer>> answers = new LinkedBlockingQueue<>();
        for (InetSocketAddress server : Resolvers.configured()) {
            for (String type : TYPES) {
                workers.start(() -> answers.add(probe.ask(server, "configured", type, deadline).outcome()), this::broke);
            }
        }
        while (!system.isDone() && !deadline.passed()) {
            long wait = Math.min(ProbingPolicy.RESOLVER_POLL.toMillis(), Math.max(1, deadline.remaining().toMillis()));
            Outcome<Answer> direct = answers.poll(wait, TimeUnit.MILLISECONDS);
            if (direct != null && direct.seen().isPresent()) {
                return direct;
            }
        }
        return await(system, deadline);
    }

    private void askAside(InetSocketAddress server, Deadline deadline) {
        var probe = new NameLookupProbe(instruments);
        String label = AddressText.of(server.getAddress()) + (server.getPort() == 53 ? "" : ":" + server.getPort());
        for (String type : TYPES) {
            ask(List.of(server, host(), type, instruments.plan().step()), deadline, () -> probe.ask(server, label, type, deadline));
        }
    }

    private void askAside(URI server, Deadline deadline) {
        var probe = new NameLookupProbe(instruments);
        for (String type : TYPES) {
            ask(List.of(server, host(), type, instruments.plan().step()), deadline, () -> probe.ask(server, type, deadline));
        }
    }

    private String host() {
        return instruments.plan().host();
    }

    private void ask(Object question, Deadline deadline, Supplier<Evidence.NameLookup> answer) {
        asides.add(workers.start(() -> {
            commons.look(question, instruments, deadline, recorder, notes -> notes.note(answer.get()));
            return null;
        }));
    }

    private Outcome<Answer> await(Future<Outcome<Answer>> system, Deadline deadline) throws InterruptedException {
        try {
            return system.get(Math.max(1, deadline.remaining().toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            return Outcome.failed(Failure.TIMEOUT, "the system's lookup gave no answer in time");
        } catch (ExecutionException bug) {
            return new Outcome.Broke<>(Workers.bug(bug));
        }
    }

    /// getaddrinfo puts a dozen replies into three sentences; the name servers themselves say which it was.
    private Outcome<Answer> exactly(Outcome<Answer> said, Deadline deadline) throws InterruptedException {
        if (!(said instanceof Outcome.Failed<Answer>(var how, var raw)) || instruments.plan().host().indexOf('.') < 0) {
            return said;
        }
        Deadline patience = deadline.orIn(how == Failure.TIMEOUT ? ProbingPolicy.OWN_SERVERS_AFTER_SILENCE : ProbingPolicy.OWN_SERVERS);
        Set<Failure> reasons = new LinkedHashSet<>();
        var probe = new NameLookupProbe(instruments);
        List<Future<Evidence.NameLookup>> answers = new ArrayList<>();
        for (InetSocketAddress server : Resolvers.configured()) {
            for (String type : TYPES) {
                answers.add(workers.start(() -> probe.ask(server, "configured", type, patience)));
            }
        }
        for (var answer : answers) {
            try {
                answer.get(patience.remaining().toMillis() + 200, TimeUnit.MILLISECONDS).outcome().failure().ifPresent(reasons::add);
            } catch (TimeoutException noReason) {
                reasons.add(Failure.TIMEOUT);
            } catch (ExecutionException bug) {
                broke(Workers.bug(bug));
            }
        }
        return Outcome.failed(mostTelling(how, reasons), raw);
    }

    /// Asks the system's own name servers directly what they say, and hears out the others: a hosts file or a search domain shows in that
    /// they say something else than the system. Only where the name led astray; once in a run.
    void compare(Deadline deadline) throws InterruptedException {
        if (compared || instruments.plan().quick() || instruments.plan().host().indexOf('.') < 0) {
            return;
        }
        compared = true;
        for (InetSocketAddress server : Resolvers.configured()) {
            if (!server.isUnresolved()) {
                askAside(server, deadline);
            }
        }
        finish(asides, deadline);
    }

    private static Failure mostTelling(Failure said, Set<Failure> reasons) {
        for (Failure each : List.of(Failure.CNAME_BROKEN, Failure.NAME_NOT_FOUND, Failure.NO_ADDRESS, Failure.RESOLVER_REFUSED,
                Failure.SERVER_FAILURE, Failure.TIMEOUT, Failure.RESOLVER_UNREACHABLE)) {
            if (reasons.contains(each)) {
                return each;
            }
        }
        return said;
    }

    private void broke(Throwable bug) {
        recorder.broke("name-lookup", Stage.DNS, instruments.since(instruments.now()), bug);
    }

    private void finish(List<Future<?>> tasks, Deadline deadline) throws InterruptedException {
        for (Future<?> task : tasks) {
            try {
                task.get(Math.max(1, deadline.remaining().toMillis()), TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                task.cancel(true);
            } catch (ExecutionException bug) {
                broke(Workers.bug(bug));
            }
        }
    }
}
