package org.mailmedic.checkup;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Evidence.Answer;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.OffRoute;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.net.dns.DnsQuestion;
import org.mailmedic.net.dns.Resolvers;
import org.mailmedic.net.system.firewall.FirewallReader;
import org.mailmedic.net.system.protection.ProtectionReader;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.plan.Controls;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Plan;
import org.mailmedic.plan.Route;
import org.mailmedic.plan.Stage;
import org.mailmedic.probe.ClockProbe;
import org.mailmedic.probe.ConnectProbe;
import org.mailmedic.probe.DeviceProbe;
import org.mailmedic.probe.GreetingProbe;
import org.mailmedic.probe.Instruments;
import org.mailmedic.probe.InterfaceProbe;
import org.mailmedic.probe.PageProbe;
import org.mailmedic.probe.TlsProbe;
import org.mailmedic.settings.MailPorts;

/// What tells a server's fault from the line's and from this computer's: the same port elsewhere, addresses that cannot answer, a page
/// with a known answer, this device's own rules. Looked at once in a run, only when the way that was asked about is in trouble, and
/// everything at the same time.
final class Surroundings {
    private static final int WEB = 443;

    private final Instruments instruments;
    private final Recorder recorder;
    private final Workers workers;
    private final InstantSource clock;
    private final Commons commons;
    private final List<Future<?>> running = new ArrayList<>();
    private final Set<String> silentNames = new HashSet<>();
    private long beganNanos;
    private boolean started;
    private boolean clockAsked;

    Surroundings(Instruments instruments, Recorder recorder, Workers workers, InstantSource clock, Commons commons) {
        this.instruments = instruments;
        this.recorder = recorder;
        this.workers = workers;
        this.clock = clock;
        this.commons = commons;
    }

    /// Starts everything, once. Returns at once.
    ///
    /// @param target the addresses of the server; for one on this very computer nothing elsewhere is asked, since no line is in between,
    ///               unless a public name led there
    synchronized void start(List<InetAddress> target, Deadline deadline) {
        Plan plan = instruments.plan();
        if (started || plan.quick()) {
            return;
        }
        started = true;
        beganNanos = instruments.now();
        lookAtThisDevice(plan.device());
        if (target.isEmpty() || !plan.resolvers().isEmpty() || !target.stream().allMatch(InetAddress::isLoopbackAddress)) {
            lookElsewhere(plan, deadline);
        }
    }

    /// @param commands whether commands of the system may be run for it
    private void lookAtThisDevice(boolean commands) {
        String system = System.getProperty("os.name");
        var device = new DeviceProbe(instruments, commands);
        for (FirewallReader reader : FirewallReader.forSystem(system)) {
            look(List.of("firewall", reader.getClass(), commands), instruments.step(), notes -> notes.note(device.firewall(reader)));
        }
        look("interfaces", instruments.step(), notes -> notes.note(new InterfaceProbe(instruments).look()));
        look(List.of("protection", commands), instruments.step(), notes ->
                notes.note(device.protection(ProtectionReader.forSystem(system))));
    }

    private void lookElsewhere(Plan plan, Deadline deadline) {
        Map<String, Future<List<InetAddress>>> addresses = new HashMap<>();
        for (Controls.Tcp control : chosen(plan)) {
            Future<List<InetAddress>> lookup = addresses.computeIfAbsent(control.host(), this::lookUp);
            running.add(workers.start(() -> visit(control, lookup, deadline)));
        }
        for (Controls.Http page : plan.controls().http()) {
            look(List.of(page, plan.step()), deadline, notes -> notes.note(new PageProbe(instruments).fetch(page, deadline)));
        }
        plan.controls().canaries().forEach(canary -> lure(canary, deadline));
    }

    /// Compares the clock, once. Returns at once.
    synchronized void compareClock(Deadline deadline) {
        if (!clockAsked && !instruments.plan().quick()) {
            clockAsked = true;
            for (Controls.Time time : instruments.plan().controls().time()) {
                look(List.of(time, instruments.plan().step()), deadline,
                        notes -> notes.note(new ClockProbe(instruments, clock).compare(time, deadline)));
            }
        }
    }

