package org.mailmedic.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.cli.CliMain;
import org.mailmedic.cli.Terminal;
import org.mailmedic.website.TestimonyReader;
import org.mailmedic.website.UnfitTestimony;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The plugin with real PHP against stubs of the few hooks that it uses: WordPress itself is in no registry of packages.
@Tag("real")
final class WordPressPluginTest {
    @TempDir
    private Path folder;
    private Path plugin;

    @BeforeEach
    void unpack() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/php")) && Files.isExecutable(Path.of("/usr/bin/unzip")), "no PHP");
        Path zip = folder.resolve("plugin.zip");
        var terminal = new Terminal(InputStream.nullInputStream(), new PrintStream(OutputStream.nullOutputStream()), System.err, Map.of(),
                false,
                _ -> null);
        assertEquals(0, CliMain.run(new String[] {"website", "make", "--host", "127.0.0.1", "--port", "1", "--form", "wordpress",
                "--controls",
            "none", "--output", zip.toString()}, terminal));
        Command.of("unzip", "-q", zip, "-d", folder).succeed();
        try (var files = Files.list(folder)) {
            plugin = files.filter(each -> each.getFileName().toString().startsWith("mail-medic-")).findFirst().orElseThrow()
                    .resolve("mail-medic.php");
        }
        try (var in = WordPressPluginTest.class.getResourceAsStream("wordpress.php")) {
            Files.write(folder.resolve("wordpress.php"), in.readAllBytes());
        }
    }

    private String ask(String what) {
        return Command.of("php", "-d", "display_errors=1", "-d", "error_reporting=-1", folder.resolve("wordpress.php"), plugin, what)
                .succeed();
    }

    @Test
    void thePageWaitsForAButton() {
        String page = ask("page");
        assertTrue(page.contains("capability manage_options") && page.contains("Look now"), page);
        assertFalse(page.contains("mailmedic-vantage") || page.contains("Warning") || page.contains("Deprecated"), page);
        assertTrue(page.endsWith("checked "), "nothing was done yet");
    }

    @Test
    void pressedItShowsTheResultToBeCopied() throws UnfitTestimony {
        String page = ask("look");
        assertTrue(page.contains("id=\"mail-medic-copy\"") && page.contains("checked mail-medic-"), page);
        String result = page.substring(page.indexOf("readonly>") + 9, page.indexOf("</textarea>"));
        var read = TestimonyReader.read(result.getBytes(StandardCharsets.UTF_8));
        assertEquals("127.0.0.1", read.asked().orElseThrow().host());
    }

    @Test
    void strangersAreTurnedAway() {
        assertTrue(ask("stranger").endsWith("died 403"));
    }

    @Test
    void siteHealthAsksForItAsynchronously() {
        JsonNode tests = JsonMapper.shared().readTree(ask("tests"));
        assertEquals("mail-medic", tests.at("/async/mail_medic/test").asString());
        assertFalse(tests.at("/async/mail_medic/has_rest").asBoolean(true));
        assertEquals(0, tests.get("direct").size());
        String[] health = ask("health").split("\nchecked ");
        JsonNode data = JsonMapper.shared().readTree(health[0]).get("data");
        assertEquals("critical", data.get("status").asString());
        for (String field : new String[] {"label", "description", "actions", "test"}) {
            assertFalse(data.get(field).asString().isEmpty(), field);
        }
        assertEquals("health-check-site-status", health[1]);
    }

    /// What Site Health says of a result with these pieces of evidence, each as `kind status`.
    private JsonNode verdict(String... seen) throws IOException {
        String evidence = Arrays.stream(seen).map(each -> each.split(" ")).map(each -> "{\"kind\":\"" + each[0] + "\",\"role\":\"target\","
                + "\"status\":\"" + each[1] + "\"}").collect(Collectors.joining(","));
        Path result = Files.writeString(folder.resolve("result.json"), "{\"evidence\":[{\"kind\":\"dns\",\"status\":\"ok\"}"
                + (evidence.isEmpty() ? "" : "," + evidence) + "]}");
        Path ask = Files.writeString(folder.resolve("verdict.php"), "<?php require $argv[1]; foreach (get_declared_classes() as $c) {"
                + " if (strncmp($c, 'MailMedicPlugin', 15) === 0) {"
                + " echo \"\\n\", json_encode($c::verdict(file_get_contents($argv[2]))); } }");
        String said = Command.of("php", "-d", "display_errors=1", "-d", "error_reporting=-1", "-d", "auto_prepend_file=" + stubs(), ask,
                plugin, result).succeed();
        return JsonMapper.shared().readTree(said.substring(said.lastIndexOf('\n') + 1));
    }

    /// The few hooks alone.
    private Path stubs() throws IOException {
        return Files.writeString(folder.resolve("hooks.php"), "<?php define('ABSPATH', '/'); function add_action() {}"
                + " function add_filter() {}"
                + " function esc_html($t) { return $t; } function esc_url($t) { return $t; } function admin_url($t) { return $t; }");
    }

    @ParameterizedTest
    @CsvSource({"tcp ok|greeting ok|hello ok, good, can be reached", "tcp ok|greeting ok|hello failed, recommended, answers this website",
        "tcp ok|tls skipped, recommended, answers this website", "tcp failed, critical, cannot be reached",
        "tcp failed|tcp ok|greeting failed, recommended, answers this website", "'', critical, cannot be reached"})
    void siteHealthSaysHowFarItCame(String seen, String status, String words) throws IOException {
        JsonNode verdict = verdict(seen.isEmpty() ? new String[0] : seen.split("\\|"));
        assertEquals(status, verdict.get("status").asString());
        assertTrue(verdict.get("label").asString().contains(words), verdict.toString());
    }

    @Test
    void itLeavesNothing() throws IOException {
        Files.writeString(plugin.resolveSibling("0123456789.lock"), "1 1");
        ask("leave");
        try (var files = Files.list(plugin.getParent())) {
            assertFalse(files.anyMatch(each -> each.toString().endsWith(".lock")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"glob", "unlink"})
    void itsRemovalComesToAnEndWhereFunctionsAreSwitchedOff(String off) throws IOException {
        Path run = Files.writeString(folder.resolve("uninstall.php"), "<?php define('WP_UNINSTALL_PLUGIN', 1);"
                + " require $argv[1]; echo 'done';");
        assertEquals("done", Command.of("php", "-d", "disable_functions=" + off, run, plugin.resolveSibling("uninstall.php")).succeed());
    }

    @Test
    void askedDirectlyThePluginSaysNothing() {
        assertEquals("", Command.of("php", plugin).succeed());
        assertEquals("", Command.of("php", plugin.resolveSibling("uninstall.php")).succeed());
    }
}
