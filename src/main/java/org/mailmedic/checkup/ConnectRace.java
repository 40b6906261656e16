package org.mailmedic.checkup;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.mailmedic.evidence.Evidence.TcpConnect;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Note;
import org.mailmedic.net.transport.Share;
import org.mailmedic.plan.Plan;
import org.mailmedic.plan.Route;
import org.mailmedic.probe.ConnectProbe;
import org.mailmedic.probe.ConnectProbe.Door;
import org.mailmedic.probe.Instruments;
import org.mailmedic.probe.Visit;

/// The connect stage: the first addresses of each family are tried side by side, each has its own evidence, and the first that opens
/// carries the dialogue; one that comes earlier in the system's order (RFC 6724) gets a moment's grace (RFC 8305 §5).
final class ConnectRace {
    private final Instruments instruments;
    private final Recorder recorder;
    private final Workers workers;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final List<Arrival> open = new ArrayList<>();
    private final List<Route> outstanding = new ArrayList<>();
    private Deadline siblings;
    private long began;
    private boolean doubtful;

    private record Arrival(int order, Door door) {}

    ConnectRace(Instruments instruments, Recorder recorder, Workers workers) {
        this.instruments = instruments;
        this.recorder = recorder;
        this.workers = workers;
        siblings = Deadline.in(Duration.ZERO, instruments.network()::nanoTime);
    }

    /// @param whileWaiting run once when nothing has opened within `patience`
    /// @return the connection for the dialogue; empty when no address let us in
    Optional<Visit> open(List<InetAddress> addresses, Duration patience, Runnable whileWaiting) throws InterruptedException {
        Plan plan = instruments.plan();
        Deadline deadline = instruments.step();
        siblings = deadline.orIn(ProbingPolicy.SIBLING_PATIENCE);
        began = instruments.now();
        List<InetAddress> tried = firstOfEachFamily(addresses);
        if (tried.size() < addresses.size()) {
            instruments.transcript().note(Note.SOME_ADDRESSES, addresses.size(), tried.size());
        }
        for (int i = 0; i < tried.size(); i++) {
            int order = i;
            var route = new Route(Route.Role.TARGET, plan.host(), tried.get(i), plan.port(), plan.mode());
            expect(route);
            long start = instruments.now();
            workers.start(() -> arrivals.add(new Arrival(order, inTurn(order).open(route, instruments.transcript(), deadline))),
                    bug -> arrivals.add(new Arrival(order, new Door(new TcpConnect(route, instruments.since(start),
                            new Outcome.Broke<>(bug)), Optional.empty()))));
        }
        boolean asked = false;
        Deadline impatient = deadline.orIn(patience);
        while (!outstanding.isEmpty() && open.isEmpty()) {
            Deadline until = asked ? deadline.plus(ProbingPolicy.LAST_MOMENT) : impatient;
            if (!take(until)) {
                if (asked) {
                    break;
                }
                asked = true;
                whileWaiting.run();
            }
        }
        if (open.isEmpty()) {
            return Optional.empty();
        }
        graceForEarlierOnes();
        open.sort((a, b) -> Integer.compare(a.order(), b.order()));
        open.stream().skip(1).forEach(arrival -> arrival.door().visit().ifPresent(Visit::close));
        return open.getFirst().door().visit();
    }

    /// Whoever writes the zone decides how many addresses a name has; it shall not decide how many doors we knock at.
    static List<InetAddress> firstOfEachFamily(List<InetAddress> addresses) {
        Map<Class<?>, Integer> families = new HashMap<>();
        return addresses.stream()
                .filter(address -> families.merge(address.getClass(), 1, Integer::sum) <= ProbingPolicy.MOST_OF_A_FAMILY).toList();
    }

    /// Ready when it is this address's turn: a few go at once, those behind them one after the other (RFC 8305 §5).
    private ConnectProbe inTurn(int order) {
        if (order >= ProbingPolicy.CONNECTS_AT_ONCE) {
            Duration step = Share.of(instruments.plan().step(), 1, ProbingPolicy.STEPS_WITHIN_PATIENCE);
            Duration pause = step.compareTo(ProbingPolicy.BETWEEN_ADDRESSES) < 0 ? step : ProbingPolicy.BETWEEN_ADDRESSES;
            LockSupport.parkNanos(Share.of(pause, order - ProbingPolicy.CONNECTS_AT_ONCE + 1L, 1).toNanos());
        }
        return new ConnectProbe(instruments);
    }

    private synchronized void expect(Route route) {
        outstanding.add(route);
    }

    private void graceForEarlierOnes() throws InterruptedException {
        Deadline grace = Deadline.in(ProbingPolicy.EARLIER_ADDRESS, instruments.network()::nanoTime);
        while (!outstanding.isEmpty() && open.stream().noneMatch(arrival -> arrival.order() == 0)) {
            if (!take(grace)) {
                return;
            }
        }
    }

    private boolean take(Deadline until) throws InterruptedException {
        Arrival arrival = arrivals.poll(Math.max(1, until.remaining().toMillis()), TimeUnit.MILLISECONDS);
        if (arrival == null) {
            return false;
        }
        arrived(arrival);
        if (arrival.door().visit().isPresent()) {
            open.add(arrival);
        }
        return true;
    }

    /// After the dialogue: what the other addresses did, as far as it is known by now or very soon.
    void collectSiblings() throws InterruptedException {
        while (!outstanding.isEmpty()) {
            Arrival arrival = arrivals.poll(Math.max(1, siblings.remaining().toMillis()), TimeUnit.MILLISECONDS);
            if (arrival == null) {
                giveUp();
                return;
            }
            arrived(arrival);
            arrival.door().visit().ifPresent(Visit::close);
        }
    }

    /// Whether an address beside the one that opened is still silent, or did not let us in.
    boolean anyDoubt() {
        return !outstanding.isEmpty() || doubtful;
    }

    /// What the case would look like if the addresses that are still silent stayed so. Only to be asked while waiting.
    synchronized List<TcpConnect> silentSoFar() {
        return outstanding.stream().map(route -> new TcpConnect(route, instruments.since(began),
                Outcome.failed(Failure.TIMEOUT, "no answer so far"))).toList();
    }

    private synchronized void arrived(Arrival arrival) {
        outstanding.remove(arrival.door().evidence().route());
        recorder.note(arrival.door().evidence());
        doubtful |= arrival.door().evidence().outcome().failure().map(how -> how != Failure.NO_ROUTE && how != Failure.NO_LOCAL_ADDRESS)
                .orElse(false);
    }

    private void giveUp() {
        for (Route silent : outstanding) {
            recorder.note(new TcpConnect(silent, instruments.since(began), Outcome.failed(Failure.TIMEOUT, "no answer so far")));
        }
        outstanding.clear();
    }
}
