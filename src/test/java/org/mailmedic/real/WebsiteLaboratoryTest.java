package org.mailmedic.real;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.mailmedic.real.WebsiteLab.Web;
import tools.jackson.databind.JsonNode;

/// The website's own view against real web servers with real PHP, whose way out is shut, redirected or bent: for each scenario exactly the
/// codes that may appear, whose job it is, where the two journeys part, and what the letter says.
@Tag("real")
final class WebsiteLaboratoryTest {
    private static final String OUT = "chain out { type filter hook output priority 0; policy accept; ";
    private static final String NAT = "chain away { type nat hook output priority -100; policy accept; ";
    private static final String OWN_NAME = "web7.hoster.test";

    private static WebsiteLab lab;
    private static Path identity;
    /// What was seen from the desk does not depend on the website's server: made once for each state of the mail host.
    private static final Map<String, Path> SEEN_HERE = new HashMap<>();

    @BeforeAll
    static void build() throws IOException {
        assumeTrue(WebsiteLab.available(), "no web servers with PHP");
        lab = new WebsiteLab();
        identity = lab.authority.identity(WebsiteLab.HOST);
        lab.startWebServers();
        lab.ownMailServer(lab.authority.selfSigned(OWN_NAME), OWN_NAME);
    }

    @AfterAll
    static void end() throws IOException {
        if (lab != null) {
            lab.close();
        }
    }

    /// @param state  how the mail host is; scenarios with the same one share what was seen from the desk
    /// @param bend   what is done to the website's server
    /// @param codes  all that stop mail, in order
    /// @param parting the stage at which the journeys part; empty where they do not
    private record Scenario(String name, String state, String form, Web web, boolean compared, List<String> php, Bend bend,
            List<String> codes,
                            List<String> warnings, String party, String parting, List<String> said, List<String> options) {}

    @FunctionalInterface
    private interface Bend {
        void to(WebsiteLab lab) throws IOException;
    }

    private static final class Given {
        private final String name;
        private final Web web;
        private String state = "usual";
        private String form = "php";
        private boolean compared = true;
        private final List<String> php = new ArrayList<>();
        private Bend bend = _ -> { };
        private List<String> codes = List.of();
        private List<String> warnings = List.of();
        private String party = "";
        private String parting = "";
        private List<String> said = List.of();
        private List<String> options = List.of();

        Given(String name, Web web) {
            this.name = name;
            this.web = web;
        }

        Given host(String how) {
            state = how;
            return this;
        }

        Given form(String other) {
            form = other;
            return this;
        }

        Given alone() {
            compared = false;
            return this;
        }

        Given php(String... settings) {
            php.addAll(List.of(settings));
            return this;
        }

        Given bend(Bend how) {
            bend = how;
            return this;
        }

        Given rules(String rules) {
            return bend(lab -> lab.siteRules(rules));
        }

        Given expect(String who, String where, String... stopping) {
            party = who;
            parting = where;
            codes = List.of(stopping);
            return this;
        }

        Given warn(String... worth) {
            warnings = List.of(worth);
            return this;
        }

        Given saying(String... words) {
            said = List.of(words);
            return this;
        }

        Given options(String... more) {
            options = List.of(more);
            return this;
        }

        Scenario end() {
            return new Scenario(name, state, form, web, compared, List.copyOf(php), bend, codes, warnings, party, parting, said, options);
        }
    }

    private static Given on(String name, Web web) {
        return new Given(name, web);
    }

    private static Given off(String name, String... functions) {
        return on(name, Web.PHP_ALONE).php("disable_functions=" + String.join(",", functions));
    }

