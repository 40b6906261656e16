package org.mailmedic.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.advice.TextBook;
import org.mailmedic.cli.CliMain;
import org.mailmedic.cli.Terminal;
import org.mailmedic.website.TestimonyReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The plugin in WordPress itself, as a person takes it there: uploaded, switched on, looked at, asked, and deleted again, with all of
/// PHP's and WordPress' warnings on. The builds are the oldest and the newest that npm has.
@Tag("real")
final class WordPressTest {
    private static final String TOOLS_PAGE = "/wp-admin/tools.php?page=mail-medic";
    private static final String AJAX = "/wp-admin/admin-ajax.php";

    /// What WordPress itself keeps of every upload and of every plugin, or tidies up later.
    private static final List<String> OWN_OF_WORDPRESS = List.of("cron upgrader_scheduled_cleanup", "cron wp_delete_temp_updater_backups",
            "file wp-content/upgrade", "file wp-content/uploads", "row wp_options recently_activated", "option recently_activated");
    private static final String OUR_CLASS = "foreach (get_declared_classes() as $c) { if (strpos($c, 'MailMedicPlugin') === 0) { $p = $c; } }";

    @TempDir
    private Path folder;
    private String key;

    private Path plugin() throws IOException {
        Path zip = folder.resolve("plugin.zip");
        Path said = folder.resolve("said");
        try (var out = new PrintStream(said.toFile(), StandardCharsets.UTF_8)) {
            var terminal = new Terminal(InputStream.nullInputStream(), out, System.err, Map.of(), false, _ -> null);
            assertEquals(0, CliMain.run(new String[] {"website", "make", "--host", "127.0.0.1", "--port", "1", "--form", "wordpress",
                "--controls", "none", "--format", "json", "--output", zip.toString(), "--lang", "it"}, terminal));
        }
        key = JsonMapper.shared().readTree(Files.readString(said)).get("key").asString();
        return zip;
    }

