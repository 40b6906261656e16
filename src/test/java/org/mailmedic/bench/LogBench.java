package org.mailmedic.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A Postfix log of a million lines, beside `pflogsumm`, in turn. Ours is a new process each time, with the flags of `mailmedic-cli` but
/// without its AOT cache.
@Tag("bench")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
final class LogBench {
    private static final Path MAKER = Path.of("..", "shared", "suites", "make-maillog.py");
    private static final Path OTHER = Path.of("/usr/sbin/pflogsumm");
    private static final int ROUNDS = 3;
    private static final int TIMES = 10;
    private static final int MOST_MB = 250;

    @TempDir
    private Path folder;

    @Test
    void aMillionLines() throws Exception {
        assumeTrue(Files.isRegularFile(MAKER) && Files.isExecutable(OTHER), "the shared test data or pflogsumm is not here");
        Path log = folder.resolve("mail.log");
        Path truthFile = folder.resolve("truth.json");
        run(List.of("python3", MAKER.toString(), "--lines", "1000000", "--days", "30", "--out", log.toString(), "--truth"), truthFile);
        JsonNode truth = JsonMapper.shared().readTree(Files.readString(truthFile));
        Path answer = folder.resolve("answer");
        List<Double> ours = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        List<Double> memory = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(run(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp", System.getProperty("java.class.path"), LogOnce.class.getName(),
                    log.toString()), answer));
            List<String> lines = Files.readAllLines(answer);
            JsonNode found = JsonMapper.shared().readTree(lines.getFirst());
            for (String field : List.of("lines", "messages", "attempts", "recipients", "rejected")) {
                assertEquals(truth.path(field), found.path(field), field);
            }
            memory.add(Double.parseDouble(lines.get(1)) / 1024);
            others.add(run(List.of(OTHER.toString(), log.toString()), folder.resolve("other")));
        }
        double times = Medians.of(others) / Medians.of(ours);
        var table = new Table("log", "A Postfix log of 1,000,000 lines (" + Files.size(log) / 1_000_000 + " MB), medians of " + ROUNDS);
        table.line("%-20s %9s %9s", "", "CPU s", "peak MB");
        table.line("%-20s %9.2f %9.0f", "Mail Medic", Medians.of(ours), Medians.of(memory));
        table.line("%-20s %9.2f %9s", "pflogsumm", Medians.of(others), "");
        table.line("%.1f times as fast; aim, at least %d times and at most %d MB: %s", times, TIMES, MOST_MB,
                times >= TIMES && Medians.of(memory) <= MOST_MB ? "met" : "missed");
        table.print();
        assertTrue(Medians.of(memory) <= MOST_MB, "more memory than " + MOST_MB + " MB");
        assertTrue(times >= TIMES, "not " + TIMES + " times as fast");
    }

    /// Seconds of processor time that the program took, so that what else the machine does counts little.
    private static double run(List<String> call, Path output) throws IOException, InterruptedException {
        Path times = output.resolveSibling(output.getFileName() + ".times");
        List<String> timed = new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='%U %S'; { time \"$@\" > \"$0\" 2> /dev/null; } 2> "
                + "\"$0.times\"",
                output.toString()));
        timed.addAll(call);
        assertEquals(0, new ProcessBuilder(timed).start().waitFor(), () -> call + " did not end well");
        String[] seconds = Files.readString(times).strip().split(" ");
        return Double.parseDouble(seconds[0]) + Double.parseDouble(seconds[1]);
    }
}
