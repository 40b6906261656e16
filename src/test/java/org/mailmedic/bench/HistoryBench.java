package org.mailmedic.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.history.ChildJvm;
import org.mailmedic.history.History;
import org.mailmedic.history.Reports;
import org.mailmedic.history.Retention;
import org.mailmedic.report.json.JsonReport;

/// Ten thousand reports of usual size: how long a fresh process takes until they are listed, and how much memory it has used by then;
/// with the index, and after the index was lost.
@Tag("bench")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
final class HistoryBench {
    private static final int REPORTS = 10_000;
    private static final int LINES = 350;
    private static final int ROUNDS = 5;
    private static final double AIM_MS = 1000;
    private static final double AIM_MB = 250;

    @TempDir
    private Path folder;

    /// What the fresh process does; it prints milliseconds, megabytes, milliseconds of processor time since its start, and what it found.
    public static final class Opening {
        private Opening() {}

        public static void main(String[] words) throws IOException {
            long start = System.nanoTime();
            History history = History.open(Path.of(words[0]), Retention.everything(), InstantSource.system());
            int servers = history.byServer().size();
            double ms = (System.nanoTime() - start) / 1e6;
            String status = Files.readString(Path.of("/proc/self/status"));
            double mb = Long.parseLong(status.replaceAll("(?s).*VmHWM:\\s*(\\d+).*", "$1")) / 1024.0;
            double cpu = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
            System.out.println(ms + " " + mb + " " + cpu + " " + history.summaries().size() + " " + servers);
        }
    }

    @Test
    void tenThousandReports() throws IOException, InterruptedException {
        int bytes = 0;
        for (int i = 0; i < REPORTS; i++) {
            String json = JsonReport.write(Reports.sized("smtp" + i % 20 + ".example.org", 587, Instant.EPOCH.plusSeconds(i), i % 3 == 0
                    ? "" : "dns.timeout", LINES));
            bytes = json.length();
            Files.writeString(folder.resolve(String.format("20260101T%02d%02d%02d.000Z-%05d.mailmedic.json", i / 3600 % 24, i / 60 % 60,
                    i % 60, i)), json);
        }
        double[] lost = opened();
        List<Double> times = new ArrayList<>();
        List<Double> memory = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double[] one = opened();
            times.add(one[0]);
            memory.add(one[1]);
            processor.add(one[2]);
        }
        boolean met = Medians.of(times) <= AIM_MS && Medians.of(memory) <= AIM_MB;
        new Table("history", "Opening " + REPORTS + " reports of " + bytes / 1024 + " KiB in a fresh process, medians of " + ROUNDS)
                .line("%-24s %10s %16s %26s", "", "ms", "peak memory, MB", "processor, JVM start incl.")
                .line("%-24s %10.0f %16.0f %26.0f", "with the index", Medians.of(times), Medians.of(memory), Medians.of(processor))
                .line("%-24s %10.0f %16.0f %26.0f", "index lost, once", lost[0], lost[1], lost[2])
                .line("aim, with the index %.0f ms and %.0f MB: %s", AIM_MS, AIM_MB, met ? "met" : "missed")
                .print();
        assertTrue(met, "slower or larger than aimed at");
    }

    private double[] opened() throws IOException, InterruptedException {
        Process process = ChildJvm.running(Opening.class, List.of(), folder).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String[] words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip().split(" ");
        assertEquals(0, process.waitFor());
        assertEquals(REPORTS, Integer.parseInt(words[3]));
        assertEquals(20, Integer.parseInt(words[4]));
        return new double[] {Double.parseDouble(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2])};
    }
}
