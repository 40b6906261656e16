package org.mailmedic.checkup;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mailmedic.evidence.Evidence.Greeting;
import org.mailmedic.evidence.Evidence.TlsHandshake;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Reply;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Share;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Plan;
import org.mailmedic.plan.Route;
import org.mailmedic.plan.Stage;
import org.mailmedic.probe.ConnectProbe;
import org.mailmedic.probe.GreetingProbe;
import org.mailmedic.probe.HelloProbe;
import org.mailmedic.probe.Instruments;
import org.mailmedic.probe.KnockProbe;
import org.mailmedic.probe.TlsProbe;
import org.mailmedic.probe.Visit;
import org.mailmedic.settings.MailPorts;

/// What is looked at beside the way that was asked about, once that way turns out to be troubled: the same port in the other mode,
/// and the server's other usual ports. Each is asked at most once in a run, and only as far as its greeting.
final class Alternatives {
    private final Instruments instruments;
    private final Recorder recorder;
    private final Workers workers;
    private final Commons commons;
    private final List<Future<?>> running = new ArrayList<>();
    private boolean portsAsked;
    private boolean modeAsked;
    private boolean knocked;

    Alternatives(Instruments instruments, Recorder recorder, Workers workers, Commons commons) {
        this.instruments = instruments;
        this.recorder = recorder;
        this.workers = workers;
        this.commons = commons;
    }

    /// Starts on the other ports of the first address of each family. Returns at once.
    synchronized void otherPorts(List<InetAddress> addresses, Deadline deadline) {
        Plan plan = instruments.plan();
        if (portsAsked) {
            return;
        }
        portsAsked = true;
        for (InetAddress address : firstOfEachFamily(addresses)) {
            for (int port : plan.otherPorts()) {
                Mode mode = port == MailPorts.SUBMISSIONS ? Mode.IMPLICIT_TLS : Mode.PLAIN;
                var route = new Route(Route.Role.OTHER_PORT, plan.host(), address, port, mode);
                running.add(workers.start(() -> {
                    commons.look(List.of("other port", route, plan.step()), instruments, deadline, recorder, notes ->
                            visit(route, deadline, notes));
                    return null;
                }));
            }
        }
    }

    private static List<InetAddress> firstOfEachFamily(List<InetAddress> addresses) {
        List<InetAddress> chosen = new ArrayList<>();
        for (InetAddress address : addresses) {
            if (chosen.stream().noneMatch(c -> c.getClass() == address.getClass())) {
                chosen.add(address);
            }
        }
        return chosen;
    }

    /// Starts on the same address and port in the other mode. Returns at once.
    ///
    /// @param main     the route that was asked about
    /// @param speaking run when a mail server greets there
    synchronized void otherMode(Route main, Deadline deadline, Runnable speaking) {
        if (modeAsked || instruments.plan().quick()) {
            return;
        }
        modeAsked = true;
        Mode other = main.mode() == Mode.PLAIN ? Mode.IMPLICIT_TLS : Mode.PLAIN;
        running.add(workers.start(() -> {
            if (visit(main.as(Route.Role.OTHER_MODE).in(other), deadline, recorder)) {
                speaking.run();
            }
        }));
    }

    /// A server that says nothing may be waiting for a browser. Returns at once.
    ///
    /// @param main the route that stays silent; it is asked in its own mode
    synchronized void knock(Route main, Deadline deadline) {
        if (knocked || instruments.plan().quick()) {
            return;
        }
        knocked = true;
        running.add(workers.start(() -> {
            var door = new ConnectProbe(instruments).open(main.as(Route.Role.OTHER_MODE), instruments.aside(), deadline);
            door.visit().ifPresent(visit -> {
                try (visit) {
                    boolean ready = main.mode() == Mode.PLAIN
                            || new TlsProbe(instruments).shakeHands(visit, true, deadline).outcome().seen().isPresent();
                    if (ready) {
                        new KnockProbe(instruments).knock(visit, deadline).ifPresent(recorder::note);
                    }
                }
            });
        }));
    }

    /// @return whether a mail server greeted there
    private boolean visit(Route route, Deadline deadline, Notes notes) {
        var door = new ConnectProbe(instruments).open(route, instruments.aside(), deadline);
        notes.note(door.evidence());
        if (door.visit().isEmpty()) {
            return false;
        }
        try (Visit visit = door.visit().get()) {
            if (route.mode() == Mode.IMPLICIT_TLS) {
                TlsHandshake handshake = notes.note(new TlsProbe(instruments).shakeHands(visit, true, deadline));
                if (handshake.outcome().seen().isEmpty()) {
                    return false;
                }
            }
            boolean inTls = route.role() == Route.Role.OTHER_MODE && route.mode() == Mode.IMPLICIT_TLS;
            Greeting first = new GreetingProbe(instruments).listen(visit,
                    inTls ? deadline.orIn(Share.of(deadline.remaining(), 1, 2)) : deadline);
            // What is mute inside TLS as well may be a web server.
            boolean mute = inTls && first.outcome().failed(Failure.TIMEOUT) && first.firstByteMs() < 0 && !deadline.passed();
            Greeting greeting = notes.note(mute ? new KnockProbe(instruments).insist(visit, deadline) : first);
            boolean speaks = greeting.outcome().seen().map(Reply::positive).orElse(false);
            if (speaks && !mute) {
                new HelloProbe(instruments).ask(visit, route.mode() == Mode.IMPLICIT_TLS, deadline).forEach(notes::note);
                visit.dialogue().quit(deadline.orIn(ProbingPolicy.GOODBYE_BESIDE));
            }
            return speaks;
        }
    }

    /// Waits for what was started. Nothing goes on longer than the deadlines it was given.
    void await(Deadline deadline) throws InterruptedException {
        List<Future<?>> all;
        synchronized (this) {
            all = List.copyOf(running);
        }
        for (Future<?> task : all) {
            try {
                task.get(Math.max(1, deadline.remaining().toMillis() + 300), TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                task.cancel(true);
            } catch (ExecutionException bug) {
                recorder.broke("alternatives", Stage.CONNECT, instruments.since(instruments.now()), Workers.bug(bug));
            }
        }
    }
}
