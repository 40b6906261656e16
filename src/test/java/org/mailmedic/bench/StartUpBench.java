package org.mailmedic.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// From the start of the process to the first painted frame, beside the least JavaFX program on the same runtime; and the terminal's start,
/// on all processors and on one alone.
/// All variants take turns, round after round. Needs Xvfb. `mvn -Pbench verify -Dtest=StartUpBench`
@Tag("bench")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class StartUpBench {
    private static final int WARM_UP = 1;
    private static final int ROUNDS = Integer.getInteger("mailmedic.bench.rounds", 9);
    private static final long LONGEST_START_MS = 60_000;
    private static final String PROPOSAL = "Try: mailmedic-cli ";
    private static final String VERSION = "--version";
    private static final String EXPLAIN = "explain";
    private static final double AIM_OF_EXPLAINING = 1.5;
    private static final String MESSAGE = """
        SMTP Error: 550 5.7.1 <anna@example.org>: Sender address rejected: not owned by user info@example.com
        """;

    /// @param ms     from process start to first frame, or to the end of the process
    /// @param memory largest resident set so far, MB
    /// @param cpu    user and system time together, milliseconds; 0 where it was not looked at
    private record Figures(double ms, double memory, double cpu) {}

    @TempDir
    private Path folder;

    @Test
    void windowBesideOneLabel() throws Exception {
        var starter = new Starter(folder);
        var programs = new LinkedHashMap<String, Path>();
        programs.put("MailMedic", starter.window());
        programs.put("one label", starter.label());
        programs.put("MailMedic, no cache", starter.windowWithoutCache());
        programs.put("one label, no cache", starter.labelWithoutCache());
        var all = new LinkedHashMap<String, List<Figures>>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            for (Map.Entry<String, Path> program : programs.entrySet()) {
                Path own = Files.createDirectories(folder.resolve("screen-" + round + "-" + program.getValue().getFileName()));
                try (var screen = Screen.open(own)) {
                    Figures figures = paint(program.getValue(), screen);
                    if (round >= WARM_UP) {
                        all.computeIfAbsent(program.getKey(), _ -> new ArrayList<>()).add(figures);
                    }
                }
            }
        }
        var lines = new ArrayList<String>();
        all.forEach((name, list) -> lines.add("%-22s first frame %5.0f ms (%.0f to %.0f), %4.0f MB".formatted(name, median(list),
            list.stream().mapToDouble(Figures::ms).min().orElseThrow(), list.stream().mapToDouble(Figures::ms).max().orElseThrow(),
            Medians.of(list.stream().map(Figures::memory).toList()))));
        lines.add("MailMedic / one label: %.2f with the caches, %.2f without".formatted(
                median(all.get("MailMedic")) / median(all.get("one label")),
            median(all.get("MailMedic, no cache")) / median(all.get("one label, no cache"))));
        lines.addAll(Starter.sizes(Path.of("target")));
        report("window", lines);
    }

    @Test
    void terminal() throws Exception {
        var starter = new Starter(folder);
        var practice = new ProcessBuilder(starter.cli().toString(), "practice").start();
        try {
            var out = practice.inputReader();
            String line = out.readLine();
            while (line != null && !line.startsWith(PROPOSAL)) {
                line = out.readLine();
            }
            var diagnose = new ArrayList<>(Arrays.asList(line.substring(PROPOSAL.length()).split(" ")));
            diagnose.addAll(List.of("--controls", "none", "--resolver", "127.0.0.1"));
            var calls = new LinkedHashMap<String, List<String>>();
            var variants = Map.of("", List.of(starter.cli().toString()), ", no cache", List.of(starter.cliWithoutCache().toString()),
                    ", one core", List.of("taskset", "-c", "0", starter.cli().toString()));
            var words = Map.of(VERSION, List.of(VERSION), EXPLAIN, List.of(EXPLAIN, Files.writeString(folder.resolve("message.txt"),
                    MESSAGE).toString()), "diagnose", diagnose);
            variants.forEach((variant, program) -> words.forEach((name, more) -> calls.put(name + variant,
                    Stream.concat(program.stream(), more.stream()).toList())));
            var all = new TreeMap<String, List<Figures>>();
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                for (var call : calls.entrySet()) {
                    Figures figures = run(call.getValue(), folder.resolve("times"));
                    if (round >= WARM_UP) {
                        all.computeIfAbsent(call.getKey(), _ -> new ArrayList<>()).add(figures);
                    }
                }
            }
            var lines = new ArrayList<String>();
            all.forEach((name, list) -> lines.add("mailmedic-cli %-22s %5.0f ms, %5.0f ms of processor time, %4.0f MB".formatted(name,
                    median(list), Medians.of(list.stream().map(Figures::cpu).toList()),
                    Medians.of(list.stream().map(Figures::memory).toList()))));
            double ratio = Medians.of(all.get(EXPLAIN).stream().map(Figures::cpu).toList())
                    / Medians.of(all.get(VERSION).stream().map(Figures::cpu).toList());
            lines.add("one message explained / --version: %.2f in processor time, %.2f in all; aim, at most %.1f: %s".formatted(ratio,
                    median(all.get(EXPLAIN)) / median(all.get(VERSION)), AIM_OF_EXPLAINING, ratio <= AIM_OF_EXPLAINING ? "met"
                    : "missed"));
            report("terminal", lines);
        } finally {
            practice.destroy();
        }
    }

    private static Figures paint(Path program, Screen screen) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(program.toString()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", screen.display());
        // a screen without graphics hardware
        builder.environment().put("LIBGL_ALWAYS_SOFTWARE", "1");
        long began = System.nanoTime();
        var process = builder.start();
        try {
            while (!screen.isPainted()) {
                assertTrue(process.isAlive(), program + " ended before it painted anything");
                assertTrue(System.nanoTime() - began < TimeUnit.MILLISECONDS.toNanos(LONGEST_START_MS), program + " painted nothing");
                TimeUnit.MILLISECONDS.sleep(2);
            }
            double ms = (System.nanoTime() - began) / 1e6;
            // what it needs once it stands there
            TimeUnit.MILLISECONDS.sleep(1000);
            return new Figures(ms, peak(process), 0);
        } finally {
            process.destroy();
            process.waitFor(20, TimeUnit.SECONDS);
        }
    }

    private static double peak(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
            .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024).findFirst().orElseThrow();
    }

    private static Figures run(List<String> call, Path times) throws IOException, InterruptedException {
        var timed = Stream.concat(Stream.of("/usr/bin/time", "-q", "-o", times.toString(), "-f", "%M %U %S"), call.stream()).toList();
        long began = System.nanoTime();
        var process = new ProcessBuilder(timed).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        assertTrue(process.waitFor(LONGEST_START_MS, TimeUnit.MILLISECONDS), call + " did not end");
        double ms = (System.nanoTime() - began) / 1e6;
        assertTrue(process.exitValue() == 0, call + " ended with " + process.exitValue());
        String[] fields = Files.readString(times).strip().split(" ");
        return new Figures(ms, Double.parseDouble(fields[0]) / 1024, (Double.parseDouble(fields[1]) + Double.parseDouble(fields[2]))
                * 1000);
    }

    private static double median(List<Figures> list) {
        return Medians.of(list.stream().map(Figures::ms).toList());
    }

    private static void report(String name, List<String> lines) throws IOException {
        lines.forEach(System.out::println);
        Files.write(Files.createDirectories(Path.of("target", "bench")).resolve("start-up-" + name + ".txt"), lines);
    }
}
