package org.mailmedic.monitor.exporter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.explain.log.DelayPhase;
import org.mailmedic.explain.log.LogFollower;
import org.mailmedic.explain.log.LogPlace;
import org.mailmedic.explain.log.LogTally;
import org.mailmedic.product.WholeFile;

/// Mail logs that are followed while they are written: every second on a thread of its own, and whenever somebody asks. How far each was
/// read is kept in a file, so that no line is counted twice or lost when the program is started again. Thread-safe.
public final class FollowedLogs implements LogCounts, AutoCloseable {
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final List<Double> BOUNDS = List.of(0.1, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 900.0, 3_600.0, 14_400.0,
            86_400.0);
    private static final long LARGEST_STATE = 1024 * 1024;

    private final List<Followed> logs;
    private final Optional<Path> state;
    private final ZoneId zone;
    private final BiConsumer<String, Path> trouble;
    private @Nullable Thread thread;
    /// Whether the file with the places is up to date.
    private boolean kept;
    /// Whether it was said that it is not.
    private boolean said;

    /// So long after a restart in the middle of a log a message may still wait that the log has not named again: Exim and Postfix try at
    /// least that often.
    private static final Duration UNTIL_KNOWN = Duration.ofHours(6);

    /// @param resumed the moment at which it was gone on with in the middle
    private record Followed(Path path, LogTally tally, LogFollower follower, Optional<LocalDateTime> resumed, AtomicBoolean readable) {
        private boolean mayHideWaiting(LocalDateTime now) {
            return resumed.filter(since -> now.isBefore(since.plus(UNTIL_KNOWN))).isPresent();
        }
    }

    private FollowedLogs(List<Followed> logs, Optional<Path> state, ZoneId zone, BiConsumer<String, Path> trouble) {
        this.logs = List.copyOf(logs);
        this.state = state;
        this.zone = zone;
        this.trouble = trouble;
    }

    /// Reads what is there, and follows.
    ///
    /// @param paths one of them need not be there yet
    /// @param state where the places are kept; empty: nowhere, so that every start reads from the beginning
    /// @param trouble told what goes wrong later: the key of its sentence in `text/exporter.properties`, and the file
    /// @throws IOException when a log or the file with the places cannot be read
    public static FollowedLogs start(List<Path> paths, Optional<Path> state, ZoneId zone, BiConsumer<String, Path> trouble)
            throws IOException {
        Map<String, LogPlace> places = state.isPresent() ? places(state.get()) : Map.of();
        List<Followed> logs = new ArrayList<>();
        for (Path path : paths) {
            var now = LocalDateTime.now(zone);
            var tally = new LogTally(now);
            Optional<LogPlace> place = Optional.ofNullable(places.get(path.toAbsolutePath().toString()));
            logs.add(new Followed(path, tally, new LogFollower(path, tally, place), place.filter(at -> at.offset() > 0).map(_ -> now),
                    new AtomicBoolean(true)));
        }
        var followed = new FollowedLogs(logs, state, zone, trouble);
        // what cannot be read now is a slip in the call, and is thrown; later it is only noted
        for (Followed each : logs) {
            each.follower().poll();
        }
        followed.poll();
        followed.thread = Thread.ofVirtual().name("logs").start(followed::follow);
        return followed;
    }

    private void follow() {
        try {
            while (true) {
                Thread.sleep(BETWEEN);
                poll();
            }
        } catch (InterruptedException closed) {
            // that is the end
        }
    }

    /// One log that cannot be read holds up no other. It is said once, until it can be read again; so it is with the places.
    private synchronized void poll() {
        long before = lines();
        for (Followed each : logs) {
            try {
                each.follower().poll();
                each.readable().set(true);
            } catch (IOException later) {
                if (each.readable().getAndSet(false)) {
                    trouble.accept("say.log_unreadable", each.path());
                }
            }
        }
        try {
            if (state.isPresent() && (lines() > before || !kept)) {
                kept = false;
                keep(state.get());
                kept = true;
                said = false;
            }
        } catch (IOException full) {
            if (!said) {
                trouble.accept("say.places_not_kept", state.get());
                said = true;
            }
        }
    }

    private long lines() {
        return logs.stream().mapToLong(each -> each.tally().lines()).sum();
    }

    private void keep(Path file) throws IOException {
        var text = new StringBuilder();
        logs.forEach(each -> text.append(each.follower().place().text()).append('\t').append(each.path().toAbsolutePath()).append('\n'));
        WholeFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, LogPlace> places(Path file) throws IOException {
        Map<String, LogPlace> places = new HashMap<>();
        if (Files.exists(file) && Files.size(file) <= LARGEST_STATE) {
            for (String line : Files.readAllLines(file)) {
                int tab = line.indexOf('\t');
                if (tab > 0) {
                    LogPlace.of(line.substring(0, tab)).ifPresent(place -> places.put(line.substring(tab + 1), place));
                }
            }
        }
        return places;
    }

    @Override
    public synchronized State now() {
        poll();
        List<Result> results = logs.stream().flatMap(each -> each.tally().counts().stream())
                .map(count -> new Result(count.result(), count.code().map(Code::id).orElse(""), count.provider(), count.count())).toList();
        LocalDateTime at = LocalDateTime.now(zone);
        var offset = zone.getRules().getOffset(at);
        OptionalLong seen = logs.stream().flatMap(each -> each.tally().oldestWaitingSeconds(at, offset).stream())
                .mapToLong(Long::longValue).max();
        OptionalLong oldest = seen.isPresent() || logs.stream().anyMatch(each -> each.mayHideWaiting(at)) ? seen : OptionalLong.of(0);
        long understood = logs.stream().mapToLong(each -> each.tally().understood()).sum();
        return new State(results, Arrays.stream(DelayPhase.values()).map(this::delays).toList(), oldest, understood, lines() - understood,
                logs.stream().collect(Collectors.toMap(Followed::path, each -> each.readable().get(), (one, _) -> one)));
    }

    private Delays delays(DelayPhase phase) {
        var atMost = new long[BOUNDS.size()];
        for (Followed each : logs) {
            List<Long> counts = each.tally().delaysAtMost(phase, BOUNDS);
            for (int i = 0; i < atMost.length; i++) {
                atMost[i] += counts.get(i);
            }
        }
        return new Delays(phase.id(), BOUNDS, Arrays.stream(atMost).boxed().toList(),
                logs.stream().mapToLong(each -> each.tally().delays(phase)).sum(),
                logs.stream().mapToDouble(each -> each.tally().delaySum(phase)).sum());
    }

    @Override
    public void close() throws IOException {
        if (thread != null) {
            thread.interrupt();
        }
        synchronized (this) {
            for (Followed each : logs) {
                each.follower().close();
            }
        }
    }
}