    private static void clean(WordPress.Page page, String what) {
        assertEquals(200, page.status(), what);
        for (String complaint : List.of("<b>Warning</b>", "<b>Notice</b>", "<b>Deprecated</b>", "<b>Fatal error</b>")) {
            assertFalse(page.text().contains(complaint) && page.text().contains("plugins/mail-medic"), () -> what + page.text());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wp-6.2", "wp-nightly"})
    void itComesWorksAndGoes(String build) throws Exception {
        assumeTrue(WordPress.there(), "WordPress is not in " + WordPress.BUILDS);
        try (var site = WordPress.start(build, folder.resolve("site")); var admin = site.new Visitor("admin", "password")) {
            clean(admin.get("/wp-admin/plugins.php"), "the first look");
            clean(admin.get("/wp-admin/site-health.php"), "Site Health before");
            Set<String> before = site.state();

            String name = install(admin);
            askedByButton(admin);
            inTheReadersLanguage(site, admin);
            askedOverTheWeb(site, name);
            inSiteHealth(admin);
            siteHealthSaysHowFarItCame(site);
            forStrangers(site);
            whenItsTimeIsOver(admin);
            deleted(admin, name);

            var left = site.state();
            left.removeAll(before);
            left.removeIf(each -> OWN_OF_WORDPRESS.stream().anyMatch(each::startsWith));
            assertEquals(Set.of(), left);
            assertEquals(List.of(), site.complaints());
        }
    }

    /// *Plugins > Add New > Upload Plugin > Install Now > Activate*.
    private String install(WordPress.Visitor admin) throws IOException {
        WordPress.Page form = admin.get("/wp-admin/plugin-install.php?tab=upload");
        WordPress.Page installed = admin.upload("/wp-admin/update.php?action=upload-plugin", Map.of("_wpnonce", form.field("_wpnonce"),
                "install-plugin-submit", "Install Now"), "pluginzip", plugin());
        clean(installed, "installed");
        String activate = installed.between("href=\"plugins.php?action=activate", "\"").replace("&amp;", "&");
        WordPress.Page list = admin.get("/wp-admin/plugins.php?action=activate" + activate);
        clean(list, "activated");
        assertTrue(list.text().contains("Mail Medic probe"), "it is in the list");
        assertTrue(list.text().contains("dal server di questo sito"), "and says what it is, in the language it was made in");
        return list.between("data-slug=\"mail-medic-probe\" data-plugin=\"", "\"");
    }

    private static void askedByButton(WordPress.Visitor admin) throws Exception {
        assertTrue(admin.get("/wp-admin/tools.php").text().contains("tools.php?page=mail-medic"), "it is in the menu");
        WordPress.Page page = admin.get(TOOLS_PAGE);
        clean(page, "the page");
        assertTrue(page.text().contains("Look now") && page.text().contains("lang=\"en\""), page.text());
        assertFalse(page.text().contains("mailmedic-vantage"), "nothing was done yet");
        String nonce = page.field("_wpnonce");
        // The status is WordPress' own 200 by now: its menu was already sent.
        String other = admin.post(TOOLS_PAGE, Map.of("mail_medic_look", "1", "_wpnonce", "0123456789")).text();
        assertTrue(other.contains("expired") && !other.contains("mailmedic-vantage"), other);
        WordPress.Page result = admin.post(TOOLS_PAGE, Map.of("mail_medic_look", "1", "_wpnonce", nonce));
        clean(result, "the result");
        assertTrue(result.text().contains("id=\"mail-medic-copy\">Copy</button>"), result.text());
        String json = result.between("readonly>", "</textarea>").replace("&quot;", "\"").replace("&amp;", "&");
        assertEquals("127.0.0.1", TestimonyReader.read(json.getBytes(StandardCharsets.UTF_8)).asked().orElseThrow().host());
    }

    /// The first is a form of address of German, the second another country's Portuguese, of the third we have no words.
    private static void inTheReadersLanguage(WordPress site, WordPress.Visitor admin) throws IOException {
        for (var each : Map.of("de_DE_formal", "de", "pt_PT", "pt-BR", "pl_PL", "it").entrySet()) {
            site.run("update_user_meta(1, 'locale', '" + each.getKey() + "');");
            WordPress.Page page = admin.get(TOOLS_PAGE);
            clean(page, each.getKey());
            assertTrue(page.text().contains(TextBook.open("probe", Locale.forLanguageTag(each.getValue())).get("page.look")), each.getKey());
        }
        site.run("delete_user_meta(1, 'locale');");
    }

    private void askedOverTheWeb(WordPress site, String name) throws IOException {
        String file = "/wp-content/plugins/" + name.replace("mail-medic.php", "probe.php");
        try (var stranger = site.new Visitor()) {
            assertEquals(404, stranger.get(file).status());
            assertEquals(200, stranger.get(file + "?k=" + key).status());
            for (String other : List.of("mail-medic.php", "words.php", "uninstall.php", "index.php")) {
                assertTrue(stranger.get("/wp-content/plugins/" + name.replace("mail-medic.php", other)).text().isEmpty(), other);
            }
        }
    }

    /// The page asks for each slow test by itself, with this nonce.
    private static void inSiteHealth(WordPress.Visitor admin) throws IOException {
        WordPress.Page page = admin.get("/wp-admin/site-health.php");
        clean(page, "Site Health");
        JsonNode health = JsonMapper.shared().readTree(page.between("var SiteHealth = ", ";\n"));
        assertTrue(health.at("/site_status/async").valueStream().anyMatch(each -> each.get("test").asString().equals("mail-medic")),
                health.toString());
        WordPress.Page answer = admin.post(AJAX, Map.of("action", "health-check-mail-medic", "_wpnonce",
                health.at("/nonce/site_status").asString()));
        clean(answer, "the test");
        JsonNode said = JsonMapper.shared().readTree(answer.text());
        assertTrue(said.get("success").asBoolean());
        assertEquals("critical", said.at("/data/status").asString());
        assertEquals("Your mail server cannot be reached from this website", said.at("/data/label").asString());
        assertEquals(403, admin.post(AJAX, Map.of("action", "health-check-mail-medic", "_wpnonce", "0123456789")).status());
    }

    /// By the words of the probe: each piece of evidence as `kind status`, what is said, and how grave it is.
    private static void siteHealthSaysHowFarItCame(WordPress site) throws IOException {
        var cases = List.of("tcp ok|greeting ok|hello ok = good can be reached",
                "tcp ok|greeting ok|hello failed = recommended answers this website", "tcp ok|tls skipped = recommended answers this website",
                "tcp failed|other failed = critical cannot be reached", "tcp failed|tcp ok|greeting failed = recommended answers this website");
        String results = cases.stream().map(each -> Stream.of(each.replaceFirst(" = .*", "").split("\\|")).map(piece -> piece.split(" "))
                .map(piece -> "{\"kind\":\"" + piece[0] + "\",\"role\":\"target\",\"status\":\"" + piece[1] + "\"}")
                .collect(Collectors.joining(",", "'{\"evidence\":[{\"kind\":\"dns\",\"status\":\"ok\"},", "]}'")))
                .collect(Collectors.joining(","));
        JsonNode verdicts = JsonMapper.shared().readTree(site.run(OUR_CLASS + "echo json_encode(array_map(array($p, 'verdict'), array("
                + results + ")));"));
        for (int at = 0; at < cases.size(); at++) {
            JsonNode said = verdicts.get(at);
            String[] expected = cases.get(at).replaceFirst(".* = ", "").split(" ", 2);
            assertEquals(expected[0], said.get("status").asString(), cases.get(at));
            assertTrue(said.get("label").asString().contains(expected[1]), said.toString());
            assertEquals("<p>127.0.0.1, port 1.</p>", said.get("description").asString());
            assertTrue(said.get("actions").asString().contains("/wp-admin/tools.php?page=mail-medic\""), said.toString());
        }
    }

    private static void forStrangers(WordPress site) throws IOException {
        site.run("wp_insert_user(array('user_login' => 'reader', 'user_pass' => 'reading', 'role' => 'subscriber'));");
        try (var reader = site.new Visitor("reader", "reading"); var nobody = site.new Visitor()) {
            assertEquals(403, reader.get(TOOLS_PAGE).status());
            String nonce = site.run("wp_set_current_user(get_user_by('login', 'reader')->ID);"
                    + " echo wp_create_nonce('health-check-site-status');");
            assertEquals(403, reader.post(AJAX, Map.of("action", "health-check-mail-medic", "_wpnonce", nonce)).status());
            assertTrue(nobody.get(TOOLS_PAGE).text().contains("id=\"loginform\""), "nobody is asked to sign in");
            assertEquals(400, nobody.post(AJAX, Map.of("action", "health-check-mail-medic")).status());
        }
        String page = site.run("require ABSPATH . 'wp-admin/includes/user.php'; wp_delete_user(get_user_by('login', 'reader')->ID);"
                + OUR_CLASS + "$p::page();");
        assertFalse(page.contains("Mail Medic") || page.contains("<form"), page);
    }

    private void whenItsTimeIsOver(WordPress.Visitor admin) throws IOException {
        Path plugin;
        try (var files = Files.walk(folder.resolve("site/wp-content/plugins"))) {
            plugin = files.filter(each -> each.endsWith("mail-medic.php")).findFirst().orElseThrow();
        }
        Files.writeString(plugin, Files.readString(plugin).replaceFirst("const EXPIRES = \\d+;", "const EXPIRES = 1700000000;"));
        WordPress.Page page = admin.get(TOOLS_PAGE);
        clean(page, "over");
        assertTrue(page.text().contains("The time of this file is over") && !page.text().contains("mail_medic_look"), page.text());
    }

    /// *Deactivate*, then *Delete*, as the list's links do it.
    private static void deleted(WordPress.Visitor admin, String name) throws IOException {
        WordPress.Page list = admin.get("/wp-admin/plugins.php");
        String deactivate = list.between("id=\"deactivate-mail-medic-probe\"", "</a>").isEmpty() ? "" : list.between(
                "href=\"plugins.php?action=deactivate&amp;plugin=mail-medic-", "\"").replace("&amp;", "&");
        list = admin.get("/wp-admin/plugins.php?action=deactivate&plugin=mail-medic-" + deactivate);
        clean(list, "deactivated");
        assertFalse(admin.get("/wp-admin/tools.php").text().contains("page=mail-medic"), "it is out of the menu");
        String nonce = list.between("\"ajax_nonce\":\"", "\"");
        WordPress.Page gone = admin.post(AJAX, Map.of("action", "delete-plugin", "slug", "mail-medic-probe", "plugin", name, "_ajax_nonce",
                nonce));
        assertTrue(JsonMapper.shared().readTree(gone.text()).get("success").asBoolean(), gone.text());
    }
}
