package org.mailmedic.checkup;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence.Greeting;
import org.mailmedic.evidence.Evidence.PathSample;
import org.mailmedic.evidence.Evidence.TcpConnect;
import org.mailmedic.evidence.Evidence.TlsHandshake;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Note;
import org.mailmedic.net.transport.Share;
import org.mailmedic.plan.AddressText;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Plan;
import org.mailmedic.plan.Route;
import org.mailmedic.plan.Stage;
import org.mailmedic.probe.ConnectProbe;
import org.mailmedic.probe.Instruments;
import org.mailmedic.probe.Probes;
import org.mailmedic.probe.Visit;
import org.mailmedic.settings.MailPorts;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;

/// One mail's way from here to the server, station by station, on one connection. Where it gets stuck, it looks left and right
/// ([Alternatives]) and ends; what lies behind the broken station is not reached, and nothing is claimed about it.
final class Journey {
    private final Settings settings;
    private final Plan plan;
    private final Instruments instruments;
    private final Probes probes;
    private final Recorder recorder;
    private final Stations stations;
    private final Workers workers;
    private final Commons commons;
    private final Alternatives alternatives;
    private final Surroundings surroundings;
    private final Optional<TestLetter> letter;
    private final Consumer<List<TcpConnect>> suspicion;
    private final Optional<PathSample> measured;
    private List<InetAddress> addresses = List.of();
    private Optional<Lookup> lookup = Optional.empty();

    /// @param measured  what an earlier attempt of this run has measured of the line: the server is not knocked at as often again
    /// @param suspicion handed the connects that are silent so far, once that means something
    Journey(Instruments instruments, Recorder recorder, Workers workers, InstantSource clock, Commons commons, Optional<TestLetter> letter,
            Optional<PathSample> measured, Consumer<List<TcpConnect>> suspicion) {
        this.settings = instruments.settings();
        this.plan = instruments.plan();
        this.instruments = instruments;
        this.probes = new Probes(instruments);
        this.recorder = recorder;
        this.stations = new Stations(recorder, instruments);
        this.workers = workers;
        this.commons = commons;
        this.alternatives = new Alternatives(instruments, recorder, workers, commons);
        this.surroundings = new Surroundings(instruments, recorder, workers, clock, commons);
        this.letter = letter;
        this.measured = measured;
        this.suspicion = suspicion;
    }

    void travel() throws InterruptedException {
        if (!stage(Stage.SETTINGS, () -> plan.possible() && settings.missing().isEmpty())) {
            return;
        }
        if (!lookUp()) {
            compareWithElsewhere();
            return;
        }
        var doors = new ConnectRace(instruments, recorder, workers);
        Optional<Visit> visit = knockAtTheDoor(doors);
        if (visit.isEmpty()) {
            compareWithElsewhere();
            return;
        }
        var delivery = new DeliveryLook(instruments, recorder, workers);
        if (!commons.forMany()) {
            delivery.start();
        }
        Visit last = visit.get();
        try {
            last = greeted(last);
        } finally {
            last.close();
        }
        new OtherName(instruments, recorder).tryIt(new CaseFile(settings, plan, recorder.evidence()), last.route());
        last = nextAddresses(last);
        if (doors.anyDoubt()) {
            surroundings.start(addresses, beside());
        }
        doors.collectSiblings();
        if (!stations.passed(Stage.GREETING) || new Doubts(new CaseFile(settings, plan, recorder.evidence())).otherServerMayAnswer()) {
            compareNames();
        }
        if (!stations.passed(Stage.GREETING)) {
            new MailDomainLook(instruments, recorder).take(new CaseFile(settings, plan, recorder.evidence()), beside());
        }
        new SecondLook(instruments, recorder, workers, alternatives, surroundings, measured).after(last.route(), addresses);
        delivery.end(stations);
        surroundings.await(beside());
    }

    /// Where one address turns us away at once, the next one is tried, as a mail program would, unless a password has been used by then.
    ///
    /// @return the last connection, closed
    private Visit nextAddresses(Visit first) throws InterruptedException {
        Visit last = first;
        List<InetAddress> tried = new ArrayList<>(List.of(first.route().address()));
        for (InetAddress address : addresses) {
            var siblings = new SiblingDoors(recorder.evidence());
            if (plan.quick() || tried.size() >= ProbingPolicy.MOST_DIALOGUES || !siblings.turnedAway(tried.getLast())) {
                return last;
            }
            if (tried.contains(address) || siblings.shut(address)) {
                continue;
            }
            var route = new Route(Route.Role.TARGET, plan.host(), address, plan.port(), plan.mode());
            Optional<Visit> door = new ConnectProbe(instruments).open(route, instruments.transcript(), instruments.step()).visit();
            if (door.isPresent()) {
                tried.add(address);
                recorder.again(Stage.CONNECT);
                last = door.get();
                try {
                    last = greeted(last);
                } finally {
                    last.close();
                }
            }
        }
        return last;
    }

