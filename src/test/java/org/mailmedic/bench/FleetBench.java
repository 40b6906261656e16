package org.mailmedic.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailmedic.cli.CliMain;
import org.mailmedic.history.ChildJvm;
import org.mailmedic.monitor.batch.FleetServer;
import org.mailmedic.real.Workshop;
import tools.jackson.databind.json.JsonMapper;

/// Many targets at once, `quick` and with sign-in, against servers on loopback that take 100 ms for each of their answers: how many a
/// second, with how much of the processor and of memory, and how much slower each than alone.
@Tag("bench")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class FleetBench {
    private static final int STEP_MS = 100;

    /// @param peakMb resident, at its highest
    private record Measured(double seconds, double cpuSeconds, long peakMb, double medianMs, double slowestMs) {}

    @Test
    void byJobs() throws IOException, InterruptedException {
        var table = new Table("fleet-jobs", "Targets at once, servers that take " + STEP_MS + " ms a step, over the whole process");
        table.line("%6s %8s %10s %12s %10s %10s %10s", "jobs", "targets", "a second", "CPU ms each", "peak MB", "median ms", "slowest ms");
        for (int jobs : List.of(1, 8, 32, 128, 512, 2048)) {
            int targets = Math.clamp(jobs * 6L, 20, 6_000);
            Measured got = run(targets, jobs, STEP_MS);
            table.line("%6d %8d %10.1f %12.1f %10d %10.0f %10.0f", jobs, targets, targets / got.seconds(),
                    got.cpuSeconds() * 1000 / targets, got.peakMb(), got.medianMs(),
                    got.slowestMs());
        }
        table.print();
    }

    @Test
    void memoryByLengthOfTheList() throws IOException, InterruptedException {
        var table = new Table("fleet-memory", "Memory by the length of the list, 128 jobs, servers that answer at once");
        table.line("%8s %10s %10s", "lines", "seconds", "peak MB");
        for (int targets : List.of(1_000, 10_000, 30_000)) {
            Measured got = run(targets, 128, 0);
            table.line("%8d %10.1f %10d", targets, got.seconds(), got.peakMb());
        }
        table.print();
    }

    private static Measured run(int targets, int jobs, int stepMs) throws IOException, InterruptedException {
        try (var folder = Workshop.open(); var server = FleetServer.start(stepMs, Map.of())) {
            var list = new StringBuilder();
            for (int i = 0; i < targets; i++) {
                list.append("{\"id\":\"t").append(i).append("\",\"host\":\"127.").append(50 + i / 50_000).append('.')
                        .append(i / 200 % 250).append('.').append(1 + i % 200)
                        .append("\",\"port\":").append(server.port()).append(",\"user\":\"u\",\"password_env\":\"FLEET_PW\"}\n");
            }
            Path file = Files.writeString(folder.resolve("list.jsonl"), list);
            Path results = folder.resolve("results.jsonl");
            var builder = ChildJvm.running(CliMain.class, List.of("-Xmx300m"), "batch", file, "--output", results, "--profile", "quick",
                    "--security", "none",
                    "--allow-plaintext-password", "--jobs", jobs, "--timeout", "30").redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("FLEET_PW", "right");
            long start = System.nanoTime();
            Process process = builder.start();
            long peak = 0;
            Duration cpu = Duration.ZERO;
            while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, residentKb(process.pid()));
                cpu = process.info().totalCpuDuration().orElse(cpu);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            List<Double> times = new ArrayList<>();
            for (String line : Files.readAllLines(results)) {
                times.add(JsonMapper.shared().readTree(line).get("total_ms").asDouble());
            }
            if (times.size() != targets || process.exitValue() != 0) {
                throw new AssertionError(times.size() + " of " + targets + ", exit code " + process.exitValue());
            }
            return new Measured(seconds, cpu.toMillis() / 1000.0, peak / 1024, Medians.of(times),
                    times.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
        }
    }

    static long residentKb(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"), StandardCharsets.UTF_8).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0);
        } catch (IOException ended) {
            return 0;
        }
    }
}