    /// Every control on the port that was asked about, and a few on others, to see whether something else gets through.
    private static List<Controls.Tcp> chosen(Plan plan) {
        List<Controls.Tcp> chosen = new ArrayList<>();
        Map<Integer, Integer> elsewhere = new HashMap<>();
        for (Controls.Tcp control : plan.controls().tcp()) {
            if (control.port() == plan.port() || elsewhere.merge(control.port(), 1, Integer::sum) <= ProbingPolicy.ENOUGH_ELSEWHERE) {
                chosen.add(control);
            }
        }
        return chosen;
    }

    private Future<List<InetAddress>> lookUp(String host) {
        try {
            return CompletableFuture.completedFuture(List.of(InetAddress.ofLiteral(host)));
        } catch (IllegalArgumentException aName) {
            return workers.start(() -> {
                var found = new Found(host);
                commons.look(List.of("control name", host), instruments, instruments.step(), found, notes -> {
                    long start = instruments.now();
                    Outcome<Answer> outcome = ask("control-lookup", host);
                    notes.note(new Evidence.NameLookup(Evidence.NameLookup.SYSTEM, host, "any", instruments.since(start), outcome));
                });
                return found.addresses;
            });
        }
    }

    private void visit(Controls.Tcp control, Future<List<InetAddress>> lookup, Deadline deadline) {
        List<InetAddress> addresses;
        try {
            addresses = lookup.get(Math.max(1, deadline.remaining().toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            unanswered(control.host());
            return;
        } catch (ExecutionException bug) {
            broke(Workers.bug(bug));
            return;
        } catch (InterruptedException over) {
            return;
        }
        Set<Class<?>> families = new HashSet<>();
        List<Future<?>> visits = new ArrayList<>();
        for (InetAddress address : addresses) {
            if (families.add(address.getClass())) {
                Mode mode = control.tls() ? Mode.IMPLICIT_TLS : Mode.PLAIN;
                var route = new Route(Route.Role.CONTROL, control.host(), address, control.port(), mode);
                visits.add(workers.start(() -> {
                    commons.look(List.of(route, control.smtp(), instruments.plan().step()), instruments, deadline, recorder,
                            notes -> visit(route, control.smtp(), deadline, notes));
                    return null;
                }));
            }
        }
        wait(visits, deadline.plus(ProbingPolicy.FINISHING));
    }

    private synchronized boolean givenUp(String host) {
        return silentNames.contains(host);
    }

    /// Once for each name, although several controls may have it.
    private synchronized void unanswered(String host) {
        if (silentNames.add(host)) {
            recorder.note(new Evidence.NameLookup(Evidence.NameLookup.SYSTEM, host, "any", instruments.since(beganNanos),
                    Outcome.failed(Failure.TIMEOUT, "the system's lookup gave no answer in time")));
        }
    }

    private void visit(Route route, boolean smtp, Deadline deadline, Notes notes) {
        var door = new ConnectProbe(instruments).open(route, instruments.aside(), deadline);
        notes.note(door.evidence());
        door.visit().ifPresent(visit -> {
            try (visit) {
                if (!smtp || route.port() == WEB) {
                    return;
                }
                if (route.mode() == Mode.IMPLICIT_TLS
                        && notes.note(new TlsProbe(instruments).shakeHands(visit, true, deadline)).outcome().seen().isEmpty()) {
                    return;
                }
                Evidence.Greeting greeting = notes.note(new GreetingProbe(instruments).listen(visit, deadline));
                if (greeting.outcome().seen().map(Reply::positive).orElse(false)) {
                    visit.dialogue().quit(deadline.orIn(ProbingPolicy.GOODBYE_ELSEWHERE));
                }
            }
        });
    }

    /// Addresses that cannot answer are asked on the mail ports, and as if they were name servers; and a name that cannot exist is
    /// looked up.
    private void lure(String canary, Deadline deadline) {
        InetAddress address;
        try {
            address = InetAddress.ofLiteral(canary);
        } catch (IllegalArgumentException aName) {
            return;
        }
        Deadline patience = deadline.orIn(ProbingPolicy.CANARY_PATIENCE);
        Set<Integer> ports = new HashSet<>(List.of(MailPorts.BETWEEN_SERVERS, MailPorts.SUBMISSION));
        ports.add(instruments.plan().port());
        for (int port : ports) {
            var route = new Route(Route.Role.CANARY, canary, address, port, Mode.PLAIN);
            look(List.of(route, instruments.plan().step()), patience, notes -> visit(route, true, patience, notes));
        }
        String name = instruments.plan().literal() ? "mail.example.com" : instruments.plan().host();
        look(List.of("impossible resolver", canary, name), patience, notes -> {
            long start = instruments.now();
            Outcome<Answer> outcome = new DnsQuestion(new InetSocketAddress(address, 53), patience).ask(name, "A");
            notes.note(new OffRoute.DnsCanary(OffRoute.DnsCanary.Lure.IMPOSSIBLE_RESOLVER, canary, name, instruments.since(start),
                    outcome));
        });
        if (!instruments.plan().literal() && instruments.plan().host().indexOf('.') > 0) {
            String host = instruments.plan().host();
            String ending = host.substring(host.lastIndexOf('.')).toLowerCase(Locale.ROOT);
            look(List.of("impossible name", ending), deadline, notes -> notes.note(impossibleName(ending)));
        }
    }

    private OffRoute.DnsCanary impossibleName(String ending) throws InterruptedException {
        long start = instruments.now();
        String name = "mm-" + Long.toString(new SecureRandom().nextLong() >>> 1, 36) + ending;
        Outcome<Answer> outcome = ask("canary-lookup", name + ".");
        return new OffRoute.DnsCanary(OffRoute.DnsCanary.Lure.IMPOSSIBLE_NAME, Evidence.NameLookup.SYSTEM, name, instruments.since(start),
                outcome.failed(Failure.NAME_NOT_FOUND) ? Outcome.failed(Failure.NAME_NOT_FOUND, "as it should be") : outcome);
    }

    /// Asks the system on a thread that can be left behind.
    private Outcome<Answer> ask(String thread, String name) throws InterruptedException {
        try {
            return workers.startNative(thread, () -> Resolvers.system(name)).get();
        } catch (ExecutionException bug) {
            return new Outcome.Broke<>(Workers.bug(bug));
        }
    }

    /// The addresses of a control's name, unless nobody waits for them any more.
    private final class Found implements Notes {
        private final String host;
        private List<InetAddress> addresses = List.of();

        private Found(String host) {
            this.host = host;
        }

        @Override
        public <E extends Evidence> E note(E seen) {
            if (seen instanceof Evidence.NameLookup lookup) {
                addresses = lookup.outcome().seen().map(Answer::addresses).orElse(List.of());
            }
            return givenUp(host) ? seen : recorder.note(seen);
        }
    }

    /// Takes a look on a thread of its own, or hears what another check-up saw.
    private void look(Object key, Deadline patience, Commons.Looking looking) {
        running.add(workers.start(() -> {
            commons.look(key, instruments, patience, recorder, looking);
            return null;
        }));
    }

    /// Waits for what was started, no longer than its deadline and a moment.
    void await(Deadline deadline) {
        List<Future<?>> all;
        synchronized (this) {
            all = List.copyOf(running);
        }
        wait(all, deadline.plus(ProbingPolicy.FINISHING).plus(ProbingPolicy.FINISHING));
    }

    private void broke(Throwable bug) {
        recorder.broke("surroundings", Stage.NETWORK, instruments.since(instruments.now()), bug);
    }

    private void wait(List<Future<?>> tasks, Deadline deadline) {
        for (Future<?> task : tasks) {
            try {
                task.get(Math.max(1, deadline.remaining().toMillis()), TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                task.cancel(true);
            } catch (ExecutionException bug) {
                broke(Workers.bug(bug));
            } catch (InterruptedException cancelled) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