    /// Nothing got through to the server: what gets through elsewhere decides whose fault that is.
    private void compareWithElsewhere() throws InterruptedException {
        surroundings.start(addresses, beside());
        compareNames();
        new MailDomainLook(instruments, recorder).take(new CaseFile(settings, plan, recorder.evidence()), beside());
        surroundings.await(beside());
    }

    /// Whether the name led here by what name servers say, or by what this computer makes of it.
    private void compareNames() throws InterruptedException {
        if (lookup.isPresent() && !addresses.isEmpty()) {
            lookup.get().compare(beside());
        }
    }

    /// The deadline of a look that begins now and must not hold up the answer.
    private Deadline beside() {
        return instruments.step().plus(ProbingPolicy.HEAD_START);
    }

    private boolean lookUp() throws InterruptedException {
        if (plan.literal()) {
            addresses = List.of(InetAddress.ofLiteral(plan.host()));
            return true;
        }
        return stage(Stage.DNS, () -> {
            lookup = Optional.of(new Lookup(instruments, recorder, workers, commons));
            addresses = lookup.get().run();
            return !addresses.isEmpty();
        });
    }

    private Optional<Visit> knockAtTheDoor(ConnectRace doors) throws InterruptedException {
        stations.begin(Stage.CONNECT);
        Deadline deadline = instruments.step();
        Future<?> suspecting = workers.start(() -> {
            Thread.sleep(ProbingPolicy.TWO_RETRANSMITS);
            suspicion.accept(doors.silentSoFar());
            return null;
        });
        Optional<Visit> visit = doors.open(addresses, patience(), () -> {
            alternatives.otherPorts(addresses, deadline);
            surroundings.start(addresses, deadline);
        });
        if (visit.isEmpty()) {
            alternatives.otherPorts(addresses, instruments.step());
            surroundings.start(addresses, instruments.step());
            alternatives.await(instruments.step());
        }
        end(suspecting);
        stations.end(Stage.CONNECT, visit.isPresent());
        return visit;
    }

    /// From an open connection to the end of the dialogue.
    ///
    /// @return the connection that is open now, to be closed
    private Visit greeted(Visit first) throws InterruptedException {
        instruments.transcript().note(Note.CONNECTED, AddressText.of(first.route().address()), first.route().port());
        Visit visit = first;
        Way way = listen(visit);
        if (way == Way.OTHER_MODE && settings.security() == Security.AUTO) {
            Mode other = visit.route().mode() == Mode.PLAIN ? Mode.IMPLICIT_TLS : Mode.PLAIN;
            visit.close();
            var door = new ConnectProbe(instruments).open(first.route().in(other), instruments.transcript(), instruments.step());
            if (door.visit().isEmpty()) {
                return visit;
            }
            visit = door.visit().get();
            instruments.transcript().note(Note.CONNECTED_AGAIN, other.id());
            way = listen(visit);
        }
        if (way == Way.OPEN) {
            new Conversation(instruments, recorder, stations, letter).hold(visit);
        }
        return visit;
    }

    /// What listening at an open connection came to.
    private enum Way { OPEN, CLOSED, OTHER_MODE }

    private Way listen(Visit visit) throws InterruptedException {
        boolean implicit = visit.route().mode() == Mode.IMPLICIT_TLS;
        if (implicit) {
            stations.begin(Stage.ENCRYPT);
            TlsHandshake handshake = recorder.note(probes.shakeHandsFirst(visit, true));
            boolean shaken = handshake.outcome().seen().isPresent();
            if (!shaken && mayBeAnotherMode(handshake)) {
                return lookBeside(visit, handshake.outcome().failed(Failure.TIMEOUT));
            }
            if (!shaken) {
                stations.end(Stage.ENCRYPT, false);
                return Way.CLOSED;
            }
            stations.end(Stage.ENCRYPT, handshake.verified());
        }
        stations.begin(Stage.GREETING);
        Greeting greeting = listenPatiently(visit);
        boolean welcome = greeting.outcome().seen().map(Reply::positive).orElse(false);
        if (!welcome && greeting.outcome().seen().isEmpty()) {
            return lookBeside(visit, greeting.outcome().failed(Failure.TIMEOUT));
        }
        stations.end(Stage.GREETING, welcome);
        if (greeting.outcome().seen().isPresent() && !welcome) {
            visit.dialogue().quit(Deadline.in(ProbingPolicy.GOODBYE, instruments.network()::nanoTime));
        }
        return welcome ? Way.OPEN : Way.CLOSED;
    }

