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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.cli.CliMain;
import org.mailmedic.cli.Terminal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The PHP file with real PHP, and the shell form with the tools of this system, before a real mail host on loopback: how they introduce
/// themselves, and what they do where functions are switched off (which from PHP 8 on ends a program that calls them) or tools are missing.
@Tag("real")
final class ProbeOnServersTest {
    private static final String NO_STREAMS = "stream_socket_client,fsockopen";
    private static final String NO_CURL = NO_STREAMS + ",curl_init";
    /// What each way to a socket calls, besides the words of the language itself.
    private static final Map<String, List<String>> CALLED = Map.of(
            "", List.of("usleep", "stream_select", "stream_socket_get_name", "stream_get_meta_data", "stream_context_create",
                    "stream_context_set_option", "stream_context_get_options", "stream_set_blocking", "stream_socket_enable_crypto",
                    "openssl_x509_export", "openssl_error_string", "openssl_get_cert_locations", "error_get_last", "error_clear_last",
                    "extension_loaded", "gethostname", "hrtime", "ini_set", "set_time_limit", "putenv", "error_reporting", "fread",
                    "fwrite", "feof", "fclose", "curl_version", "inet_pton", "is_readable", "is_executable", "filemtime", "file_get_contents",
                    "stream_select,usleep", "stream_select,usleep,time_nanosleep"),
            NO_STREAMS, List.of("curl_getinfo", "curl_error", "curl_multi_exec", "curl_multi_init", "curl_multi_select",
                    "curl_multi_add_handle", "curl_multi_info_read", "curl_setopt_array", "curl_multi_select,usleep", "tmpfile", "rewind",
                    "stream_get_contents"),
            NO_CURL, List.of("socket_set_nonblock", "socket_select", "socket_get_option", "socket_last_error", "socket_connect",
                    "socket_create", "socket_export_stream", "stream_socket_get_name", "socket_addrinfo_lookup",
                    "socket_addrinfo_explain"));

    private static final List<String> USUAL_TOOLS = List.of("sh", "awk", "sed", "tr", "grep", "head", "tail", "cut", "cat", "date",
            "mktemp", "rm", "sleep", "printf", "paste", "uname");
    /// One whose last part has several digits, as most have.
    private static final String ADDRESS = "127.0.0.10";

    @TempDir
    private Path folder;
    private Process mail;
    private int door;

