package org.mailmedic.monitor.batch;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.mailmedic.checkup.Checkup;

/// Checks the targets of a list, many at once, and writes a line for each as it ends. A target's trouble stops nobody else's.
///
/// Streamed both ways: what is in memory are the lines under way and those that wait for their server. Each batch is run once.
public final class Batch {
    private static final int WAITING_PER_JOB = 4;
    /// A run has an end.
    private static final Duration FOR_EVER = Duration.ofDays(36_500);
    private static final int LEAST_WAITING = 1_000;

    private final Manner manner;
    private final BatchWords words;
    private final Results results;
    private final Optional<ReportFolder> reports;
    private final Optional<DomainLineCheck> domains;
    private final Function<String, String> environment;
    private final SignIns signIns = new SignIns(FOR_EVER, System::nanoTime);
    private final ServerCheck servers;
    private final Earlier earlier;
    private final Tally tally;
    private final Schedule schedule;
    private final AtomicReference<IOException> unwritten = new AtomicReference<>();
    private long usable;

    /// How it is done.
    ///
    /// @param jobs      at once
    /// @param perServer at once at one server
    public record Manner(int jobs, int perServer, Shard shard) {}

    /// @param checkup     made for many ([org.mailmedic.checkup.UsualCheckup#forMany])
    /// @param domains     what checks the lines that name a domain; without it they are told that this cannot be done
    /// @param environment the value of a variable, null where it is not set
    public Batch(Checkup checkup, Manner manner, BatchWords words, Results results, Optional<ReportFolder> reports,
            Optional<DomainLineCheck> domains,
            Function<String, String> environment) {
        this.manner = manner;
        this.words = words;
        this.results = results;
        this.reports = reports;
        this.domains = domains;
        this.environment = environment;
        this.servers = new ServerCheck(checkup, signIns, environment);
        this.earlier = results.earlier();
        this.tally = earlier.tally();
        this.schedule = new Schedule(manner.jobs(), manner.perServer(), Math.max(LEAST_WAITING, WAITING_PER_JOB * manner.jobs()));
    }

    /// @param usable  whether any line of the list could be used
    /// @param stopped why it ended before the list did: the results could not be written
    public record Ended(Tally tally, boolean usable, Optional<IOException> stopped) {}

    /// Runs it to the end, on this thread and those of its tasks.
    ///
    /// @throws IOException when the list cannot be read any more
    public Ended run(TargetReader list) throws IOException, InterruptedException {
        earlier.tell(signIns);
        try {
            boolean going = true;
            for (Optional<Target> next = list.next(); going && next.isPresent(); next = going ? list.next() : next) {
                Target target = next.get();
                usable += target instanceof Target.Unusable ? 0 : 1;
                if (!manner.shard().has(target)) {
                    continue;
                }
                if (earlier.has(target)) {
                    earlier.refusal(target).ifPresent(refusal -> remember(target, refusal));
                    continue;
                }
                boolean signsIn = target instanceof Target.Server server && server.secret().isPresent();
                String lane = target.server().isEmpty() ? "line " + target.number() : target.server();
                going = schedule.add(lane, signsIn, () -> check(target));
            }
            schedule.await();
        } finally {
            schedule.stop();
        }
        return new Ended(tally, usable > 0, Optional.ofNullable(unwritten.get()));
    }

    /// A password that an earlier run found to be wrong.
    private void remember(Target target, SignIns.Refusal refusal) {
        if (target instanceof Target.Server server && server.secret().isPresent()) {
            try (var secret = server.secret().get().read(environment)) {
                signIns.wrong(signIns.attempt(server.server(), server.settings().login().userName().orElse(""), secret), refusal);
            } catch (Unfit gone) {
                // then nobody can try it either
            }
        }
    }

    private void check(Target target) {
        Optional<Checked> whole = Optional.empty();
        ResultLine line;
        try {
            switch (target) {
                case Target.Unusable bad -> line = ResultLine.error(bad, words.sentence(bad.why()));
                case Target.Domain domain -> {
                    whole = domains.isPresent() ? Optional.of(domains.get().check(domain.domain(), domain.options())) : Optional.empty();
                    line = whole.map(checked -> ResultLine.of(domain, checked))
                            .orElseGet(() -> ResultLine.error(domain, words.noDomains()));
                }
                case Target.Server server -> {
                    ServerCheck.Answer answer = servers.check(server);
                    whole = Optional.of(answer.checked());
                    line = ResultLine.of(server, answer.checked());
                    if (answer.refused().isPresent()) {
                        line = line.withheld(answer.refused().get(), words.withheld(answer.refused().get()));
                    }
                }
            }
        } catch (Unfit bad) {
            line = ResultLine.error(target, words.sentence(bad));
        } catch (InterruptedException stopped) {
            return;
        } catch (RuntimeException | Error bug) {
            System.getLogger(Batch.class.getName()).log(System.Logger.Level.ERROR, "a line of the batch met a bug", bug);
            line = ResultLine.error(target, words.broke(bug));
        }
        if (!Thread.currentThread().isInterrupted()) {
            write(line, whole);
        }
    }

    /// First the report, then the line: a line that is there has its report.
    private void write(ResultLine checked, Optional<Checked> whole) {
        ResultLine line = checked;
        try {
            if (reports.isPresent() && whole.isPresent()) {
                Optional<IOException> trouble = reports.get().keep(line, whole.get());
                line = trouble.isPresent() ? line.noting(words.reportNotKept(trouble.get())) : line;
            }
            String json = line.json();
            synchronized (results) {
                if (unwritten.get() == null) {
                    results.write(json);
                    tally.add(line);
                }
            }
        } catch (IOException full) {
            unwritten.compareAndSet(null, full);
            schedule.stop();
        }
    }
}
