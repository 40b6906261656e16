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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// From the start of the process to the first painted frame, beside the least JavaFX program on the same runtime; and the terminal's start.
/// All variants take turns, round after round. Needs Xvfb. `mvn -Pbench verify -Dtest=StartUpBench`
@Tag("bench")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class StartUpBench {
    private static final int WARM_UP = 1;
    private static final int ROUNDS = Integer.getInteger("mailmedic.bench.rounds", 9);
    private static final long LONGEST_START_MS = 60_000;
    private static final String PROPOSAL = "Try: mailmedic-cli ";

    /// @param ms     from process start to first frame, or to the end of the process
    /// @param memory largest resident set so far, MB; 0 where it was not looked at
    private record Figures(double ms, double memory) {}

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
            for (var variant : Map.of("", starter.cli(), ", no cache", starter.cliWithoutCache()).entrySet()) {
                calls.put("--version" + variant.getKey(), List.of(variant.getValue().toString(), "--version"));
                var whole = new ArrayList<>(List.of(variant.getValue().toString()));
                whole.addAll(diagnose);
                calls.put("diagnose" + variant.getKey(), whole);
            }
            var all = new TreeMap<String, List<Figures>>();
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                for (var call : calls.entrySet()) {
                    Figures figures = run(call.getValue());
                    if (round >= WARM_UP) {
                        all.computeIfAbsent(call.getKey(), _ -> new ArrayList<>()).add(figures);
                    }
                }
            }
            var lines = new ArrayList<String>();
            all.forEach((name, list) -> lines.add("mailmedic-cli %-22s %5.0f ms".formatted(name, median(list))));
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
            return new Figures(ms, peak(process));
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

    private static Figures run(List<String> call) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var process = new ProcessBuilder(call).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        assertTrue(process.waitFor(LONGEST_START_MS, TimeUnit.MILLISECONDS), call + " did not end");
        assertTrue(process.exitValue() == 0, call + " ended with " + process.exitValue());
        return new Figures((System.nanoTime() - began) / 1e6, 0);
    }

    private static double median(List<Figures> list) {
        return Medians.of(list.stream().map(Figures::ms).toList());
    }

    private static void report(String name, List<String> lines) throws IOException {
        lines.forEach(System.out::println);
        Files.write(Files.createDirectories(Path.of("target", "bench")).resolve("start-up-" + name + ".txt"), lines);
    }
}