    @BeforeEach
    void php() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/php")), "no PHP");
    }

    @AfterEach
    void end() throws IOException {
        if (mail != null) {
            mail.destroyForcibly();
        }
        Path bin = folder.resolve("bin");
        if (Files.exists(bin)) {
            try (var links = Files.list(bin)) {
                for (Path link : links.toList()) {
                    Files.delete(link);
                }
            }
        }
    }

    private void mailHost(String how) throws IOException {
        try (var any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            door = any.getLocalPort();
        }
        Path script = folder.resolve("mailhost.php.txt");
        try (var in = ProbeOnServersTest.class.getResourceAsStream("mailhost.php")) {
            Files.write(script, in.readAllBytes());
        }
        Path identity = TestAuthority.create(folder.resolve("certificates")).identity("mx.test");
        Path log = folder.resolve("mail.log");
        mail = Command.of("php", script, identity, "mx.test", ADDRESS + ":" + door + "=" + how).start(log);
        Until.isTrue("the mail host listens", () -> Files.exists(log) && read(log).contains("ready"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException notYet) {
            return "";
        }
    }

    private Path make(String form, String security) throws IOException {
        Path made = folder.resolve("made." + form);
        try (var out = new PrintStream(folder.resolve("said").toFile(), StandardCharsets.UTF_8)) {
            var terminal = new Terminal(InputStream.nullInputStream(), out, System.err, Map.of(), false, _ -> null);
            assertEquals(0, CliMain.run(new String[] {"website", "make", "--host", ADDRESS, "--port", Integer.toString(door),
                "--security", security, "--form", form, "--output", made.toString(), "--controls", "none"}, terminal));
        }
        Files.writeString(folder.resolve("run.php"), "<?php define('ABSPATH', 1); require $argv[1];"
                + " foreach (get_declared_classes() as $c) {"
                + " if (strncmp($c, 'MailMedicProbe', 14) === 0) { $p = new $c(); echo $p->result(); } }");
        return made;
    }

    private JsonNode php(Path probe, String off) {
        return JsonMapper.shared().readTree(Command.of("php", "-d", "disable_functions=" + off, folder.resolve("run.php"), probe)
                .within(Duration.ofSeconds(40)).succeed());
    }

    private static List<String> dialogue(JsonNode result) {
        return result.get("evidence").valueStream().filter(each -> each.path("role").asString("").equals("target"))
                .map(each -> each.get("kind").asString() + " " + (each.get("kind").asString().equals("hello")
                        ? each.get("verb").asString() + " " + each.at("/reply/code").asInt() : each.get("status").asString())).toList();
    }

    /// Other libraries than OpenSSL word differently what was agreed on.
    @Test
    void whateverLibraryCurlHasItsHandshakeCounts() throws IOException {
        mailHost("starttls");
        Path probe = make("php", "starttls");
        String text = Files.readString(probe);
        assertTrue(text.contains("SSL connection using"));
        Files.writeString(probe, text.replace("SSL connection using", "words that no library has"));
        assertEquals(List.of("tcp ok", "greeting ok", "hello EHLO 250", "starttls ok", "tls ok", "hello EHLO 250"),
                dialogue(php(probe, NO_STREAMS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {NO_STREAMS, NO_STREAMS + ",curl_multi_info_read"})
    void whatIsRefusedIsRefusedForCurl(String off) throws IOException {
        mailHost("plain");
        mail.destroyForcibly().onExit().join();
        JsonNode result = php(make("php", "none"), off);
        assertEquals("refused", result.get("evidence").valueStream().filter(each -> each.path("role").asString("").equals("target"))
                .findFirst().orElseThrow().get("failure").asString());
    }

    @Test
    void itIntroducesItselfByItsAddress() throws IOException {
        mailHost("plain");
        assertEquals(List.of("tcp ok", "greeting ok", "hello EHLO 250"), dialogue(php(make("php", "none"), "")));
    }

    @Test
    void whoWantsANameGetsOne() throws IOException {
        mailHost("no_literal");
        assertEquals(List.of("tcp ok", "greeting ok", "hello EHLO 250"), dialogue(php(make("php", "none"), "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", NO_STREAMS, NO_CURL})
    void whereEhloIsNotKnownHeloIs(String off) throws IOException {
        mailHost("no_ehlo");
        assertEquals(List.of("tcp ok", "greeting ok", "hello EHLO 502", "hello HELO 250"), dialogue(php(make("php", "none"), off)));
    }

    /// Runs the shell form with these tools, and such as every system has. Its patience is made shorter, for the test's sake.
    private JsonNode shell(Path probe, String tools) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String tool : Stream.concat(USUAL_TOOLS.stream(), Stream.of(tools.split(" "))).toList()) {
            Path real = Stream.of("/usr/bin", "/bin").map(in -> Path.of(in, tool)).filter(Files::isExecutable).findFirst().orElse(null);
            assumeTrue(real != null, "no " + tool);
            Files.createSymbolicLink(bin.resolve(tool), real);
        }
        Files.writeString(probe, Files.readString(probe).replace("STEP=7", "STEP=5"));
        return JsonMapper.shared().readTree(Command.of("env", "PATH=" + bin, "/bin/sh", probe).within(Duration.ofSeconds(40)).succeed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl timeout", "bash timeout", "nc timeout", "bash", "nc"})
    void theShellFormIntroducesItselfAsWell(String tools) throws IOException {
        mailHost("no_ehlo");
        JsonNode result = shell(make("shell", "none"), tools);
        assertEquals(List.of("tcp ok", "greeting ok", "hello EHLO 502", "hello HELO 250"), dialogue(result), tools);
        assertFalse(result.get("partial").asBoolean());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash timeout", "nc timeout"})
    void theShellFormHasANameForWhoWantsOne(String tools) throws IOException {
        mailHost("no_literal");
        assertEquals(List.of("tcp ok", "greeting ok", "hello EHLO 250"), dialogue(shell(make("shell", "none"), tools)), tools);
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl openssl timeout", "bash openssl timeout", "nc openssl timeout", "bash openssl"})
    void theShellFormSpeaksInsideTls(String tools) throws IOException {
        mailHost("tls");
        assertEquals(List.of("tcp ok", "tls ok", "greeting ok", "hello EHLO 250"), dialogue(shell(make("shell", "tls"), tools)), tools);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash timeout", "nc timeout"})
    void withoutTlsItSaysNothingOfAGreeting(String tools) throws IOException {
        mailHost("tls");
        assertEquals(List.of("tcp ok", "tls skipped"), dialogue(shell(make("shell", "tls"), tools)), tools);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash openssl timeout", "bash openssl"})
    void nothingOutlivesTheShellForm(String tools) throws IOException {
        mailHost("silent");
        assertEquals(List.of("tcp ok", "tls failed"), dialogue(shell(make("shell", "tls"), tools)), tools);
        assertEquals(List.of(), ProcessHandle.allProcesses().map(each -> each.info().commandLine().orElse(""))
                .filter(line -> line.contains("s_client") && line.contains(":" + door)).toList());
    }

    @TestFactory
    Stream<DynamicTest> aFunctionThatIsSwitchedOffEndsNothing() throws IOException {
        mailHost("starttls");
        Path probe = make("php", "starttls");
        List<String> whole = List.of("tcp ok", "greeting ok", "hello EHLO 250", "starttls ok", "tls ok", "hello EHLO 250");
        return CALLED.entrySet().stream().flatMap(way -> Stream.concat(Stream.of(""), way.getValue().stream())
                .map(off -> DynamicTest.dynamicTest(way.getKey() + "," + off, () -> {
                    JsonNode result = php(probe, way.getKey() + "," + off);
                    List<String> seen = dialogue(result);
                    assertFalse(result.get("partial").asBoolean(), "it ended in the middle: " + seen);
                    assertTrue(seen.stream().noneMatch(each -> each.endsWith("failed")), "the mail host has no fault: " + seen);
                    assertEquals(off.isEmpty() ? whole : whole.subList(0, Math.min(seen.size(), whole.size())).stream()
                            .map(each -> each.equals("tls ok") && seen.contains("tls skipped") ? "tls skipped" : each).toList(), seen);
                })));
    }
}
