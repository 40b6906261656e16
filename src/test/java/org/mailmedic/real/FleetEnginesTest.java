package org.mailmedic.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailmedic.monitor.batch.FleetServer;
import org.mailmedic.monitor.batch.FleetServer.Temper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two thousand servers on loopback, checked in eight shards by the engines that others have: what the files in `assets/fleet` make of them
/// together is what one run makes of them.
@Tag("real")
@Timeout(600)
final class FleetEnginesTest {
    private static final int TARGETS = 2_000;
    private static final int SHARDS = 8;
    private static final String OPTIONS = "--profile quick --security none --allow-plaintext-password --jobs 64 --timeout 20";
    private Workshop folder;
    private FleetServer server;
    private Path list;
    private Path program;

    @BeforeEach
    void makeFleet() throws IOException {
        folder = Workshop.open();
        Map<String, Temper> tempers = new HashMap<>();
        IntStream.range(0, TARGETS).filter(i -> i % 10 == 3).forEach(i -> tempers.put(address(i), Temper.REFUSES));
        IntStream.range(0, TARGETS).filter(i -> i % 100 == 7).forEach(i -> tempers.put(address(i), Temper.WRONG_PASSWORD));
        server = FleetServer.start(0, tempers);
        var lines = new StringBuilder();
        for (int i = 0; i < TARGETS; i++) {
            String user = i % 4 == 3 ? ",\"user\":\"u\",\"password_env\":\"FLEET_PW\"" : "";
            lines.append("{\"id\":\"t").append(i).append("\",\"host\":\"").append(address(i)).append("\",\"port\":").append(server.port())
                    .append(user).append("}\n");
        }
        list = Files.writeString(folder.resolve("targets.jsonl"), lines + "{\"id\":\"t1\",\"host\":\"127.9.9.9\"}\nno json\n");
        program = ProgramUnderTest.script(folder.resolve("mailmedic"));
    }

    @AfterEach
    void endFleet() throws IOException {
        server.close();
        folder.close();
    }

    /// Half of the servers are asked for twice.
    private static String address(int i) {
        int host = i / 4 * 3 + Math.min(i % 4, 2);
        return "127.20." + host / 250 + "." + (1 + host % 250);
    }

    private Command command(Object... words) {
        return Command.of(words).with("MAILMEDIC", program.toString()).with("MAILMEDIC_OPTIONS", OPTIONS).with("FLEET_PW", "wrong")
                .within(Duration.ofSeconds(400));
    }

    private static Set<String> results(Stream<Path> files) {
        var all = new TreeSet<String>();
        files.flatMap(FleetEnginesTest::lines).forEach(line -> {
            JsonNode result = JsonMapper.shared().readTree(line);
            String said = result.get("id").asString() + " " + result.get("line") + " " + result.get("outcome") + " " + result.get("code")
                    + " " + result.get("error");
            assertTrue(all.add(said), "twice: " + said);
        });
        return all;
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Set<String> oneRun() {
        Path file = folder.resolve("one.jsonl");
        var words = Stream.concat(Stream.of(program, "batch", list, "--output", file), Stream.of(OPTIONS.split(" "))).toArray();
        var run = command(words).run();
        assertEquals(1, run.code(), run.err());
        assertTrue(Files.exists(file), run.err());
        Set<String> all = results(Stream.of(file));
        assertEquals(TARGETS + 2, all.size());
        return all;
    }

    private Set<String> shards(Path results) throws IOException {
        try (Stream<Path> files = Files.list(results)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".jsonl")).toList();
            assertEquals(SHARDS, all.size());
            assertEquals(SHARDS, all.stream().filter(file -> Files.exists(Path.of(file.toString().replace(".jsonl", ".done")))).count());
            return results(all.stream());
        }
    }

    @Test
    void gnuParallelAndSlurmTogetherAreOneRun() throws IOException {
        Set<String> whole = oneRun();
        Path byParallel = folder.resolve("by-parallel");
        Path hosts = Files.writeString(folder.resolve("hosts.txt"), "2/:\n");
        // this host is no stranger: nothing is copied to it
        command("sh", Path.of("assets", "fleet", "parallel.sh").toAbsolutePath(), list, byParallel, hosts).succeed();
        assertEquals(whole, shards(byParallel));
        try (var cluster = SlurmCluster.start(folder.path(), 4)) {
            Path bySlurm = folder.resolve("by-slurm");
            cluster.run(command("sbatch", "--wait", "--output", folder.resolve("slurm-%a.log"),
                    Path.of("assets", "fleet", "slurm-array.sh").toAbsolutePath(), list, bySlurm));
            assertEquals(whole, shards(bySlurm), () -> Stream.of(1, 2).flatMap(i -> lines(folder.resolve("slurm-" + i + ".log")))
                    .collect(Collectors.joining("\n")));
        }
        assertTrue(server.busiest() <= 4, "two runs at once: " + server.busiest());
    }
}
