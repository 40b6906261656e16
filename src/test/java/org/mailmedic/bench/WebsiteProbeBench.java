package org.mailmedic.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
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
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.cli.CliMain;
import org.mailmedic.cli.Terminal;
import org.mailmedic.real.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a website's server prints takes as long as its slowest single look and a second more, however many doors are silent, and the file
/// stays small. The form for the shell is measured beside it.
@Tag("bench")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class WebsiteProbeBench {
    private static final int ROUNDS = 5;
    private static final double SLACK_S = 1;
    private static final int LARGEST = 40 * 1024;
    private static final List<String> PLACES = List.of("127.0.0.10", "127.0.0.11", "127.0.0.12");

    @TempDir
    private Path folder;

    private Path make(String form, int port) throws IOException {
        Path controls = folder.resolve("controls.json");
        Files.writeString(controls, """
                {"version": 1, "tcp": [{"host": "%s", "port": %d, "smtp": true}, {"host": "%s", "port": %d, "smtp": true}],
                 "http": [], "time": []}""".formatted(PLACES.get(1), port, PLACES.get(2), port));
        Path made = folder.resolve("made." + form);
        try (var out = new PrintStream(folder.resolve("said").toFile(), StandardCharsets.UTF_8)) {
            var terminal = new Terminal(InputStream.nullInputStream(), out, System.err, Map.of(), false, _ -> null);
            assertEquals(0, CliMain.run(new String[] {"website", "make", "--host", PLACES.getFirst(), "--port", Integer.toString(port),
                "--security", "starttls", "--form", form, "--output", made.toString(), "--controls", controls.toString()}, terminal));
        }
        assertTrue(Files.size(made) <= LARGEST, Files.size(made) + " bytes");
        Files.writeString(folder.resolve("run.php"), "<?php define('ABSPATH', 1); require $argv[1];"
                + " foreach (get_declared_classes() as $c) {"
                + " if (strncmp($c, 'MailMedicProbe', 14) === 0) { $p = new $c(); echo $p->result(); } }");
        return made;
    }

    private String run(String form, Path probe) {
        var command = form.equals("php") ? Command.of("php", folder.resolve("run.php"), probe) : Command.of("sh", probe);
        return command.within(Duration.ofSeconds(40)).succeed();
    }

    @Test
    void asLongAsItsSlowestLook() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/php")), "no PHP");
        List<ServerSocket> silent = new ArrayList<>();
        try {
            silent.add(new ServerSocket(0, 50, InetAddress.getByName(PLACES.getFirst())));
            int port = silent.getFirst().getLocalPort();
            var table = new Table("probe", "What a website's server prints, before doors that open and stay silent, medians of " + ROUNDS);
            table.line("%-34s %9s %9s %9s", "", "bytes", "wall s", "look s");
            boolean met = true;
            for (int others = 0; others <= 2; others += 2) {
                for (int i = 1; i <= others; i++) {
                    silent.add(new ServerSocket(port, 50, InetAddress.getByName(PLACES.get(i))));
                }
                for (String form : List.of("php", "shell")) {
                    Path probe = make(form, port);
                    var wall = new ArrayList<Double>();
                    var look = new ArrayList<Double>();
                    for (int round = 0; round < ROUNDS; round++) {
                        long began = System.nanoTime();
                        JsonNode printed = JsonMapper.shared().readTree(run(form, probe));
                        wall.add((System.nanoTime() - began) / 1e9);
                        look.add(printed.get("evidence").valueStream().mapToDouble(each -> each.get("duration_ms").asDouble()).max()
                                .orElseThrow() / 1000);
                    }
                    boolean within = Medians.of(wall) <= Medians.of(look) + SLACK_S;
                    // a shell looks at one thing after the other
                    met &= within || form.equals("shell");
                    table.line("%-34s %9d %9.2f %9.2f   aim, at most %.0f s more: %s", form + ", silent: the server and " + others + " more",
                            Files.size(probe), Medians.of(wall), Medians.of(look), SLACK_S, within ? "met" : "missed");
                }
            }
            table.print();
            assertTrue(met, "slower than its slowest look and a second");
        } finally {
            for (ServerSocket each : silent) {
                each.close();
            }
        }
    }
}
