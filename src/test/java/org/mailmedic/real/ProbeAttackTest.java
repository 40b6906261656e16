package org.mailmedic.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.cli.CliMain;
import org.mailmedic.cli.Terminal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What strangers may try with a probe that lies on a website, with real PHP on loopback: 404 is all they get.
@Tag("real")
final class ProbeAttackTest {
    @TempDir
    private Path folder;
    private Process php;
    private Process mail;
    private int port;
    private String key;
    private Path probe;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/php")), "no PHP");
        port = free();
    }

    @AfterEach
    void end() {
        Stream.of(php, mail).filter(each -> each != null).forEach(each -> {
            each.descendants().forEach(ProcessHandle::destroyForcibly);
            each.destroyForcibly();
        });
    }

    private static int free() throws IOException {
        try (var any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private void make(int target, String... words) throws IOException {
        probe = folder.resolve("probe.php");
        Path printed = folder.resolve("made");
        try (var out = new PrintStream(printed.toFile(), StandardCharsets.UTF_8)) {
            var terminal = new Terminal(InputStream.nullInputStream(), out, System.err, Map.of(), false, _ -> null);
            List<String> call = new ArrayList<>(List.of("website", "make", "--host", "127.0.0.1", "--port", Integer.toString(target),
                    "--form",
                    "php", "--output", probe.toString(), "--controls", "none", "--format", "json"));
            call.addAll(Arrays.asList(words));
            assertEquals(0, CliMain.run(call.toArray(String[]::new), terminal));
        }
        key = JsonMapper.shared().readTree(Files.readString(printed)).get("key").asString();
        php = Command.of("php", "-S", "127.0.0.1:" + port, "-t", folder).with("PHP_CLI_SERVER_WORKERS", "8")
                .start(folder.resolve("php.log"));
        Until.isTrue("PHP listens", () -> reachable(port));
    }

    private static boolean reachable(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void mailHost(String how) throws IOException {
        int door = free();
        Path script = folder.resolve("mailhost.php.txt");
        try (var in = ProbeAttackTest.class.getResourceAsStream("mailhost.php")) {
            Files.write(script, in.readAllBytes());
        }
        mail = Command.of("php", script, "none", "mx.test", "127.0.0.1:" + door + "=" + how).start(folder.resolve("mail.log"));
        Until.isTrue("the mail host listens", () -> reachable(door));
        make(door);
    }

    /// The status and the rest of an answer.
    private record Web(int status, String head, String body) {}

    private Web send(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            String[] parts = answer.split("\r\n\r\n", 2);
            return new Web(Integer.parseInt(answer.split(" ", 3)[1]), parts[0], parts.length > 1 ? parts[1] : "");
        }
    }

    private Web get(String target) throws IOException {
        return send("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
    }

    private void change(String from, String to) throws IOException {
        String text = Files.readString(probe);
        String changed = text.replaceAll(from, to);
        assertFalse(text.equals(changed), "nothing there to change: " + from);
        Files.writeString(probe, changed);
    }

    private static void refused(Web answer, String what) {
        assertEquals(404, answer.status(), what);
        assertEquals("<!DOCTYPE html>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n", answer.body(), what);
        assertTrue(answer.head().contains("X-Robots-Tag: noindex"), what);
    }

    @Test
    void whoHasNoKeyGetsNothing() throws IOException {
        make(1);
        String other = key.charAt(0) == 'A' ? "B" + key.substring(1) : "A" + key.substring(1);
        for (String query : List.of("", "?", "?k", "?k=", "?k=" + other, "?k=" + key.substring(1), "?k=" + key + "A", "?k=" + key + "%00",
                "?k=" + key + "%0a", "?k[]=" + key, "?K=" + key, "?k=" + key + "&k=" + key, "?x=1&k=" + key, "?k=" + key + "&host=10.0.0.1",
                "?k=" + key + "&port=22", "?k=" + key + ";host=x", "?host=10.0.0.1&k=" + key, "?k=*", "?k=" + "A".repeat(100_000 / 20))) {
            refused(get("/probe.php" + query), query);
        }
        refused(get("/probe.php/extra?k=" + key), "a path behind it");
        Web climbing = get("/probe.php/..%2f..%2fetc/passwd?k=" + key);
        assertEquals(404, climbing.status());
        assertFalse(climbing.body().contains("mailmedic") || climbing.body().contains("root:"), climbing.body());
        assertFalse(Files.list(folder).anyMatch(each -> each.toString().endsWith(".lock")), "strangers leave no trace");
    }

    @Test
    void otherMethodsGetNothing() throws IOException {
        make(1);
        for (String method : List.of("POST", "HEAD", "PUT", "DELETE", "OPTIONS")) {
            Web answer = send(method + " /probe.php?k=" + key
                    + " HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\nConnection: close\r\n\r\nhost=evil");
            assertEquals(404, answer.status(), method);
            assertFalse(answer.body().contains("mailmedic"), method);
        }
    }

    @Test
    void theKeyWorksUntilItWasUsedOftenEnough() throws IOException {
        make(free());
        for (int use = 1; use <= 5; use++) {
            Web answer = get("/probe.php?k=" + key);
            assertEquals(200, answer.status());
            assertTrue(answer.head().contains("Content-Type: application/json"), answer.head());
            assertTrue(answer.head().contains("noindex") && answer.head().contains("no-store") && answer.head().contains("nosniff"));
            assertFalse(answer.body().contains(key));
            assertEquals(5 - use, JsonMapper.shared().readTree(answer.body()).at("/php/left").asInt(), "what is left");
        }
        refused(get("/probe.php?k=" + key), "once too often");
        assertTrue(Files.exists(probe));
    }

    @Test
    void fiftyAtOnceAreAnsweredAsOftenAsFive() throws Exception {
        make(free());
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(0, 50).mapToObj(_ -> workers.submit(() -> get("/probe.php?k=" + key).status()))
                    .toList();
            int answered = 0;
            for (var each : answers) {
                answered += each.get() == 200 ? 1 : 0;
            }
            assertEquals(5, answered);
        }
    }

    @Test
    void whenItsTimeIsOverItLeaves() throws IOException {
        make(1);
        change("const EXPIRES = \\d+;", "const EXPIRES = 1700000000;");
        refused(get("/probe.php?k=" + key), "expired");
        assertFalse(Files.exists(probe), "it is gone");
    }

    @Test
    void aClockThatWasSetBackOpensNothing() throws IOException {
        make(free());
        assertEquals(200, get("/probe.php?k=" + key).status());
        Path lock;
        try (var files = Files.list(folder)) {
            lock = files.filter(each -> each.toString().endsWith(".lock")).findFirst().orElseThrow();
        }
        long later = System.currentTimeMillis() / 1000 + 2000;
        Files.writeString(lock, "1 " + later);
        refused(get("/probe.php?k=" + key), "it was later once");
        Files.delete(lock);
        change("const MADE = \\d+;", "const MADE = " + later + ";");
        refused(get("/probe.php?k=" + key), "before it was made");
    }

    @Test
    void whereItMayNotWriteTheTimeAloneDecides() throws IOException {
        make(free());
        change("substr\\(self::KEY_SHA256, 0, 24\\) \\. '.lock'", "'none/none.lock'");
        for (int use = 0; use < 6; use++) {
            Web answer = get("/probe.php?k=" + key);
            assertEquals(200, answer.status());
            assertFalse(JsonMapper.shared().readTree(answer.body()).at("/php/lock").asBoolean(), "and says so");
        }
    }

    @Test
    void hostileServersDoNotGetThrough() throws IOException {
        mailHost("hostile");
        Web answer = get("/probe.php?k=" + key);
        assertEquals(200, answer.status());
        for (char c : "<>&'\\".toCharArray()) {
            assertFalse(answer.body().replaceAll("\\\\u[0-9a-f]{4}", "").indexOf(c) >= 0, "unescaped: " + c);
        }
        assertTrue(answer.body().chars().allMatch(c -> c == '\n' || c >= ' ' && c < 127), "plain ASCII alone");
        JsonNode greeting = JsonMapper.shared().readTree(answer.body()).get("evidence").valueStream()
                .filter(each -> each.get("kind").asString().equals("greeting")).findFirst().orElseThrow();
        assertTrue(greeting.at("/reply/text").asString().startsWith("<script>alert(1)</script>"), greeting.toString());
    }

    @Test
    void endlessServersAreCutOff() throws IOException {
        mailHost("endless");
        Web answer = get("/probe.php?k=" + key);
        assertEquals(200, answer.status());
        assertTrue(answer.body().length() < 1024 * 1024);
        assertTrue(answer.body().contains("\"failure\":\"flood\""), answer.body());
    }

    @Test
    void nothingButTheListIsContacted() throws IOException {
        try (var trap = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            trap.setSoTimeout(300);
            make(free());
            String evil = "127.0.0.1:" + trap.getLocalPort();
            send("GET /probe.php?k=" + key + " HTTP/1.1\r\nHost: " + evil + "\r\nX-Forwarded-Host: " + evil + "\r\nX-Target: " + evil
                    + "\r\nCookie: host=" + evil + "; k=x\r\nConnection: close\r\n\r\n");
            boolean met = true;
            try {
                trap.accept().close();
            } catch (SocketTimeoutException nobody) {
                met = false;
            }
            assertFalse(met, "it went where it was told to");
        }
    }

    @Test
    void silentServersEndItInTime() throws IOException {
        mailHost("silent");
        Web answer = get("/probe.php?k=" + key);
        JsonNode result = JsonMapper.shared().readTree(answer.body());
        double end = result.get("evidence").valueStream().mapToDouble(each -> each.get("started_ms").asDouble() + each.get("duration_ms")
                .asDouble()).max().orElseThrow();
        assertTrue(end < Duration.ofSeconds(25).toMillis(), end + " ms");
        assertTrue(answer.body().contains("\"failure\":\"timeout\""));
    }

    @Test
    void everyFormIsWellFormed() throws IOException {
        make(587);
        assertTrue(Command.of("php", "-l", probe).succeed().contains("No syntax errors"));
        for (String form : List.of("shell", "wordpress")) {
            Path made = folder.resolve("made." + form);
            var terminal = new Terminal(InputStream.nullInputStream(), new PrintStream(OutputStream.nullOutputStream()),
                    System.err, Map.of(), false, _ -> null);
            assertEquals(0, CliMain.run(new String[] {"website", "make", "--host", "mail.example.org", "--form", form, "--output",
                made.toString()}, terminal));
        }
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/shellcheck")), "no shellcheck");
        assertEquals("", Command.of("shellcheck", "-s", "sh", folder.resolve("made.shell")).succeed());
        Command.of("dash", "-n", folder.resolve("made.shell")).succeed();
        Command.of("unzip", "-q", folder.resolve("made.wordpress"), "-d", folder.resolve("plugin")).succeed();
        try (var files = Files.walk(folder.resolve("plugin"))) {
            for (Path each : files.filter(file -> file.toString().endsWith(".php")).toList()) {
                assertTrue(Command.of("php", "-l", each).succeed().contains("No syntax errors"), each.toString());
            }
        }
    }
}
