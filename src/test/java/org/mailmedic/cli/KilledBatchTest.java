package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.history.ChildJvm;
import org.mailmedic.monitor.batch.FleetServer;
import tools.jackson.databind.json.JsonMapper;

/// Batches that are killed (SIGKILL, no farewell) at random moments and resumed: in the end every target is there, once, and only what
/// was under way at a killing was done twice.
final class KilledBatchTest {
    private static final int JOBS = 8;
    private static final int PER_KILL = 40;
    @TempDir
    private Path folder;

    @Test
    @Timeout(110)
    void aFewKillings() throws IOException, InterruptedException {
        kill(3);
    }

    @Test
    @Tag("bench")
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void fiftyKillings() throws IOException, InterruptedException {
        kill(50);
    }

    private void kill(int killings) throws IOException, InterruptedException {
        var random = new Random();
        int targets = (killings + 1) * PER_KILL;
        Path results = folder.resolve("results.jsonl");
        try (var server = FleetServer.start(2, Map.of())) {
            var list = new StringBuilder();
            for (int i = 0; i < targets; i++) {
                list.append("{\"id\":\"t").append(i).append("\",\"host\":\"127.40.").append(i / 200).append('.').append(1 + i % 200)
                        .append("\",\"port\":")
                        .append(server.port()).append("}\n");
            }
            Path file = Files.writeString(folder.resolve("list.jsonl"), list);
            for (int i = 0; i < killings; i++) {
                Process run = start(file, results);
                long enough = size(results) + random.nextInt(14_000);
                while (run.isAlive() && size(results) < enough) {
                    LockSupport.parkNanos(200_000);
                }
                run.destroyForcibly().waitFor();
                // as after a power cut, now and then
                if (random.nextInt(4) == 0 && size(results) > 0) {
                    Files.write(results, "{\"format\":\"mailmedic-batch\",\"ver".getBytes(StandardCharsets.UTF_8),
                            StandardOpenOption.APPEND);
                }
            }
            Process last = start(file, results);
            assertEquals(0, last.waitFor());
            assertTrue(server.visits() <= targets + killings * (JOBS + 1), "done again: " + (server.visits() - targets));
        }
        Set<String> ids = new HashSet<>();
        for (String line : Files.readAllLines(results)) {
            assertTrue(ids.add(JsonMapper.shared().readTree(line).get("id").asString()), "twice: " + line);
        }
        assertEquals(targets, ids.size());
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private static Process start(Path list, Path results) throws IOException {
        return ChildJvm.running(CliMain.class, List.of("-Xmx200m"), "batch", list, "--output", results, "--resume", "--profile", "quick",
                "--security", "none",
                "--jobs", JOBS, "--timeout", "20").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }
}
