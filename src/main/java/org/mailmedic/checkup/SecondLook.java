package org.mailmedic.checkup;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Evidence.PathSample;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Reply;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Route;
import org.mailmedic.probe.Instruments;
import org.mailmedic.probe.PathProbe;
import org.mailmedic.probe.Probes;
import org.mailmedic.settings.MailPorts;

/// What is looked at once more after the dialogue, because something in it asks for it ([Doubts]).
final class SecondLook {
    private final Instruments instruments;
    private final Probes probes;
    private final Recorder recorder;
    private final Workers workers;
    private final Alternatives alternatives;
    private final Surroundings surroundings;
    private final Optional<PathSample> measured;

    /// @param measured what an earlier attempt of this run has measured of the line
    SecondLook(Instruments instruments, Recorder recorder, Workers workers, Alternatives alternatives, Surroundings surroundings,
            Optional<PathSample> measured) {
        this.instruments = instruments;
        this.probes = new Probes(instruments);
        this.recorder = recorder;
        this.workers = workers;
        this.alternatives = alternatives;
        this.surroundings = surroundings;
        this.measured = measured;
    }

    /// @param route     the way on which the dialogue was held
    /// @param addresses the server's
    void after(Route route, List<InetAddress> addresses) throws InterruptedException {
        var plan = instruments.plan();
        var file = new CaseFile(instruments.settings(), plan, recorder.evidence());
        var doubts = new Doubts(file);
        if (plan.quick()) {
            return;
        }
        if (doubts.certificateDates() && !route.address().isLoopbackAddress()) {
            surroundings.compareClock(beside());
        }
        if (doubts.largePacketsMayVanish()) {
            surroundings.start(addresses, beside());
            alternatives.otherPorts(addresses, beside());
            sendLarge(route);
            alternatives.await(beside());
        }
        if (doubts.stallsBeforeTls() && route.mode() == Mode.PLAIN) {
            surroundings.start(addresses, beside());
            alternatives.otherPorts(addresses, beside());
            alternatives.await(beside());
            surroundings.await(beside());
            handshakesElsewhere();
        }
        if (doubts.otherServerMayAnswer() || doubts.dialogueMayBeRewritten() || doubts.anotherServiceMayAnswer()) {
            surroundings.start(addresses, beside());
            alternatives.otherPorts(addresses, beside());
            if (doubts.otherServerMayAnswer() && route.mode() == Mode.IMPLICIT_TLS) {
                handshakeAfterStartTls(route);
            }
            alternatives.await(beside());
        }
        new MailboxLook(instruments, recorder, workers).take(file, instruments.step());
        if (doubts.lineMayLosePackets()) {
            var known = measured.filter(sample -> sample.route().address().equals(route.address())
                    && sample.route().port() == route.port());
            recorder.note(known.isPresent() ? known.get() : measure(route));
        }
    }

    /// The certificate that the same host shows at its other door.
    private void handshakeAfterStartTls(Route route) {
        handshakeBeside(new Route(Route.Role.OTHER_PORT, route.host(), route.address(), MailPorts.SUBMISSION, Mode.PLAIN));
    }

    /// Controls that greeted on the same port: whether their handshakes come to an end tells the line from the server.
    private void handshakesElsewhere() throws InterruptedException {
        List<Route> greeted = recorder.evidence().stream().filter(Evidence.Greeting.class::isInstance).filter(Evidence::good)
                .flatMap(e -> e.onRoute().stream()).filter(r -> r.role() == Route.Role.CONTROL && r.mode() == Mode.PLAIN
                && r.port() == instruments.plan().port()).toList();
        List<Future<?>> looks = new ArrayList<>();
        Set<String> hosts = new HashSet<>();
        for (Route control : greeted) {
            if (hosts.size() < ProbingPolicy.ENOUGH_ELSEWHERE && hosts.add(control.host())) {
                looks.add(workers.start(() -> handshakeBeside(control)));
            }
        }
        for (Future<?> look : looks) {
            try {
                look.get();
            } catch (ExecutionException bug) {
                throw new IllegalStateException("a handshake elsewhere broke", bug.getCause());
            }
        }
    }

    /// A dialogue as far as the end of the handshake after STARTTLS.
    private void handshakeBeside(Route open) {
        probes.connect().open(open, instruments.aside(), beside()).visit().ifPresent(visit -> {
            try (visit) {
                boolean greets = probes.greeting().listen(visit, beside()).outcome().seen().filter(Reply::positive).isPresent();
                boolean control = open.role() == Route.Role.CONTROL;
                if (!greets) {
                    return;
                }
                Evidence.Hello hello = probes.hello().ask(visit, false, beside()).getLast();
                if (hello.outcome().seen().filter(c -> c.offers("STARTTLS")).isEmpty()) {
                    note(hello, control);
                    return;
                }
                Evidence.StartTls agreed = probes.startTls().ask(visit, beside());
                if (agreed.outcome().seen().filter(Reply::positive).isEmpty()) {
                    note(agreed, control);
                } else {
                    recorder.note(probes.shakeHands(visit, false));
                }
            }
        });
    }

    private void note(Evidence stalled, boolean control) {
        if (control && stalled.outcome().failed(Failure.TIMEOUT)) {
            recorder.note(stalled);
        }
    }

    /// A long line in plaintext; and where TLS came first, a handshake after STARTTLS, to tell whether certificates arrive at another port.
    private void sendLarge(Route route) {
        boolean plain = route.mode() == Mode.PLAIN;
        Route open = plain ? route : new Route(Route.Role.OTHER_PORT, route.host(), route.address(), MailPorts.SUBMISSION, Mode.PLAIN);
        probes.connect().open(open, instruments.aside(), beside()).visit().ifPresent(visit -> {
            try (visit) {
                boolean passed = probes.longLine().send(visit, beside()).map(recorder::note).filter(l -> l.outcome().seen().isPresent())
                        .isPresent();
                if (passed && !plain && probes.startTls().ask(visit, beside()).outcome().seen().filter(Reply::positive).isPresent()) {
                    recorder.note(probes.shakeHands(visit, false));
                }
            }
        });
    }

    /// Once, and once more where that left it open and the person gave the time.
    private PathSample measure(Route route) throws InterruptedException {
        long start = instruments.now();
        List<Double> times = new ArrayList<>(connects(route));
        boolean patient = instruments.plan().step().compareTo(PathProbe.LONGEST) >= 0;
        if (patient && Doubts.chanceMayDecide(times)) {
            times.addAll(connects(route));
        }
        return probes.path().sample(route, start, times);
    }

    /// Several connects, politely spaced: on a line that works each is over before the next begins.
    ///
    /// @return milliseconds; negative where it failed
    private List<Double> connects(Route route) throws InterruptedException {
        List<Future<Double>> connects = new ArrayList<>();
        for (int i = 0; i < PathProbe.CONNECTS; i++) {
            connects.add(workers.start(() -> probes.path().once(route)));
            Thread.sleep(ProbingPolicy.BETWEEN_CONNECTS);
        }
        List<Double> times = new ArrayList<>();
        for (Future<Double> connect : connects) {
            try {
                times.add(connect.get());
            } catch (ExecutionException bug) {
                throw new IllegalStateException("a connect broke", bug.getCause());
            }
        }
        return times;
    }

    /// The deadline of a look that begins now and must not hold up the answer.
    private Deadline beside() {
        return instruments.step().plus(ProbingPolicy.HEAD_START);
    }
}
