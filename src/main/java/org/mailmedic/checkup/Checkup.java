package org.mailmedic.checkup;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mailmedic.advice.Adviser;
import org.mailmedic.advice.TextBook;
import org.mailmedic.diagnosis.Certainty;
import org.mailmedic.diagnosis.Diagnosis;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Evidence.PathSample;
import org.mailmedic.evidence.Evidence.TcpConnect;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.net.Network;
import org.mailmedic.net.dns.Resolvers;
import org.mailmedic.net.tls.TlsInspector;
import org.mailmedic.net.tls.TrustJudge;
import org.mailmedic.net.tls.TrustStores;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Note;
import org.mailmedic.net.transport.Share;
import org.mailmedic.net.transport.Transcript;
import org.mailmedic.plan.Options;
import org.mailmedic.plan.Plan;
import org.mailmedic.plan.Planner;
import org.mailmedic.plan.Stage;
import org.mailmedic.probe.Instruments;
import org.mailmedic.report.Report;
import org.mailmedic.settings.Settings;

/// Runs the pipeline: settings → plan → probes → evidence → diagnosis → advice → report. It owns the threads of a run; nobody else
/// starts one. Thread-safe: several check-ups may run side by side.
public final class Checkup {
    private final Network network;
    private final InstantSource clock;
    private final Function<CaseFile, Diagnosis> diagnostician;
    private final Adviser adviser;
    private final TextBook texts;
    private final ThreadFactory threads;
    private final Commons commons;

    /// @param clock this computer's wall clock, for certificates and the report
    /// @param texts the words of the test message
    public Checkup(Network network, InstantSource clock, Function<CaseFile, Diagnosis> diagnostician, Adviser adviser, TextBook texts) {
        this(network, clock, diagnostician, adviser, texts, Workers.VIRTUAL, Commons.none());
    }

    Checkup(Network network, InstantSource clock, Function<CaseFile, Diagnosis> diagnostician, Adviser adviser, TextBook texts,
            ThreadFactory threads, Commons commons) {
        this.threads = threads;
        this.commons = commons;
        this.network = network;
        this.clock = clock;
        this.diagnostician = diagnostician;
        this.adviser = adviser;
        this.texts = texts;
    }

    /// Starts a check-up and returns at once. The login in `settings` stays the caller's, who wipes it when no check-up needs it any more.
    ///
    /// @param listener hears of everything as it happens, on a thread of the check-up, one event at a time
    /// @throws IOException when the file with extra authorities cannot be used; the message says why
    public Running start(Settings settings, Options options, Consumer<Progress> listener) throws IOException {
        TrustStores stores = commons.stores(options.trust());
        var workers = new Workers(threads);
        var traveller = new AtomicReference<Thread>();
        var running = new Running(() -> Optional.ofNullable(traveller.get()).ifPresent(Thread::interrupt));
        Thread thread = Thread.ofPlatform().daemon().name("check-up").unstarted(() -> {
            try (var connections = new RunNetwork(network); workers) {
                running.report().complete(run(settings, options, stores, connections, workers, listener));
            } catch (RuntimeException | Error bug) {
                running.report().completeExceptionally(bug);
            }
        });
        traveller.set(thread);
        thread.start();
        return running;
    }

    /// Runs one on the caller's thread. An interrupt ends it; what was seen so far still makes a report.
    ///
    /// @throws IOException when the file with extra authorities cannot be used; the message says why
    public Report run(Settings settings, Options options, Consumer<Progress> listener) throws IOException {
        TrustStores stores = commons.stores(options.trust());
        try (var connections = new RunNetwork(network); var workers = new Workers(threads)) {
            return run(settings, options, stores, connections, workers, listener);
        }
    }

