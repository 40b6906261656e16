package org.mailmedic.checkup;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailmedic.plan.Plan;
import org.mailmedic.plan.Planner;
import org.mailmedic.practice.PracticeOptions;
import org.mailmedic.practice.PracticeServer;
import org.mailmedic.practice.fault.Fault;
import org.mailmedic.practice.fault.Faults;
import org.mailmedic.report.Report;
import org.mailmedic.report.json.JsonReport;

/// The whole pipeline against every fault of the practice server. For each, exactly the codes that may appear are known, in their
/// order; any other is a wrong verdict. What is right beside the fault's own code stands in `scenarios.txt`.
///
/// The scenarios run side by side, since most of their time is waiting; each test looks at one result.
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ScenarioTest {
    private static final int SIDE_BY_SIDE = 8;
    /// These run after the others: a computer that stands in line for its processors does not believe a silence.
    private static final Pattern SILENCE = Pattern.compile("silent|stall|tarpit|slow|plaintext-expected");
    /// The dialogue, a look beside, a second look at TLS, and the eight connects that it takes to call a line unstable.
    private static final int MOST_CONNECTIONS = 11;
    private static final Duration STEP = Duration.ofSeconds(3);
    private static final Duration DELAY = Duration.ofSeconds(2);
    /// Slow is what takes as long as the shortest patience of common programs, 10 s: nothing shorter will do here.
    private static final Map<String, Duration> PATIENT = Map.of("greeting-slow", Duration.ofSeconds(18));

    /// After 504, and after a 534 that says "too weak", a second mechanism may be tried: those refusals do not count against the account.
    private static final Set<String> TWO_ATTEMPTS = Set.of("auth-unrecognized", "auth-too-weak");

    private final Schema schema = schema();
    private final Map<String, Future<Result>> results = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// What one run came to.
    private record Result(Report report, Plan plan, int connections, int signIns, List<String> secrets, double elapsedMs) {}

    /// Codes that are right beside the fault's own.
    private record Expected(List<String> diagnoses, List<String> warnings) {}

    @BeforeAll
    void runAll(@TempDir Path folder) throws Exception {
        run(Faults.healthy(), folder);
        var waits = Faults.all().stream().collect(Collectors.partitioningBy(fault -> SILENCE.matcher(fault.name()).find()));
        start(waits.get(false), folder);
        for (Fault busy : waits.get(false)) {
            of(busy.name());
        }
        start(waits.get(true), folder);
    }

    private void start(List<Fault> faults, Path folder) {
        var places = new Semaphore(SIDE_BY_SIDE);
        for (Fault fault : faults) {
            results.put(fault.name(), threads.submit(() -> {
                places.acquire();
                try {
                    return run(fault, folder);
                } finally {
                    places.release();
                }
            }));
        }
    }

    @AfterAll
    void end() {
        threads.shutdownNow();
    }

    private Result run(Fault fault, Path folder) throws IOException, InterruptedException {
        boolean patient = PATIENT.containsKey(fault.name());
        var practice = PracticeOptions.defaults();
        try (var server = PracticeServer.start(fault, patient ? practice : practice.withDelay(DELAY))) {
            var settings = Checkups.settings(server);
            var options = Checkups.options(server, folder, PATIENT.getOrDefault(fault.name(), STEP));
            long began = System.nanoTime();
            Report report = Checkups.on(Checkups.doorsOf(server)).start(settings, options, _ -> { }).await();
            double elapsedMs = (System.nanoTime() - began) / 1e6;
            return new Result(report, new Planner().plan(settings, options), server.connections(), server.signInAttempts(),
                    List.of(practice.password(), practice.token()), elapsedMs);
        }
    }

    private Result of(String name) throws Exception {
        return results.get(name).get(110, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysExactlyWhatIsWrong(String name) throws Exception {
        Fault fault = Faults.find(name).orElseThrow();
        Report report = of(name).report();
        Expected beside = beside().getOrDefault(name, new Expected(List.of(), List.of()));
        assertAll(
                () -> assertEquals(with(fault.diagnosis(), beside.diagnoses()), codes(report.diagnoses()), () -> "diagnoses; seen: "
                        + report.evidence()),
                () -> assertEquals(with(fault.warning(), beside.warnings()), codes(report.warnings()), "warnings"),
                () -> assertEquals(fault.harmless() ? Report.Outcome.HEALTHY : Report.Outcome.PROBLEM, report.outcome()),
                () -> assertEquals(fault.stage(), report.diagnoses().isEmpty() ? fault.harmless() ? fault.stage() : ""
                        : report.diagnoses().getFirst().stage(), "stage"));
    }

    /// Every verdict rests on something that was seen, and what was seen is in the report.
    @ParameterizedTest
    @MethodSource("names")
    void restsOnEvidence(String name) throws Exception {
        Report report = of(name).report();
        Set<Object> ids = new HashSet<>();
        report.evidence().forEach(e -> ids.add(e.get("id")));
        for (var verdicts : List.of(report.diagnoses(), report.warnings())) {
            for (var verdict : verdicts) {
                assertFalse(verdict.evidence().isEmpty(), verdict.code());
                assertTrue(ids.containsAll(verdict.evidence()), () -> verdict.code() + ": " + verdict.evidence() + " in " + ids);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isPolite(String name) throws Exception {
        Result result = of(name);
        assertTrue(result.signIns() <= (TWO_ATTEMPTS.contains(name) ? 2 : 1), () -> result.signIns() + " attempts to sign in");
        assertTrue(result.connections() <= MOST_CONNECTIONS, () -> result.connections() + " connections");
    }

    @ParameterizedTest
    @MethodSource("names")
    void keepsItsPromiseOfTime(String name) throws Exception {
        Result result = of(name);
        double atMost = Checkup.atMost(result.plan()).toMillis() + 500.0;
        assertTrue(result.elapsedMs() <= atMost, () -> result.elapsedMs() + " ms of " + atMost);
    }

    @ParameterizedTest
    @MethodSource("names")
    void writesAReportByTheContract(String name) throws Exception {
        Result result = of(name);
        String json = JsonReport.write(result.report());
        assertEquals(List.of(), schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList());
        result.secrets().forEach(secret -> assertFalse(json.contains(secret)));
    }

    @Test
    void theTableNamesRealFaults() throws IOException {
        assertTrue(Set.copyOf(names()).containsAll(beside().keySet()), () -> "unknown names in scenarios.txt");
    }

    static List<String> names() {
        return Faults.all().stream().map(Fault::name).toList();
    }

    private static List<String> codes(List<Report.Verdict> verdicts) {
        return verdicts.stream().map(Report.Verdict::code).toList();
    }

    private static List<String> with(String first, List<String> more) {
        List<String> all = new ArrayList<>(first.isEmpty() ? List.of() : List.of(first));
        all.addAll(more);
        return all;
    }

    /// `fault: diagnosis diagnosis / warning warning`; lines with `#` are reasons.
    private static Map<String, Expected> beside() throws IOException {
        Map<String, Expected> table = new HashMap<>();
        try (var stream = ScenarioTest.class.getResourceAsStream("scenarios.txt")) {
            for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split(":", 2);
                    String[] codes = parts[1].split("/", -1);
                    table.put(parts[0].strip(), new Expected(words(codes[0]), words(codes[1])));
                }
            }
        }
        return table;
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of("assets", "report.schema.json")), InputFormat.JSON);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