    private static List<Given> scenarios() {
        String web = "meta skuid 33 tcp dport ";
        return List.of(
                on("all is well, PHP alone", Web.PHP_ALONE),
                on("all is well, Apache", Web.APACHE),
                on("all is well, nginx", Web.NGINX),
                on("all is well, without a report from here", Web.PHP_ALONE).alone(),
                on("all is well, TLS from the start", Web.PHP_ALONE).options("--port", "465", "--security", "tls"),
                on("the plugin's file, asked over the web", Web.APACHE).form("wordpress"),
                on("the shell form", Web.PHP_ALONE).form("shell"),
                on("mail ports are silent", Web.PHP_ALONE).rules(OUT + "tcp dport {25,465,587} drop; }")
                        .expect("hosting", "connect", "port.blocked_by_hosting").saying("587", WebsiteLab.HOST, "From another line"),
                on("mail ports are silent, without a report from here", Web.PHP_ALONE).alone().rules(OUT + "tcp dport {25,465,587} drop; }")
                        .expect("hosting", "", "port.blocked_by_hosting").saying("587"),
                on("mail ports are silent to the web's user alone", Web.APACHE).rules(OUT + web + "{25,465,587} drop; }")
                        .expect("hosting", "connect", "port.blocked_by_hosting").saying("587"),
                on("mail ports are silent, seen by the shell form", Web.PHP_ALONE).form("shell").rules(OUT
                        + "tcp dport {25,465,587} drop; }")
                        .expect("hosting", "connect", "port.blocked_by_hosting").saying("587"),
                on("one port is silent, another one is left", Web.NGINX).rules(OUT + web + "587 drop; }")
                        .expect("hosting", "connect", "port.blocked_by_hosting").saying("465"),
                on("mail ports are rejected by reset", Web.APACHE).rules(OUT + web + "{25,465,587} reject with tcp reset; }")
                        .expect("hosting", "connect", "port.blocked_by_hosting").saying("587"),
                on("mail ports are rejected by word", Web.NGINX).rules(OUT + web + "{25,465,587} reject with icmp type admin-prohibited; }")
                        .expect("hosting", "connect", "port.blocked_by_hosting").saying("587"),
                on("redirected to the own server, as cPanel does", Web.APACHE).rules(NAT + web + "{25,465,587} redirect; }")
                        .expect("hosting", "connect", "port.blocked_by_hosting").saying(OWN_NAME, "SMTP restriction"),
                on("redirected with TLS from the start", Web.NGINX).rules(NAT + web + "{25,465,587} redirect; }")
                        .options("--port", "465", "--security", "tls")
                        .expect("hosting", "connect", "port.blocked_by_hosting").saying(OWN_NAME),
                on("redirected, without a report from here", Web.PHP_ALONE).alone().rules(NAT + web + "{25,465,587} redirect; }")
                        .expect("hosting", "", "port.blocked_by_hosting").saying(OWN_NAME),
                on("redirected, seen by cURL alone", Web.PHP_ALONE).php("disable_functions=stream_socket_client,fsockopen")
                        .rules(NAT + web + "{25,465,587} redirect; }").warn("app.config_error")
                        .expect("hosting", "connect", "port.blocked_by_hosting").saying(OWN_NAME),
                on("the name is not known there", Web.PHP_ALONE).bend(lab -> lab.siteKnows("203.0.113.31 other0.test"))
                        .expect("hosting", "dns", "dns.resolver_broken"),
                on("the name leads elsewhere there", Web.PHP_ALONE).bend(lab -> lab.siteKnows("203.0.113.99 " + WebsiteLab.HOST,
                        "203.0.113.31 other0.test", "203.0.113.32 other1.test")).expect("hosting", "dns", "dns.answer_differs"),
                on("IPv6 works in both places", Web.PHP_ALONE).host("ipv6"),
                on("IPv6 leads nowhere there alone", Web.PHP_ALONE).host("ipv6").rules(OUT + "meta nfproto ipv6 tcp dport 1-65535 drop; }")
                        .warn("network.ipv6_broken"),
                on("the server shuts that one address out", Web.PHP_ALONE).bend(lab -> lab.netRules(
                        "chain in { type filter hook input priority 0; ip saddr " + WebsiteLab.SITE + " ip daddr " + WebsiteLab.MAIL
                                + " drop; }")).expect("mail_provider", "connect", "tcp.timeout"),
                on("the server turns that one address away", Web.PHP_ALONE).host("turns away")
                        .expect("mail_provider", "greeting", "smtp.rejected_by_server"),
                on("the server has that one address on a list", Web.PHP_ALONE).host("listed")
                        .expect("mail_provider", "greeting", "smtp.rejected_by_server"),
                on("the certificate is bad for everybody", Web.PHP_ALONE).host("self-signed").expect("mail_provider", "",
                        "tls.cert_untrusted"),
                on("PHP does not know the authority", Web.PHP_ALONE).php("openssl.cafile=/etc/ssl/certs/ca-certificates.crt")
                        .expect("hosting", "encrypt", "app.config_error").saying("authorities"),
                on("PHP is too old for the server's TLS", Web.PHP_ALONE).host("new keys").bend(lab -> lab.phpAlone(List.of(),
                        "OPENSSL_CONF=" + lab.openSsl("client", "P-521"))).expect("hosting", "encrypt", "app.config_error")
                                .saying("OpenSSL"),
                off("one function is off", "stream_socket_client").warn("app.config_error"),
                off("only cURL is left", "stream_socket_client", "fsockopen").warn("app.config_error"),
                off("only sockets are left", "stream_socket_client", "fsockopen", "curl_init").warn("app.config_error"),
                off("no function is left", "stream_socket_client", "fsockopen", "curl_init", "socket_create")
                        .expect("hosting", "settings", "app.config_error").saying("stream_socket_client"),
                on("PHP may not leave its folder", Web.PHP_ALONE).bend(lab -> lab.phpAlone(List.of("openssl.cafile=" + lab.authority.root(),
                        "open_basedir=" + lab.folder.path()))));
    }

