package org.mailmedic.monitor.exporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.advice.EnglishWords;
import org.mailmedic.advice.Language;
import org.mailmedic.checkup.UsualCheckup;
import org.mailmedic.monitor.batch.BatchWords;
import org.mailmedic.monitor.batch.FleetServer;
import org.mailmedic.monitor.batch.FleetServer.Temper;
import org.mailmedic.monitor.batch.Unfit;
import org.mailmedic.plan.Options;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;

/// A whole exporter on loopback, asked as Prometheus asks.
@Timeout(60)
final class ExporterTest {
    private static final Settings USUAL = Settings.of("").withSecurity(Security.NONE).allowingPlaintextPassword();
    private static final Options QUICK = Options.usual().withProfile(Options.Profile.QUICK).withTimeout(Duration.ofSeconds(20));
    private final HttpClient client = HttpClient.newHttpClient();
    @TempDir
    private Path folder;

    private static Exporter exporter(String targets, boolean any, int most, Optional<Path> web,
            Optional<LogCounts> logs) throws IOException, Unfit {
        KnownTargets known = targets.isEmpty() ? KnownTargets.none(any, USUAL, QUICK)
            : KnownTargets.read(new ByteArrayInputStream(targets.getBytes(StandardCharsets.UTF_8)), any, USUAL, QUICK);
        return Exporter.start(new Exporter.Manner(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), most, web),
                UsualCheckup.forMany(Locale.ENGLISH), known,
                logs, Locale.ENGLISH, Map.of("PW", "right", "OLD", "wrong")::get);
    }

    private static Exporter exporter(String targets, boolean any) throws IOException, Unfit {
        return exporter(targets, any, 10, Optional.empty(), Optional.empty());
    }

    private static HttpRequest.Builder request(Exporter exporter, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + exporter.address().getPort() + path));
    }

    private HttpResponse<String> get(Exporter exporter, String path) throws IOException, InterruptedException {
        return client.send(request(exporter, path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String line(String id, String host, int port, String more) {
        return "{\"id\":\"" + id + "\",\"host\":\"" + host + "\",\"port\":" + port + more + "}\n";
    }

    @Test
    void aTargetByItsName() throws IOException, Unfit, InterruptedException {
        try (var server = FleetServer.start(0, Map.of("127.1.1.2", Temper.REFUSES));
             var exporter = exporter(line("fine", "127.1.1.1", server.port(), ",\"user\":\"u\",\"password_env\":\"PW\"")
                + line("no", "127.1.1.2", server.port(), ""), false)) {
            var fine = get(exporter, "/probe?target=fine&module=full");
            assertEquals(200, fine.statusCode());
            assertTrue(fine.body().contains("mailmedic_probe_success 1.0\n"), fine.body());
            assertTrue(fine.body().matches("(?s).*mailmedic_stage_duration_seconds\\{stage=\"sign_in\"} [0-9.E-]+\n.*"), fine.body());
            assertTrue(fine.body().contains("# TYPE mailmedic_probe_duration_seconds gauge"), fine.body());
            assertFalse(fine.body().contains("mailmedic_finding{"), fine.body());
            var no = get(exporter, "/probe?target=no");
            assertTrue(no.body().contains("mailmedic_probe_success 0.0\n"), no.body());
            assertTrue(no.body().contains("mailmedic_finding{code=\"smtp.rejected_by_server\",party=\"mail_provider\","
                + "stage=\"greeting\"} 1.0\n"), no.body());
            var advice = get(exporter, "/advice?target=no").body();
            assertTrue(advice.contains("smtp.rejected_by_server") && advice.contains("<ol><li>"), advice);
        }
    }

    @Test
    void openMetricsWhereItIsAskedFor() throws IOException, Unfit, InterruptedException {
        try (var exporter = exporter("", true)) {
            var answer = client.send(request(exporter, "/metrics")
                    .header("Accept", "application/openmetrics-text;version=1.0.0,text/plain;q=0.5").build(),
                    HttpResponse.BodyHandlers.ofString());
            assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/openmetrics-text"));
            assertTrue(answer.body().endsWith("# EOF\n") && answer.body().contains("mailmedic_build_info{"), answer.body());
        }
    }

    @Test
    void signInDataIsTakenByNameAlone() throws IOException, Unfit, InterruptedException {
        try (var server = FleetServer.start(0, Map.of());
             var exporter = exporter(line("fine", "127.1.2.1", server.port(), ",\"user\":\"u\",\"password_env\":\"PW\""), false)) {
            assertEquals(200, get(exporter, "/probe?target=127.1.2.1:" + server.port()).statusCode());
            assertEquals(List.of(), server.signIns());
            assertEquals(403, get(exporter, "/probe?target=127.1.2.2:" + server.port()).statusCode());
            assertEquals(0, server.visits("127.1.2.2"));
            assertEquals(200, get(exporter, "/probe?target=fine&user=other&password_env=OLD").statusCode());
            assertEquals(List.of("127.1.2.1 u right"), server.signIns());
        }
    }

    @Test
    void aListedHostIsProbedAsItsLineSays() throws IOException, Unfit {
        String list = line("one", "Mail.example.", 2525, ",\"security\":\"tls\",\"timeout\":3,\"user\":\"u\",\"password_env\":\"PW\"")
                + line("two", "mail.example", 26, ",\"security\":\"none\"");
        var known = KnownTargets.read(new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)), false, Settings.of(""), QUICK);
        var one = known.find("mail.example:2525").orElseThrow();
        assertEquals(Security.TLS, one.settings().security());
        assertEquals(Duration.ofSeconds(3), one.options().timeout());
        assertEquals(new Login.None(), one.settings().login());
        assertEquals(Optional.empty(), one.secret());
        assertEquals(Security.NONE, known.find("mail.example:26").orElseThrow().settings().security());
        assertEquals(2525, known.find("mail.example").orElseThrow().settings().effectivePort());
        var other = known.find("mail.example:587").orElseThrow();
        assertEquals(Security.AUTO, other.settings().security());
        assertEquals(587, other.settings().effectivePort());
        assertEquals(Optional.empty(), known.find("other.example:2525"));
    }

    @Test
    void otherHostsOnlyWhereThatIsAllowed() throws IOException, Unfit, InterruptedException {
        try (var server = FleetServer.start(0, Map.of()); var exporter = exporter("", true)) {
            assertTrue(get(exporter, "/probe?target=127.1.3.1:" + server.port()).body().contains("mailmedic_probe_success 1.0"));
        }
    }

    @Test
    void aWrongPasswordIsNotTriedAtEveryScrape() throws IOException, Unfit, InterruptedException {
        try (var server = FleetServer.start(0, Map.of("127.1.4.1", Temper.WRONG_PASSWORD, "127.1.4.2", Temper.LOCKED_OUT));
             var exporter = exporter(line("old", "127.1.4.1", server.port(), ",\"user\":\"u\",\"password_env\":\"OLD\"")
                + line("locked", "127.1.4.2", server.port(), ",\"user\":\"u\",\"password_env\":\"PW\""), false)) {
            for (int scrape = 0; scrape < 3; scrape++) {
                String old = get(exporter, "/probe?target=old").body();
                assertTrue(old.contains("mailmedic_finding{code=\"auth.bad_credentials\"") && old.contains("mailmedic_probe_success 0.0"),
                        old);
                String locked = get(exporter, "/probe?target=locked").body();
                assertTrue(locked.contains("mailmedic_finding{code=\"auth.too_many_attempts\"")
                        && locked.contains("mailmedic_probe_success 0.0"), locked);
            }
            assertEquals(2, server.signIns().size(), server.signIns()::toString);
        }
    }

    @Test
    void theScrapesOwnTimeIsKept() throws IOException, Unfit, InterruptedException {
        try (var server = FleetServer.start(0, Map.of("127.1.5.1", Temper.SILENT));
             var exporter = exporter(line("silent", "127.1.5.1", server.port(), ",\"timeout\":60"), false)) {
            var answer = client.send(request(exporter, "/probe?target=silent").header("X-Prometheus-Scrape-Timeout-Seconds", "1.5")
                    .timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("mailmedic_probe_success 0.0"), answer.body());
            assertTrue(answer.body().contains("code=\"smtp.greeting_timeout\""), answer.body());
        }
    }

    @Test
    void noMoreProbesThanAllowedAndOneForAllWhoAskTheSame() throws IOException, Unfit, InterruptedException {
        try (var server = FleetServer.start(0, Map.of("127.1.6.1", Temper.SILENT));
             var exporter = exporter(line("silent", "127.1.6.1", server.port(), ",\"timeout\":6")
                     + line("fine", "127.1.6.2", server.port(), ""), false, 1, Optional.empty(),
                    Optional.empty())) {
            CompletableFuture<HttpResponse<String>> first = client.sendAsync(request(exporter, "/probe?target=silent").build(),
                    HttpResponse.BodyHandlers.ofString());
            while (server.visits("127.1.6.1") == 0) {
                Thread.onSpinWait();
            }
            CompletableFuture<HttpResponse<String>> second = client.sendAsync(request(exporter, "/probe?target=silent").build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(503, get(exporter, "/probe?target=fine").statusCode());
            assertEquals(first.join().body(), second.join().body());
            assertEquals(1, server.visits("127.1.6.1"));
            assertEquals(200, get(exporter, "/probe?target=fine").statusCode());
        }
    }

    @Test
    void whatCannotBeAnswered() throws IOException, Unfit, InterruptedException {
        try (var exporter = exporter(line("secret", "127.1.7.1", 1, ",\"user\":\"u\",\"password_file\":\"/no/such\""), false)) {
            assertEquals(400, get(exporter, "/probe").statusCode());
            assertEquals(400, get(exporter, "/probe?target=").statusCode());
            assertEquals(400, get(exporter, "/probe?target=secret&module=deep").statusCode());
            assertEquals(500, get(exporter, "/probe?target=secret").statusCode());
            assertEquals(403, get(exporter, "/probe?target=" + URLEncoder.encode("%zz\n<b>", StandardCharsets.UTF_8)).statusCode());
            assertEquals(404, get(exporter, "/no/such").statusCode());
            assertEquals(405, client.send(request(exporter, "/metrics").POST(HttpRequest.BodyPublishers.ofString("x")).build(),
                    HttpResponse.BodyHandlers.ofString()).statusCode());
            String page = get(exporter, "/advice?target=" + URLEncoder.encode("<script>alert(1)</script>", StandardCharsets.UTF_8)).body();
            assertFalse(page.contains("<script>"), page);
        }
    }

    @Test
    void healthAndWhatIsWhere() throws IOException, Unfit, InterruptedException {
        try (var exporter = exporter("", false)) {
            assertEquals(200, get(exporter, "/-/healthy").statusCode());
            assertEquals(200, get(exporter, "/-/ready").statusCode());
            String front = get(exporter, "/").body();
            for (String path : List.of("/probe", "/metrics", "/-/healthy", "/-/ready")) {
                assertTrue(front.contains(path), front);
            }
            assertTrue(get(exporter, "/metrics").body().contains("mailmedic_build_info{"));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void itsAnswersAreInTheLanguageThatWasChosen(Language language) throws IOException, Unfit, InterruptedException {
        var manner = new Exporter.Manner(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, Optional.empty());
        try (var exporter = Exporter.start(manner, UsualCheckup.forMany(language.locale()), KnownTargets.none(false, USUAL, QUICK),
                Optional.empty(), language.locale(), _ -> null)) {
            var refused = client.send(request(exporter, "/probe").DELETE().build(), HttpResponse.BodyHandlers.ofString());
            assertEquals(405, refused.statusCode());
            assertEquals("GET, HEAD", refused.headers().firstValue("Allow").orElse(""));
            assertTrue(refused.body().contains("GET"), refused.body());
            List<String> all = new ArrayList<>(List.of(refused.body()));
            for (String path : List.of("/no/such", "/-/healthy", "/-/ready", "/probe", "/probe?target=a", "/", "/advice?target=a")) {
                all.add(get(exporter, path).body());
            }
            for (String said : all) {
                assertFalse(said.isBlank());
                if (language != Language.ENGLISH) {
                    assertEquals(List.of(), EnglishWords.in(said, language), said);
                }
            }
        }
    }

    @Test
    void onlyWhoSignsInIsAnswered() throws IOException, Unfit, InterruptedException {
        String hash = BCrypt.withDefaults().hashToString(4, "let me in".toCharArray());
        Path web = Files.writeString(folder.resolve("web.yml"), "# who\nbasic_auth_users:\n  'prometheus': \"" + hash + "\" # one\n");
        try (var exporter = exporter("", false, 1, Optional.of(web), Optional.empty())) {
            assertEquals(401, get(exporter, "/metrics").statusCode());
            assertEquals(401, get(exporter, "/-/healthy").statusCode());
            for (String who : List.of("prometheus:wrong", "nobody:let me in", "prometheus:")) {
                assertEquals(401, as(exporter, who).statusCode());
            }
            assertEquals(200, as(exporter, "prometheus:let me in").statusCode());
            assertEquals(200, as(exporter, "prometheus:let me in").statusCode());
        }
    }

    private HttpResponse<String> as(Exporter exporter, String who) throws IOException, InterruptedException {
        String token = Base64.getEncoder().encodeToString(who.getBytes(StandardCharsets.UTF_8));
        return client.send(request(exporter, "/metrics").header("Authorization", "Basic " + token).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void itsOwnCertificate() throws Exception {
        Path store = folder.resolve("store.p12");
        var keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias",
                "a", "-keyalg", "EC", "-groupname",
                "secp256r1", "-dname", "CN=exporter", "-ext", "SAN=IP:127.0.0.1", "-storetype", "PKCS12", "-keystore", store.toString(),
                        "-storepass", "changeit").start();
        assertEquals(0, keytool.waitFor());
        var keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        Files.writeString(folder.resolve("cert.pem"), pem("CERTIFICATE", keys.getCertificate("a").getEncoded()));
        Files.writeString(folder.resolve("key.pem"), pem("PRIVATE KEY", keys.getKey("a", "changeit".toCharArray()).getEncoded()));
        Path web = Files.writeString(folder.resolve("web.yml"), "tls_server_config:\n  cert_file: cert.pem\n  key_file: key.pem\n");
        var trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("a", keys.getCertificate("a"));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trust);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        try (var exporter = exporter("", false, 1, Optional.of(web), Optional.empty());
             var secure = HttpClient.newBuilder().sslContext(context).build()) {
            var answer = secure.send(HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + exporter.address().getPort()
                    + "/-/healthy")).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode());
        }
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + kind
                + "-----\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour: red\n", "tls_server_config:\n  cert_file: a\n",
            "tls_server_config:\n  cert_file: a\n  key_file: b\n", "basic_auth_users:\n  a: plain\n",
        "tls_server_config:\n  client_auth_type: x\n", "basic_auth_users:\n  a: \"x\n", "basic_auth_users: [a]\n", "no colon\n",
                "  a: b\n", "http_server_config:\n  http2: true\n"})
    void webConfigurationsThatCannotBeUsed(String text) throws IOException {
        Path web = Files.writeString(folder.resolve("web.yml"), text);
        Unfit trouble = assertThrows(Unfit.class, () -> exporter("", false, 1, Optional.of(web), Optional.empty()).close());
        String sentence = new BatchWords(Locale.ENGLISH).sentence(trouble);
        assertFalse(sentence.startsWith("unfit.") || sentence.contains("plain"), sentence);
    }

    @Test
    void whatTheLogsSay() throws IOException, Unfit, InterruptedException {
        LogCounts logs = () -> new LogCounts.State(List.of(new LogCounts.Result("sent", "", "gmail", 7),
                new LogCounts.Result("deferred", "send.greylisted", "gmail", 2)),
            List.of(new LogCounts.Delays("connecting", List.of(0.1, 1.0), List.of(3L, 8L), 9, 12.5)), OptionalLong.of(4711), 100, 5,
            Map.of(Path.of("/var/log/mail.log"), true, Path.of("/var/log/gone.log"), false));
        try (var exporter = exporter("", false, 1, Optional.empty(), Optional.of(logs))) {
            String all = get(exporter, "/metrics").body();
            assertTrue(all.contains("mailmedic_log_messages_total{code=\"send.greylisted\",provider=\"gmail\",result=\"deferred\"} 2.0"),
                    all);
            assertTrue(all.contains("mailmedic_log_delay_seconds_bucket{phase=\"connecting\",le=\"1.0\"} 8\n"), all);
            assertTrue(all.contains("mailmedic_log_delay_seconds_bucket{phase=\"connecting\",le=\"+Inf\"} 9\n"), all);
            assertTrue(all.contains("mailmedic_log_delay_seconds_sum{phase=\"connecting\"} 12.5"), all);
            assertTrue(all.contains("mailmedic_log_oldest_waiting_seconds 4711.0"), all);
            assertTrue(all.contains("mailmedic_log_lines_total{understood=\"false\"} 5.0"), all);
            assertTrue(all.contains("mailmedic_log_readable{log=\"/var/log/mail.log\"} 1.0\n"), all);
            assertTrue(all.contains("mailmedic_log_readable{log=\"/var/log/gone.log\"} 0.0\n"), all);
        }
    }

    @Test
    void noLogCanDriveUpTheNumberOrTheLengthOfLabels() {
        var metrics = new LogMetrics();
        for (int scrape = 0; scrape < 3; scrape++) {
            int from = scrape * 500;
            var results = IntStream.range(from, from + 500)
                    .mapToObj(i -> new LogCounts.Result("bounced", "send.policy_rejected", "p" + i + "\n\"}\u202e" + "x".repeat(1_000),
                            1)).toList();
            var snapshot = metrics.of(new LogCounts.State(results, List.of(), OptionalLong.empty(), 0, 0, Map.of())).getFirst();
            assertTrue(snapshot.getDataPoints().size() <= LogMetrics.MOST_PROVIDERS + 1, "series: " + snapshot.getDataPoints().size());
            assertTrue(snapshot.getDataPoints().stream().allMatch(point -> point.getLabels().get("provider").length() <= 61));
            assertTrue(snapshot.getDataPoints().stream().anyMatch(point -> "other".equals(point.getLabels().get("provider"))));
        }
    }
}
