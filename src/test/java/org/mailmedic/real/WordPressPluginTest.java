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
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @Test
    void itLeavesNothing() throws IOException {
        Files.writeString(plugin.resolveSibling("0123456789.lock"), "1 1");
        ask("leave");
        try (var files = Files.list(plugin.getParent())) {
            assertFalse(files.anyMatch(each -> each.toString().endsWith(".lock")));
        }
    }

    @Test
    void askedDirectlyThePluginSaysNothing() {
        assertEquals("", Command.of("php", plugin).succeed());
        assertEquals("", Command.of("php", plugin.resolveSibling("uninstall.php")).succeed());
    }
}