    private Report run(Settings settings, Options options, TrustStores stores, Network connections, Workers workers,
            Consumer<Progress> listener) {
        Plan plan = new Planner().plan(settings, options);
        long began = network.nanoTime();
        var created = clock.instant();
        var transcript = new Transcript(network::nanoTime, began);
        var instruments = new Instruments(settings, plan, connections, inspector(stores, plan), transcript, began);
        Duration atMost = atMost(plan);
        Deadline bound = Deadline.in(atMost, network::nanoTime);
        Credibility credibility;
        Attempt attempt;
        Future<Boolean> beating;
        boolean ownDoing = false;
        try (var felt = commons.pulse().feel(() -> new Pulse(network::nanoTime, clock, new RunQueue(), network.nanoTime()), workers)) {
            credibility = new Credibility(felt.pulse(), began);
            beating = felt.beating();
            attempt = attempt(instruments, workers, listener, created, atMost, Optional.empty());
            if (credibility.spoiled(attempt.file(), attempt.diagnosis()) && Credibility.mayRepeat(attempt.file()) && !bound.passed()
                    && !Thread.currentThread().isInterrupted()) {
                transcript.note(Note.DID_NOT_RUN);
                CaseFile first = attempt.file();
                attempt = attempt(instruments, workers, listener, created, bound.remaining(),
                        first.all(PathSample.class).findFirst().filter(credibility::stands));
                ownDoing = Credibility.ownDoing(first, attempt.diagnosis());
            }
        }
        Recorder recorder = attempt.recorder();
        CaseFile file = attempt.file();
        Diagnosis diagnosis = attempt.diagnosis();
        double totalMs = (network.nanoTime() - began) / 1e6;
        boolean spoiled = ownDoing || credibility.spoiled(file, diagnosis);
        // what is said besides the headline has to be believed as well
        diagnosis = credibility.credible(file, ownDoing ? Credibility.without(diagnosis) : diagnosis);
        if (spoiled) {
            file = new CaseFile(settings, plan, Stream.concat(file.evidence().stream(), Stream.of(credibility.pause(totalMs))).toList());
        }
        if (beating.state() == Future.State.FAILED) {
            var defect = new Evidence.Defect("pulse", Stage.SETTINGS, instruments.since(began),
                    new Outcome.Broke<>(beating.exceptionNow()));
            file = new CaseFile(settings, plan, Stream.concat(file.evidence().stream(), Stream.of(defect)).toList());
        }
        Report report;
        try (var _ = transcript.sent()) {
            report = new ReportMaker(adviser).make(file, diagnosis, recorder.stages(), transcript, created, totalMs);
        }
        if (threads == Workers.PLATFORM && !plan.literal() && !plan.quick()) {
            Resolvers.release();
        }
        recorder.tell(new Progress.Ended(report));
        return report;
    }

    /// One journey and what it came to.
    private record Attempt(Recorder recorder, CaseFile file, Diagnosis diagnosis) {}

    private Attempt attempt(Instruments instruments, Workers workers, Consumer<Progress> listener, Instant created, Duration atMost,
            Optional<PathSample> measured) {
        Settings settings = instruments.settings();
        Plan plan = instruments.plan();
        var recorder = new Recorder(listener, new Curtain(settings, instruments.transcript().sent())::before);
        recorder.tell(new Progress.Began(plan, atMost));
        travel(new Journey(instruments, recorder, workers, clock, commons, TestLetter.of(settings, texts, clock), measured,
                silent -> suspect(settings, plan, recorder, silent, created)), instruments, recorder, workers, atMost);
        recorder.close();
        var file = new CaseFile(settings, plan, recorder.evidence());
        return new Attempt(recorder, file, diagnostician.apply(file));
    }

    /// The journey itself runs on a thread of its own, so that neither a cancellation nor the overall bound has to wait for a read.
    private static void travel(Journey journey, Instruments instruments, Recorder recorder, Workers workers, Duration atMost) {
        var way = workers.start(() -> {
            journey.travel();
            return null;
        });
        try {
            way.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException cancelled) {
            way.cancel(true);
        } catch (TimeoutException bound) {
            way.cancel(true);
            System.getLogger(Checkup.class.getName()).log(System.Logger.Level.WARNING, "the check-up ran into its overall bound");
        } catch (ExecutionException ended) {
            Throwable bug = Workers.bug(ended);
            System.getLogger(Checkup.class.getName()).log(System.Logger.Level.ERROR, "the check-up met a bug of its own: "
                    + bug.getClass().getName());
            recorder.broke("journey", Stage.SETTINGS, instruments.since(instruments.now()), bug);
        }
    }

    /// A first statement, as soon as it is certain enough: silence counts once something elsewhere has answered.
    private void suspect(Settings settings, Plan plan, Recorder recorder, List<TcpConnect> silent, Instant when) {
        List<Evidence> soFar = new ArrayList<>(recorder.evidence());
        soFar.addAll(silent);
        var file = new CaseFile(settings, plan, soFar);
        boolean answered = soFar.stream().anyMatch(e -> e.onRoute().isPresent() && e.outcome().seen().isPresent());
        if (silent.isEmpty() || !answered) {
            return;
        }
        diagnostician.apply(file).diagnoses().stream().findFirst().filter(finding -> Certainty.LIKELY.reachedBy(finding.confidence()))
                .ifPresent(finding -> recorder.tell(new Progress.Suspected(new ReportMaker(adviser).verdict(finding, file, when))));
    }

    private Supplier<TlsInspector> inspector(TrustStores stores, Plan plan) {
        return () -> new TlsInspector(new TrustJudge(stores, !plan.quick()), clock::instant);
    }

    /// The honest bound: every step that may be taken, each with its whole deadline.
    static Duration atMost(Plan plan) {
        int spare = plan.quick() ? 1 : ProbingPolicy.SPARE_STEPS;
        long steps = plan.asked().stream().filter(stage -> stage != Stage.SETTINGS).count() + spare;
        return Share.of(plan.step(), steps, 1).plus(ProbingPolicy.SPARE_TIME);
    }
}
