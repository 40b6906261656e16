package org.mailmedic.monitor.exporter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.mailmedic.checkup.Checkup;
import org.mailmedic.monitor.batch.BatchWords;
import org.mailmedic.monitor.batch.Target;
import org.mailmedic.monitor.batch.Unfit;
import org.mailmedic.plan.Options;
import org.mailmedic.product.Product;

/// Answers Prometheus over HTTP: probes a target when scraped, in the multi-target form, and tells what the mail logs say.
///
/// It runs on its own virtual threads from [#start] to [#close].
public final class Exporter implements AutoCloseable {
    /// What a scrape may last when nobody says; Prometheus' own usual value.
    private static final Duration USUAL_SCRAPE = Duration.ofSeconds(10);
    /// Kept of the scrape's time for the way there and back.
    private static final Duration ON_THE_WAY = Duration.ofMillis(500);
    private static final Duration LONGEST_SCRAPE = Duration.ofMinutes(5);
    private static final Duration SHORTEST_SCRAPE = Duration.ofMillis(200);
    private static final int BACKLOG = 256;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Prober prober;
    private final KnownTargets targets;
    private final Optional<LogCounts> logs;
    private final LogMetrics logMetrics = new LogMetrics();
    private final BatchWords words;
    private final Pages pages;
    private final ExpositionFormats formats = ExpositionFormats.init();

    private Exporter(HttpServer server, Prober prober, KnownTargets targets, Optional<LogCounts> logs, Locale language) {
        this.server = server;
        this.prober = prober;
        this.targets = targets;
        this.logs = logs;
        this.words = new BatchWords(language);
        this.pages = new Pages(language);
    }

    /// How it answers.
    ///
    /// @param listen    where
    /// @param maxProbes at once
    /// @param webConfig a web configuration file in Prometheus' style, for TLS and sign-in
    public record Manner(InetSocketAddress listen, int maxProbes, Optional<Path> webConfig) {}

    /// Listens when this returns.
    ///
    /// @param checkup     made for many
    /// @param logs        what the followed mail logs say, if any are
    /// @param environment the value of a variable, null where it is not set
    /// @throws Unfit when the web configuration cannot be used
    /// @throws IOException when it cannot listen there
    public static Exporter start(Manner manner, Checkup checkup, KnownTargets targets, Optional<LogCounts> logs, Locale language,
            Function<String, String> environment) throws IOException, Unfit {
        WebConfig web = manner.webConfig().isPresent() ? WebConfig.read(manner.webConfig().get()) : WebConfig.none();
        HttpServer server;
        if (web.tls().isPresent()) {
            var context = ServerTls.context(web.tls().get());
            HttpsServer secure = HttpsServer.create(manner.listen(), BACKLOG);
            secure.setHttpsConfigurator(new HttpsConfigurator(context));
            server = secure;
        } else {
            server = HttpServer.create(manner.listen(), BACKLOG);
        }
        var exporter = new Exporter(server, new Prober(checkup, manner.maxProbes(), environment), targets, logs, language);
        server.setExecutor(exporter.threads);
        var everything = server.createContext("/", exporter::answer);
        if (!web.users().isEmpty()) {
            everything.setAuthenticator(new Doorman(web.users()));
        }
        server.start();
        return exporter;
    }

    public InetSocketAddress address() {
        return server.getAddress();
    }

