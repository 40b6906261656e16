package org.mailmedic.checkup;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.mailmedic.evidence.Capabilities;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence.EnvelopeReply;
import org.mailmedic.evidence.Evidence.Greeting;
import org.mailmedic.evidence.Evidence.Hello;
import org.mailmedic.evidence.Evidence.SignIn;
import org.mailmedic.evidence.Evidence.StartTls;
import org.mailmedic.evidence.Evidence.TcpConnect;
import org.mailmedic.evidence.Evidence.TlsHandshake;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.net.Deadline;
import org.mailmedic.net.MessageSender.Letter;
import org.mailmedic.plan.AddressText;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Plan;
import org.mailmedic.plan.Route;
import org.mailmedic.plan.Stage;
import org.mailmedic.probe.ConnectProbe;
import org.mailmedic.probe.Instruments;
import org.mailmedic.probe.PathProbe;
import org.mailmedic.probe.Probes;
import org.mailmedic.probe.Visit;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;

/// One mail's way from here to the server, station by station, on one connection. Where it gets stuck, it looks left and right
/// ([Alternatives]) and ends; what lies behind the broken station is not reached, and nothing is claimed about it.
final class Journey {
    /// How long the way that was asked about may be silent before we look beside it as well.
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /// What a look beside the way may take longer than the way itself, since it begins later.
    private static final Duration HEAD_START = Duration.ofMillis(500);
    /// After one and three seconds a SYN has been sent again (RFC 6298 §2); silence means something from then on.
    private static final Duration TWO_RETRANSMITS = Duration.ofMillis(3300);
    private static final Duration BETWEEN_CONNECTS = Duration.ofMillis(80);
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final Settings settings;
    private final Plan plan;
    private final Instruments instruments;
    private final Probes probes;
    private final Recorder recorder;
    private final Workers workers;
    private final Alternatives alternatives;
    private final Surroundings surroundings;
    private final Optional<Letter> letter;
    private final Consumer<List<TcpConnect>> suspicion;
    private List<InetAddress> addresses = List.of();

    /// @param suspicion handed the connects that are silent so far, once that means something
    Journey(Instruments instruments, Recorder recorder, Workers workers, InstantSource clock, Optional<Letter> letter,
            Consumer<List<TcpConnect>> suspicion) {
        this.settings = instruments.settings();
        this.plan = instruments.plan();
        this.instruments = instruments;
        this.probes = new Probes(instruments);
        this.recorder = recorder;
        this.workers = workers;
        this.alternatives = new Alternatives(instruments, recorder, workers);
        this.surroundings = new Surroundings(instruments, recorder, workers, clock);
        this.letter = letter;
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
        var doors = new Doors(instruments, recorder, workers);
        Optional<Visit> visit = knockAtTheDoor(doors);
        if (visit.isEmpty()) {
            compareWithElsewhere();
            return;
        }
        Visit last = visit.get();
        try {
            last = greeted(last);
        } finally {
            last.close();
        }
        if (doors.anyDoubt()) {
            surroundings.start(addresses, beside());
        }
        doors.collectSiblings();
        lookCloser(last.route());
        surroundings.await(beside());
    }

    /// Nothing got through to the server: what gets through elsewhere decides whose fault that is.
    private void compareWithElsewhere() {
        surroundings.start(addresses, beside());
        surroundings.await(beside());
    }

    /// Some troubles need one more look, now that the dialogue is over.
    private void lookCloser(Route route) throws InterruptedException {
        var file = new CaseFile(settings, plan, recorder.evidence());
        var doubts = new Doubts(file);
        if (plan.quick()) {
            return;
        }
        if (doubts.certificateDates() && !route.address().isLoopbackAddress()) {
            surroundings.compareClock(beside());
        }
        if (doubts.largePacketsMayVanish()) {
            Route plain = route.mode() == Mode.PLAIN ? route : new Route(Route.Role.OTHER_PORT, route.host(), route.address(), 587, Mode.PLAIN);
            probes.connect().open(plain, instruments.aside(), beside()).visit().ifPresent(visit -> {
                try (visit) {
                    probes.longLine().send(visit, beside()).ifPresent(recorder::note);
                }
            });
        }
        if (doubts.otherServerMayAnswer() || doubts.dialogueMayBeRewritten()) {
            surroundings.start(addresses, beside());
            alternatives.otherPorts(addresses, beside());
            alternatives.await(beside());
        }
        if (doubts.lineMayLosePackets()) {
            measure(route);
        }
    }

