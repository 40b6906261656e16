package org.mailmedic.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// WordPress itself on PHP's own server, on loopback, with a database that is a file. It says all that it has to complain about, and
/// reaches nobody.
final class WordPress implements AutoCloseable {
    /// Put there by `.ci/run`.
    static final Path BUILDS = Path.of("target", "wordpress");

    private static final Path SQLITE = BUILDS.resolve("sqlite-database-integration.zip");
    private static final String KEYS = "array('AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT',"
            + " 'LOGGED_IN_SALT', 'NONCE_SALT')";

    private final Path root;
    private final String address;
    private final Process server;

    /// An answer, and how it came.
    record Page(int status, String text) {
        /// What stands between the one and the other.
        String between(String before, String after) {
            int from = text.indexOf(before);
            assertTrue(from >= 0, () -> "no " + before + " in " + text);
            return text.substring(from + before.length(), text.indexOf(after, from + before.length()));
        }

        /// The value of the first field of that name in a form.
        String field(String name) {
            var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(text);
            assertTrue(found.find(), () -> "no field " + name + " in " + text);
            return found.group(1);
        }
    }

    private WordPress(Path root, String address, Process server) {
        this.root = root;
        this.address = address;
        this.server = server;
    }

    static boolean there() {
        return Files.isRegularFile(SQLITE) && Command.of("php", "-m").run().out().contains("pdo_sqlite");
    }

    static WordPress start(String build, Path root) throws IOException {
        Files.createDirectories(root);
        Command.of("unzip", "-q", BUILDS.resolve(build + ".zip"), "-d", root).succeed();
        Path content = root.resolve("wp-content");
        Command.of("unzip", "-q", SQLITE, "-d", content).succeed();
        Files.writeString(content.resolve("db.php"), "<?php define('DB_ENGINE', 'sqlite'); define('DATABASE_TYPE', 'sqlite');"
                + " require __DIR__ . '/sqlite-database-integration-main/wp-includes/sqlite/db.php';");
        int port;
        try (var any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = any.getLocalPort();
        }
        String address = "http://127.0.0.1:" + port;
        Files.writeString(root.resolve("wp-config.php"), """
                <?php
                foreach (array('DB_NAME' => 'w', 'DB_USER' => '', 'DB_PASSWORD' => '', 'DB_HOST' => '', 'DB_CHARSET' => 'utf8',
                    'DB_COLLATE' => '', 'WP_HOME' => '%1$s', 'WP_SITEURL' => '%1$s', 'WP_DEBUG' => true, 'WP_DEBUG_LOG' => true,
                    'WP_DEBUG_DISPLAY' => true, 'WP_HTTP_BLOCK_EXTERNAL' => true, 'DISABLE_WP_CRON' => true) as $name => $value) {
                    define($name, $value);
                }
                foreach (%2$s as $name) {
                    define($name, "secret of $name");
                }
                // Site Health of old versions asks it without looking whether this is MySQL.
                function mysql_get_client_info() { return '8.0'; }
                $table_prefix = 'wp_';
                if (!defined('ABSPATH')) {
                    define('ABSPATH', __DIR__ . '/');
                }
                require_once ABSPATH . 'wp-settings.php';
                """.formatted(address, KEYS));
        Process server = Command.of("php", "-d", "opcache.revalidate_freq=0", "-S", "127.0.0.1:" + port, "-t", root).with("PHP_CLI_SERVER_WORKERS", "3")
                .start(root.resolveSibling(root.getFileName() + ".log"));
        Until.isTrue("WordPress listens", () -> listens(port));
        return new WordPress(root, address, server);
    }

    private static boolean listens(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    String address() {
        return address;
    }

    /// Runs PHP in this WordPress, as its own command line tool would, and gives what it prints.
    String run(String php) throws IOException {
        Path script = Files.writeString(root.resolveSibling("run.php"), "<?php $_SERVER['HTTP_HOST'] = '127.0.0.1'; require '"
                + root.toAbsolutePath() + "/wp-load.php'; " + php);
        return Command.of("php", "-d", "display_errors=1", script).succeed();
    }

    /// All that it keeps: tables, options (but for what it only caches), what it means to do later, what it knows of people, every row
    /// that names us, and files.
    Set<String> state() throws IOException {
        String kept = run("""
                global $wpdb;
                foreach ($wpdb->get_col("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'wp_%'") as $t) {
                    echo "table $t\n";
                    foreach ($wpdb->get_results("SELECT * FROM $t", ARRAY_A) as $row) {
                        if (preg_match('/mail.medic/i', implode(' ', $row))) { echo "row $t ", $row['option_name'] ?? '', "\\n"; } }
                }
                foreach ($wpdb->get_col("SELECT option_name FROM wp_options") as $o) {
                    if (strpos($o, '_transient_') === false) { echo "option $o\n"; } }
                foreach (_get_cron_array() as $hooks) { foreach (array_keys($hooks) as $h) { echo "cron $h\n"; } }
                foreach ($wpdb->get_col("SELECT meta_key FROM wp_usermeta") as $m) { echo "person $m\n"; }
                """);
        var state = new TreeSet<String>(kept.lines().toList());
        try (var files = Files.walk(root)) {
            files.map(file -> root.relativize(file).toString())
                    .filter(file -> !file.startsWith("wp-content/database") && !file.endsWith("debug.log"))
                    .forEach(file -> state.add("file " + file));
        }
        return state;
    }

    /// What it and all that runs in it complained about. That nobody can be reached is as it should be, and its database is none of
    /// WordPress' own.
    List<String> complaints() throws IOException {
        Path log = root.resolve("wp-content/debug.log");
        return Files.exists(log) ? Files.readAllLines(log).stream().filter(line -> !line.contains("WordPress.org"))
                .filter(line -> !line.contains("/sqlite-database-integration-main/")).toList() : List.of();
    }

    /// Somebody with a browser.
    final class Visitor implements AutoCloseable {
        private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL).build();

        Visitor() {}

        Visitor(String user, String password) throws IOException {
            get("/wp-login.php");
            assertEquals(200, post("/wp-login.php", Map.of("log", user, "pwd", password, "testcookie", "1")).status());
        }

        Page get(String path) throws IOException {
            return send(to(path).GET());
        }

        Page post(String path, Map<String, String> fields) throws IOException {
            String form = fields.entrySet().stream().map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(),
                    StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
            return send(to(path).header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form)));
        }

        Page upload(String path, Map<String, String> fields, String name, Path file) throws IOException {
            var body = new ByteArrayOutputStream();
            for (var each : fields.entrySet()) {
                body.writeBytes(("--border\r\nContent-Disposition: form-data; name=\"" + each.getKey() + "\"\r\n\r\n" + each.getValue() + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
            body.writeBytes(("--border\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file.getFileName()
                    + "\"\r\nContent-Type: application/zip\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            body.writeBytes(Files.readAllBytes(file));
            body.writeBytes("\r\n--border--\r\n".getBytes(StandardCharsets.UTF_8));
            return send(to(path).header("Content-Type", "multipart/form-data; boundary=border")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
        }

        private HttpRequest.Builder to(String path) {
            return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(40));
        }

        private Page send(HttpRequest.Builder request) throws IOException {
            try {
                var answer = client.send(request.build(), BodyHandlers.ofString());
                return new Page(answer.statusCode(), answer.body());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }

        @Override
        public void close() {
            client.close();
        }
    }

    @Override
    public void close() {
        server.descendants().forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly().onExit().join();
    }
}