    /// Ends it at once.
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                text(exchange, 405, pages.sentence("http.method"));
                return;
            }
            switch (exchange.getRequestURI().getPath()) {
                case "/" -> html(exchange, pages.front(targets.names().size(), logs.isPresent()));
                case "/-/healthy" -> text(exchange, 200, pages.sentence("http.healthy"));
                case "/-/ready" -> text(exchange, 200, pages.sentence("http.ready"));
                case "/metrics" -> metrics(exchange, own());
                case "/probe" -> probe(exchange, query(exchange));
                case "/advice" -> advice(exchange, query(exchange));
                case null, default -> text(exchange, 404, pages.sentence("http.nothing"));
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException bug) {
            System.getLogger(Exporter.class.getName()).log(System.Logger.Level.ERROR, "a request met a bug", bug);
            throw bug;
        }
    }

    private MetricSnapshots own() {
        List<MetricSnapshot> all = new ArrayList<>();
        all.add(InfoSnapshot.builder().name("mailmedic_build").help("This program.")
                .dataPoint(InfoDataPointSnapshot.builder()
                        .labels(Labels.of("version", Product.version(), "java", Runtime.version().toString())).build()).build());
        logs.ifPresent(counts -> all.addAll(logMetrics.of(counts.now())));
        return new MetricSnapshots(all);
    }

    private void probe(HttpExchange exchange, Map<String, String> query) throws IOException, InterruptedException {
        String asked = query.getOrDefault("target", "");
        if (asked.isBlank()) {
            text(exchange, 400, words.sentence(Unfit.of("probe_no_target")));
            return;
        }
        Optional<Options.Profile> module;
        switch (query.getOrDefault("module", "").toLowerCase(Locale.ROOT)) {
            case "" -> module = Optional.empty();
            case "quick" -> module = Optional.of(Options.Profile.QUICK);
            case "full" -> module = Optional.of(Options.Profile.FULL);
            default -> {
                text(exchange, 400, words.sentence(Unfit.of("probe_module")));
                return;
            }
        }
        Optional<Target.Server> target = targets.find(asked);
        if (target.isEmpty()) {
            text(exchange, 403, words.sentence(Unfit.of("probe_unknown")));
            return;
        }
        switch (prober.probe(target.get(), module, patience(exchange))) {
            case Prober.Answer.Done(var probed) -> metrics(exchange, ProbeMetrics.of(probed));
            case Prober.Answer.TooMany() -> {
                exchange.getResponseHeaders().set("Retry-After", "5");
                text(exchange, 503, words.sentence(Unfit.of("probe_too_many")));
            }
            case Prober.Answer.Unusable(var why) -> text(exchange, 500, words.sentence(why));
            case Prober.Answer.TooLate() -> text(exchange, 504, words.sentence(Unfit.of("probe_late")));
            case Prober.Answer.Broke(var bug) -> text(exchange, 500, words.broke(bug));
        }
    }

    /// The scrape's own time-out, less a moment.
    private static Duration patience(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("X-Prometheus-Scrape-Timeout-Seconds");
        Duration scrape = USUAL_SCRAPE;
        try {
            double seconds = header == null || header.length() > 20 ? -1 : Double.parseDouble(header);
            scrape = seconds > 0 && seconds <= LONGEST_SCRAPE.toSeconds() ? Duration.ofMillis((long) (seconds * 1000)) : scrape;
        } catch (NumberFormatException noNumber) {
            // as if nothing was said
        }
        Duration left = scrape.minus(ON_THE_WAY);
        return left.compareTo(SHORTEST_SCRAPE) < 0 ? SHORTEST_SCRAPE : left;
    }

    private void advice(HttpExchange exchange, Map<String, String> query) throws IOException {
        String asked = query.getOrDefault("target", "");
        html(exchange, pages.advice(asked, prober.advice(asked)));
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> values = new HashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&", 20)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    private void metrics(HttpExchange exchange, MetricSnapshots snapshots) throws IOException {
        var writer = formats.findWriter(exchange.getRequestHeaders().getFirst("Accept"));
        var body = new ByteArrayOutputStream();
        writer.write(body, snapshots);
        send(exchange, 200, writer.getContentType(), body.toByteArray());
    }

    private static void text(HttpExchange exchange, int status, String sentence) throws IOException {
        send(exchange, status, "text/plain; charset=utf-8", (sentence + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void html(HttpExchange exchange, String page) throws IOException {
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        send(exchange, 200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