    /// Several connects, politely spaced: on a line that works each is over before the next begins.
    private void measure(Route route) throws InterruptedException {
        long start = instruments.now();
        List<Future<Double>> connects = new ArrayList<>();
        for (int i = 0; i < PathProbe.CONNECTS; i++) {
            connects.add(workers.start(() -> probes.path().once(route)));
            Thread.sleep(BETWEEN_CONNECTS);
        }
        List<Double> times = new ArrayList<>();
        for (Future<Double> connect : connects) {
            try {
                times.add(connect.get());
            } catch (ExecutionException bug) {
                throw new IllegalStateException("a connect broke", bug.getCause());
            }
        }
        recorder.note(probes.path().sample(route, start, times));
    }

    /// The deadline of a look that begins now and must not hold up the answer.
    private Deadline beside() {
        return instruments.step().plus(HEAD_START);
    }

    private boolean lookUp() throws InterruptedException {
        if (plan.literal()) {
            addresses = List.of(InetAddress.ofLiteral(plan.host()));
            return true;
        }
        return stage(Stage.DNS, () -> {
            addresses = new Lookup(instruments, recorder, workers).run();
            return !addresses.isEmpty();
        });
    }

    private Optional<Visit> knockAtTheDoor(Doors doors) throws InterruptedException {
        begin(Stage.CONNECT);
        Deadline deadline = instruments.step();
        Future<?> suspecting = workers.start(() -> {
            Thread.sleep(TWO_RETRANSMITS);
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
        suspecting.cancel(true);
        end(Stage.CONNECT, visit.isPresent());
        return visit;
    }

    /// From an open connection to the end of the dialogue.
    ///
    /// @return the connection that is open now, to be closed
    private Visit greeted(Visit first) throws InterruptedException {
        instruments.transcript().note("connected to " + AddressText.of(first.route().address()) + ", port " + first.route().port());
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
            instruments.transcript().note("connected again, " + other.id());
            way = listen(visit);
        }
        if (way == Way.OPEN) {
            converse(visit);
        }
        return visit;
    }

    /// What listening at an open connection came to.
    private enum Way { OPEN, CLOSED, OTHER_MODE }

    private Way listen(Visit visit) throws InterruptedException {
        boolean implicit = visit.route().mode() == Mode.IMPLICIT_TLS;
        if (implicit) {
            begin(Stage.ENCRYPT);
            TlsHandshake handshake = shakeHands(visit, true);
            boolean shaken = handshake.outcome().seen().isPresent();
            if (!shaken && mayBeAnotherMode(handshake)) {
                return lookBeside(visit, handshake.outcome().failed(Failure.TIMEOUT));
            }
            if (!shaken) {
                end(Stage.ENCRYPT, false);
                return Way.CLOSED;
            }
            end(Stage.ENCRYPT, handshake.verified());
        }
        begin(Stage.GREETING);
        Greeting greeting = listenPatiently(visit);
        boolean welcome = greeting.outcome().seen().map(Reply::positive).orElse(false);
        if (!welcome && greeting.outcome().seen().isEmpty()) {
            return lookBeside(visit, greeting.outcome().failed(Failure.TIMEOUT));
        }
        end(Stage.GREETING, welcome);
        if (greeting.outcome().seen().isPresent() && !welcome) {
            if (recorder.hasBegun(Stage.RECIPIENT)) {
            probes.envelope().reset(visit);
        }
        visit.dialogue().quit(Deadline.in(GOODBYE, instruments.network()::nanoTime));
        }
        return welcome ? Way.OPEN : Way.CLOSED;
    }

    /// Waits for the greeting; when it is late, the other mode is tried beside it, and the waiting ends as soon as that one greets.
    private Greeting listenPatiently(Visit visit) {
        Deadline deadline = instruments.step();
        Future<?> impatience = workers.start(() -> {
            Thread.sleep(patience());
            if (visit.route().mode() == Mode.PLAIN) {
                alternatives.otherMode(visit.route(), deadline, visit::close);
            }
            alternatives.knock(visit.route(), deadline);
            alternatives.otherPorts(addresses, deadline);
            surroundings.start(addresses, deadline);
            return null;
        });
        Greeting greeting = probes.greeting().listen(visit, deadline);
        impatience.cancel(true);
        if (greeting.outcome() instanceof Outcome.Failed<Reply>(var how, var raw) && how == Failure.CANCELLED) {
            greeting = new Greeting(greeting.route(), greeting.span(), greeting.firstByteMs(), greeting.firstBytes(),
                    Outcome.failed(Failure.TIMEOUT, "no greeting so far, while TLS was answered: " + raw));
        }
        return recorder.note(greeting);
    }

    private static boolean mayBeAnotherMode(TlsHandshake handshake) {
        return handshake.outcome().failed(Failure.NOT_TLS) || handshake.outcome().failed(Failure.TIMEOUT)
                || handshake.outcome().failed(Failure.CLOSED) || handshake.outcome().failed(Failure.RESET);
    }

    /// The way that was asked about is shut: looks at the others, and says whether the other mode greets.
    private Way lookBeside(Visit visit, boolean waitedAlready) throws InterruptedException {
        visit.close();
        Deadline deadline = waitedAlready ? instruments.step().orIn(HEAD_START) : instruments.step();
        var speaking = new AtomicBoolean();
        alternatives.otherMode(visit.route(), deadline, () -> speaking.set(true));
        alternatives.otherPorts(addresses, deadline);
        surroundings.start(addresses, deadline);
        alternatives.await(deadline);
        boolean other = speaking.get() || otherModeGreeted();
        if (!(other && settings.security() == Security.AUTO)) {
            end(visit.route().mode() == Mode.IMPLICIT_TLS && !recorder.hasBegun(Stage.GREETING) ? Stage.ENCRYPT : Stage.GREETING, false);
        }
        return other ? Way.OTHER_MODE : Way.CLOSED;
    }

    private boolean otherModeGreeted() {
        return recorder.evidence().stream().anyMatch(e -> e instanceof Greeting g && g.route().role() == Route.Role.OTHER_MODE
                && g.outcome().seen().map(Reply::positive).orElse(false));
    }

    private TlsHandshake shakeHands(Visit visit, boolean implicit) {
        TlsHandshake handshake = probes.tls().shakeHands(visit, implicit, instruments.step());
        boolean senseless = handshake.legacy().isEmpty() && handshake.outcome().failure().map(how -> how == Failure.TLS_ALERT
                || how == Failure.TLS_BROKEN || how == Failure.CLOSED || how == Failure.RESET).orElse(false);
        if (senseless && !plan.quick()) {
            handshake = probes.legacyTls().lookAgain(handshake, instruments.step());
        }
        return recorder.note(handshake);
    }

    private void converse(Visit visit) throws InterruptedException {
        boolean encrypted = visit.route().mode() == Mode.IMPLICIT_TLS;
        boolean verified = encrypted && recorder.evidence().stream().filter(TlsHandshake.class::isInstance).map(TlsHandshake.class::cast)
                .filter(t -> t.route().equals(visit.route())).anyMatch(TlsHandshake::verified);
        Optional<Capabilities> capabilities = hello(visit, encrypted);
        if (capabilities.isEmpty()) {
            return;
        }
        if (!encrypted && settings.security() != Security.NONE) {
            begin(Stage.ENCRYPT);
            if (capabilities.get().offers("STARTTLS")) {
                verified = upgrade(visit);
                encrypted = recorder.evidence().getLast() instanceof TlsHandshake t && t.outcome().seen().isPresent();
                end(Stage.ENCRYPT, verified);
                capabilities = encrypted ? hello(visit, true) : Optional.empty();
            } else if (settings.security() == Security.STARTTLS) {
                recorder.note(probes.startTls().skipped(visit, Outcome.Reason.CANNOT_SUCCEED));
                end(Stage.ENCRYPT, false);
                capabilities = Optional.empty();
            } else {
                recorder.note(probes.startTls().skipped(visit, Outcome.Reason.NOT_NEEDED));
                recorder.end(Stage.ENCRYPT, StageStatus.SKIPPED, nowMs());
            }
        }
        boolean trustworthy = !encrypted || verified;
        if (capabilities.isPresent() && trustworthy && signIn(visit, capabilities.get(), encrypted)
                && envelope(visit, capabilities.get()) && letter.isPresent() && plan.asked().contains(Stage.MESSAGE)) {
            send(visit);
            return;
        }
        visit.dialogue().quit(Deadline.in(GOODBYE, instruments.network()::nanoTime));
    }

    private Optional<Capabilities> hello(Visit visit, boolean encrypted) {
        begin(Stage.HELLO);
        List<Hello> answers = probes.hello().ask(visit, encrypted, instruments.step());
        answers.forEach(recorder::note);
        Hello hello = answers.getLast();
        Optional<Capabilities> accepted = hello.outcome().seen().filter(c -> c.reply().positive());
        end(Stage.HELLO, accepted.isPresent());
        return accepted;
    }

    /// @return whether a secret may be sent afterwards
    private boolean upgrade(Visit visit) {
        StartTls agreed = recorder.note(probes.startTls().ask(visit, instruments.step()));
        return agreed.outcome().seen().map(Reply::positive).orElse(false) && shakeHands(visit, false).verified();
    }

    /// @return whether the journey goes on
    private boolean signIn(Visit visit, Capabilities offered, boolean encrypted) {
        if (!settings.login().hasCredentials()) {
            return true;
        }
        begin(Stage.SIGN_IN);
        boolean withheld = !encrypted && !settings.allowPlaintextPassword();
        if (withheld) {
            boolean possible = !offered.mechanisms().isEmpty() || offered.offers("STARTTLS");
            recorder.note(probes.signIn().skipped(visit, possible ? Outcome.Reason.WITHHELD : Outcome.Reason.CANNOT_SUCCEED));
            end(Stage.SIGN_IN, false);
            return false;
        }
        List<SignIn> looks = probes.signIn().signIn(visit, offered);
        looks.forEach(recorder::note);
        boolean accepted = looks.getLast().outcome().seen().map(reply -> reply.code() == 235).orElse(false);
        end(Stage.SIGN_IN, accepted);
        return accepted;
    }

    private boolean envelope(Visit visit, Capabilities offered) {
        Optional<EmailAddress> from = settings.sender().or(settings::to);
        if (from.isEmpty()) {
            return false;
        }
        begin(Stage.SENDER);
        EnvelopeReply sender = recorder.note(probes.envelope().sender(visit, from.get(), offered));
        end(Stage.SENDER, accepted(sender));
        if (!accepted(sender) || settings.to().isEmpty()) {
            return false;
        }
        begin(Stage.RECIPIENT);
        EnvelopeReply recipient = recorder.note(probes.envelope().recipient(visit, settings.to().get()));
        end(Stage.RECIPIENT, accepted(recipient));
        return accepted(recipient);
    }

    private static boolean accepted(EnvelopeReply look) {
        return look.outcome().seen().map(Reply::positive).orElse(false);
    }

    private void send(Visit visit) {
        begin(Stage.MESSAGE);
        Outcome<Reply> reset = probes.envelope().reset(visit);
        boolean ready = reset.seen().map(Reply::positive).orElse(false);
        var sent = recorder.note(ready ? probes.testMessage().send(visit, letter.get()) : probes.testMessage().without(visit, reset));
        end(Stage.MESSAGE, sent.outcome().seen().map(Reply::positive).orElse(false));
    }

    private interface Step {
        boolean run() throws InterruptedException;
    }

    private boolean stage(Stage stage, Step step) throws InterruptedException {
        begin(stage);
        boolean passed = step.run();
        end(stage, passed);
        return passed;
    }

    private void begin(Stage stage) {
        recorder.begin(stage, nowMs());
    }

    private void end(Stage stage, boolean passed) {
        recorder.end(stage, passed ? StageStatus.OK : StageStatus.FAILED, nowMs());
    }

    private Duration patience() {
        Duration quarter = plan.step().dividedBy(4);
        return quarter.compareTo(PATIENCE) < 0 ? quarter : PATIENCE;
    }

    private double nowMs() {
        return (instruments.now() - instruments.beganNanos()) / 1e6;
    }
}