    /// Waits for the greeting; when it is late, the other mode is tried beside it, and the waiting ends as soon as that one greets.
    ///
    /// Servers that make others wait for the greeting do so to catch whoever speaks first, and may throw out all of their connections:
    /// nothing is said to one out of turn once a byte came, and only late where that is not the port's usual way.
    private Greeting listenPatiently(Visit visit) {
        Deadline deadline = instruments.step();
        Future<?> impatience = workers.start(() -> {
            Thread.sleep(patience());
            alternatives.otherPorts(addresses, deadline);
            surroundings.start(addresses, deadline);
            Duration usual = plan.step().compareTo(ProbingPolicy.LATEST_GREETING) < 0 ? plan.step() : ProbingPolicy.LATEST_GREETING;
            if (visit.route().port() != MailPorts.SUBMISSIONS) {
                Thread.sleep(Share.of(usual, 1, 2).minus(patience()));
            }
            if (visit.route().mode() == Mode.PLAIN && visit.silent()) {
                alternatives.otherMode(visit.route(), deadline, () -> hangUp(visit));
            }
            Thread.sleep(Share.of(usual, 1, 4));
            if (visit.silent()) {
                alternatives.knock(visit.route(), deadline);
            }
            return null;
        });
        Greeting greeting = probes.greeting().listen(visit, deadline);
        end(impatience);
        if (greeting.outcome() instanceof Outcome.Failed<Reply>(var how, var raw) && how == Failure.CANCELLED) {
            greeting = new Greeting(greeting.route(), greeting.span(), greeting.firstByteMs(), greeting.firstBytes(),
                    Outcome.failed(Failure.TIMEOUT, "no greeting so far, while TLS was answered: " + raw));
        }
        return recorder.note(greeting);
    }

    /// For what goes on beside the way while it has to wait.
    private void end(Future<?> beside) {
        beside.cancel(true);
        if (beside.state() == Future.State.FAILED && !(beside.exceptionNow() instanceof InterruptedException)) {
            recorder.broke("patience", Stage.CONNECT, instruments.since(instruments.now()), beside.exceptionNow());
        }
    }

    private static void hangUp(Visit visit) {
        if (visit.silent()) {
            visit.close();
        }
    }

    private static boolean mayBeAnotherMode(TlsHandshake handshake) {
        return handshake.outcome().failed(Failure.NOT_TLS) || handshake.outcome().failed(Failure.TIMEOUT)
                || handshake.outcome().failed(Failure.CLOSED) || handshake.outcome().failed(Failure.RESET);
    }

    /// The way that was asked about is shut: looks at the others, and says whether the other mode greets.
    private Way lookBeside(Visit visit, boolean waitedAlready) throws InterruptedException {
        visit.close();
        Deadline deadline = waitedAlready ? instruments.step().orIn(ProbingPolicy.HEAD_START) : instruments.step();
        var speaking = new AtomicBoolean();
        alternatives.otherMode(visit.route(), deadline, () -> speaking.set(true));
        alternatives.otherPorts(addresses, deadline);
        surroundings.start(addresses, deadline);
        alternatives.await(deadline);
        boolean other = speaking.get() || otherModeGreeted();
        if (!(other && settings.security() == Security.AUTO)) {
            stations.end(visit.route().mode() == Mode.IMPLICIT_TLS && !recorder.hasBegun(Stage.GREETING) ? Stage.ENCRYPT : Stage.GREETING,
                    false);
        }
        return other ? Way.OTHER_MODE : Way.CLOSED;
    }

    private boolean otherModeGreeted() {
        return recorder.evidence().stream().anyMatch(e -> e instanceof Greeting g && g.route().role() == Route.Role.OTHER_MODE
                && g.outcome().seen().map(Reply::positive).orElse(false));
    }

    private interface Step {
        boolean run() throws InterruptedException;
    }

    private boolean stage(Stage stage, Step step) throws InterruptedException {
        stations.begin(stage);
        boolean passed = step.run();
        stations.end(stage, passed);
        return passed;
    }

    private Duration patience() {
        Duration quarter = Share.of(plan.step(), 1, 4);
        return quarter.compareTo(ProbingPolicy.PATIENCE) < 0 ? quarter : ProbingPolicy.PATIENCE;
    }
}