    @TestFactory
    Stream<DynamicTest> theWebsitesOwnView() {
        String only = System.getProperty("website.only", "");
        List<Scenario> all = scenarios().stream().map(Given::end).toList();
        assertTrue(all.size() >= 24, all.size() + " scenarios");
        return all.stream().filter(each -> each.name().contains(only)).map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each)));
    }

    private static void check(Scenario scenario) throws IOException {
        String at = "@" + WebsiteLab.SITE + "=";
        String door = switch (scenario.state()) {
            case "turns away" -> "starttls" + at + "554 5.3.2 No service for you here";
            case "listed" -> "starttls" + at + "554 5.7.1 Service unavailable; client [10.99.1.2] blocked using zen.spamhaus.org";
            default -> "starttls";
        };
        Path shown = scenario.state().equals("self-signed") ? lab.authority.selfSigned(WebsiteLab.HOST) : identity;
        lab.reset(scenario.state().equals("ipv6"), door, "tls", shown, scenario.state().equals("new keys") ? "X25519" : "");
        Path here = scenario.compared() ? here(scenario) : null;
        if (scenario.web() == Web.PHP_ALONE) {
            List<String> settings = new ArrayList<>(scenario.php());
            if (settings.stream().noneMatch(each -> each.startsWith("openssl.cafile"))) {
                settings.add("openssl.cafile=" + lab.authority.root());
            }
            lab.phpAlone(settings);
        }
        var probe = lab.place(scenario.form(), "p" + Math.abs(scenario.name().hashCode()) + ".php", scenario.options()
                .toArray(String[]::new));
        scenario.bend().to(lab);
        String printed = scenario.form().equals("shell") ? lab.run(probe) : lab.ask(scenario.web(), probe);
        record(scenario, printed, here);
        var read = lab.read(printed, here);
        assertTrue(read.exit() <= 1 || read.exit() == 3, () -> read.exit() + ": " + read.err() + "\n" + printed);
        JsonNode report = read.report();
        assertAll(scenario.name() + "\n" + printed,
                () -> assertEquals(scenario.codes(), codes(report, "diagnoses")),
                () -> assertEquals(scenario.warnings(), codes(report, "warnings")),
                () -> assertEquals(scenario.codes().isEmpty() ? 0 : 1, read.exit()),
                () -> assertEquals(scenario.party(), report.at("/diagnoses/0/party").asString("")),
                () -> assertEquals(scenario.parting(), report.at("/parting/stage").asString("")),
                () -> assertEquals(scenario.compared(), report.has("parting")),
                () -> report.path("evidence").forEach(each -> assertTrue(each.path("vantage").asString("").matches("here|website"))),
                () -> scenario.said().forEach(word -> assertTrue(report.at("/diagnoses/0/letter").asString("").contains(word)
                        || report.at("/diagnoses/0/summary").asString("").contains(word)
                        || report.at("/diagnoses/0/steps").toString().contains(word), "says nothing of " + word)));
    }

    /// Keeps what was seen, for the tests that need no laboratory: `-Dwebsite.record=FOLDER`.
    private static void record(Scenario scenario, String printed, Path here) throws IOException {
        String folder = System.getProperty("website.record", "");
        if (!folder.isEmpty()) {
            Path into = Files.createDirectories(Path.of(folder));
            String name = scenario.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
            Files.writeString(into.resolve(name + ".json"), printed);
            if (here != null) {
                Files.copy(here, into.resolve(name + ".here.json"));
            }
            Files.write(into.resolve("root.pem"), Files.readAllBytes(lab.authority.root()));
        }
    }

    private static Path here(Scenario scenario) throws IOException {
        String key = scenario.state() + scenario.options();
        if (!SEEN_HERE.containsKey(key)) {
            Path report = lab.here(scenario.options().toArray(String[]::new));
            SEEN_HERE.put(key, Files.copy(report, lab.folder.resolve("here" + SEEN_HERE.size() + ".json")));
        }
        return SEEN_HERE.get(key);
    }

    private static List<String> codes(JsonNode report, String list) {
        var codes = new ArrayList<String>();
        report.path(list).forEach(one -> codes.add(one.path("code").asString()));
        return codes;
    }
}
