package org.mailmedic.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.mailmedic.lab.Laboratory.Result;
import org.mailmedic.lab.scenario.Scenarios;

/// The fault laboratory: the program against a small Internet in which one thing at a time is wrong, and against healthy but unusual
/// servers. Each scenario lists the exact codes, the party and the exit code, and forbids all others. Needs root and Debian's packages.
///
/// `-Dlab.only=REGEX` runs some of them, `-Dlab.benches=N` sets how many run side by side, `-Dlab.record=FOLDER` keeps what was seen for
/// `LaboratoryRecordingsTest`, which judges it again without a laboratory. `-Dlab.times=N` runs each of them so often, in an order that
/// `-Dlab.seed=N` repeats, and prints what did not always come out the same.
@Tag("lab")
final class FaultLaboratoryTest {
    private static final Duration LONGEST = Duration.ofMinutes(12);
    private static final List<Result> RESULTS = new ArrayList<>();
    private static final String RECORD = System.getProperty("lab.record", "");
    private static final int TIMES = Integer.getInteger("lab.times", 1);
    private static Laboratory laboratory;

    @BeforeAll
    static void open() throws IOException {
        var only = Pattern.compile(System.getProperty("lab.only", ""));
        var chosen = Scenarios.all().stream().filter(scenario -> only.matcher(scenario.toString()).find()).toList();
        laboratory = new Laboratory(TIMES > 1 ? shuffled(chosen) : chosen, Integer.getInteger("lab.benches", 3));
    }

    private static List<Scenario> shuffled(List<Scenario> chosen) {
        long seed = Long.getLong("lab.seed", System.nanoTime());
        System.out.println("-Dlab.seed=" + seed);
        List<Scenario> all = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            all.addAll(chosen);
        }
        Collections.shuffle(all, new Random(seed));
        return all;
    }

    @AfterAll
    static void close() throws IOException {
        if (laboratory != null) {
            laboratory.close();
        }
        System.out.print(ResultTable.of(RESULTS));
        System.out.print(UnsteadyVerdicts.of(RESULTS));
    }

    @TestFactory
    Stream<DynamicTest> scenarios() {
        return laboratory.attempts().stream().map(one -> DynamicTest.dynamicTest(one.scenario().toString(), () -> {
            Result result = await(one.result());
            RESULTS.add(result);
            if (!RECORD.isEmpty()) {
                Recording.of(result).write(Path.of(RECORD));
            }
            assertEquals(List.of(), result.wrong(), () -> result.got().raw());
        }));
    }

    private static Result await(java.util.concurrent.CompletableFuture<Result> result) throws Exception {
        try {
            return result.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new AssertionError("the laboratory itself failed", e.getCause() == null ? e : e.getCause());
        }
    }
}
