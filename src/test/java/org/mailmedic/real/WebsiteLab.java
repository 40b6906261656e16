package org.mailmedic.real;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mailmedic.cli.CliMain;
import org.mailmedic.cli.Terminal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A website's server, a mail host with other mail servers around it, and somebody's desk: three network namespaces. On the first run web
/// servers with real PHP, as the user `www-data`. Needs root.
final class WebsiteLab implements Closeable {
    static final String HOST = "mail.shop.test";
    static final String SITE = "10.99.1.2";
    static final String MAIL = "203.0.113.25";
    static final String MAIL6 = "2001:db8:25::25";
    private static final List<String> OTHERS = List.of("203.0.113.31", "203.0.113.32");
    private static final List<String> OTHERS6 = List.of("2001:db8:31::31", "2001:db8:32::32");
    private static final int WEB_USER = 33;
    private static final Path FPM = Path.of("/usr/sbin/php-fpm8.2");
    private static final Path APACHE = Path.of("/usr/sbin/apache2");
    private static final Path NGINX = Path.of("/usr/sbin/nginx");

    /// The web servers, and the port of each.
    enum Web {
        PHP_ALONE(8001), APACHE(8002), NGINX(8003);

        private final int port;

        Web(int port) {
            this.port = port;
        }
    }

    final Workshop folder;
    final TestAuthority authority;
    private final Namespace net;
    private final Namespace site;
    private final Namespace home;
    private final Path root;
    private final Path controls;
    private final List<Process> processes = new ArrayList<>();
    private Process alone;
    private Process host;
    private Process others;

    WebsiteLab() throws IOException {
        folder = Workshop.open();
        authority = TestAuthority.create(folder.resolve("certificates"));
        net = Namespace.create("wnet");
        site = Namespace.create("wsite");
        home = Namespace.create("whome");
        cable(site, "site", "10.99.1");
        cable(home, "home", "10.99.2");
        for (String each : Stream.concat(Stream.of(MAIL), OTHERS.stream()).toList()) {
            net.address(each);
        }
        for (String each : Stream.concat(Stream.of(MAIL6), OTHERS6.stream()).toList()) {
            net.command("ip", "address", "add", each + "/128", "dev", "lo", "nodad").succeed();
        }
        site.hosts(names(false).toArray(String[]::new));
        home.hosts(names(false).toArray(String[]::new));
        root = Files.createDirectories(folder.resolve("www"));
        controls = Files.writeString(folder.resolve("controls.json"), controls());
        Files.setPosixFilePermissions(authority.root(), PosixFilePermissions.fromString("rw-r--r--"));
        Command.of("chown", "-R", "www-data:www-data", root).succeed();
        Files.writeString(folder.resolve("mailhost.php"), resource("mailhost.php"));
    }

    static boolean available() {
        return Stream.of(FPM, APACHE, NGINX, Path.of("/usr/bin/php")).allMatch(Files::isExecutable);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = WebsiteLab.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void cable(Namespace to, String name, String net4) {
        String net6 = "fd00:" + net4.substring(net4.lastIndexOf('.') + 1);
        Command.of("ip", "-n", net.name(), "link", "add", name, "type", "veth", "peer", "name", "net", "netns", to.name()).succeed();
        net.command("ip", "address", "add", net4 + ".1/24", "dev", name).succeed();
        net.command("ip", "address", "add", net6 + "::1/64", "dev", name, "nodad").succeed();
        net.command("ip", "link", "set", name, "up").succeed();
        to.command("ip", "address", "add", net4 + ".2/24", "dev", "net").succeed();
        to.command("ip", "address", "add", net6 + "::2/64", "dev", "net", "nodad").succeed();
        to.command("ip", "link", "set", "net", "up").succeed();
        to.command("ip", "route", "add", "default", "via", net4 + ".1").succeed();
        to.command("ip", "-6", "route", "add", "default", "via", net6 + "::1").succeed();
    }

    private static String controls() {
        var tcp = new ArrayList<String>();
        for (int i = 0; i < OTHERS.size(); i++) {
            String name = "other" + i + ".test";
            tcp.add("{\"host\":\"" + name + "\",\"port\":25,\"smtp\":true}");
            tcp.add("{\"host\":\"" + name + "\",\"port\":587,\"smtp\":true}");
            tcp.add("{\"host\":\"" + name + "\",\"port\":465,\"smtp\":true,\"tls\":true}");
            tcp.add("{\"host\":\"" + name + "\",\"port\":443}");
        }
        return "{\"version\":1,\"tcp\":[" + String.join(",", tcp) + "],\"canary\":[{\"host\":\"203.0.113.254\"}]}";
    }

    /// Names as both places know them, unless [#siteKnows] says otherwise.
    private static List<String> names(boolean ipv6) {
        var names = new ArrayList<>(List.of(MAIL + " " + HOST));
        if (ipv6) {
            names.add(MAIL6 + " " + HOST);
        }
        for (int i = 0; i < OTHERS.size(); i++) {
            names.add(OTHERS.get(i) + " other" + i + ".test");
            if (ipv6) {
                names.add(OTHERS6.get(i) + " other" + i + ".test");
            }
        }
        return names;
    }

    /// Everything as it should be: names, rules, the mail host.
    ///
    /// @param groups what the mail host exchanges keys with, as OpenSSL names it; empty for whatever it knows
    void reset(boolean ipv6, String submission, String submissions, Path identity, String groups) throws IOException {
        for (Namespace each : List.of(net, site, home)) {
            each.command("nft", "flush", "ruleset").succeed();
        }
        home.hosts(names(ipv6).toArray(String[]::new));
        site.hosts(names(ipv6).toArray(String[]::new));
        end(host);
        var doors = new ArrayList<String>();
        for (String address : List.of(MAIL, "[" + MAIL6 + "]")) {
            doors.addAll(List.of(address + ":587=" + submission, address + ":465=" + submissions, address + ":25=starttls"));
        }
        host = mailHost("mailhost", identity, "mx." + HOST, groups, doors);
        if (others == null) {
            var more = Stream.concat(OTHERS.stream(), OTHERS6.stream().map(each -> "[" + each + "]")).flatMap(each -> Stream.of(each
                    + ":587=starttls", each + ":465=tls", each + ":25=starttls",
                    each + ":443=connect")).toList();
            others = mailHost("others", identity, "mx.other.test", "", more);
        }
    }

    private Process mailHost(String log, Path identity, String name, String groups, List<String> doors) throws IOException {
        var words = new ArrayList<Object>(List.of("env"));
        if (!groups.isEmpty()) {
            words.add("OPENSSL_CONF=" + openSsl("server", groups));
        }
        words.addAll(List.of("php", folder.resolve("mailhost.php"), identity, name));
        words.addAll(doors);
        Path said = folder.resolve(log + ".log");
        Files.deleteIfExists(said);
        Process process = net.command(words.toArray()).start(said);
        Until.isTrue(log + " listens", () -> read(said).contains("ready"));
        return process;
    }

    /// A configuration of OpenSSL that knows these groups alone.
    Path openSsl(String name, String groups) throws IOException {
        return Files.writeString(folder.resolve(name + ".cnf"), """
            openssl_conf = all
            [all]
            ssl_conf = ssl
            [ssl]
            system_default = usual
            [usual]
            Groups = %s
            """.formatted(groups));
    }

    void siteKnows(String... lines) throws IOException {
        site.hosts(lines);
    }

    /// Rules for the website's server.
    void siteRules(String rules) {
        site.firewall("table inet host {\n" + rules + "\n}\n");
    }

    /// Rules for the mail host's network.
    void netRules(String rules) {
        net.firewall("table inet host {\n" + rules + "\n}\n");
    }

    /// Apache with its PHP module, and nginx with PHP-FPM, both for the same folder.
    void startWebServers() throws IOException {
        Path apache = Files.createDirectories(folder.resolve("apache"));
        String modules = "/usr/lib/apache2/modules/";
        Files.writeString(apache.resolve("apache.conf"), """
            ServerRoot %1$s
            PidFile %1$s/pid
            ErrorLog %1$s/error.log
            Listen 127.0.0.1:8002
            ServerName web.shop.test
            User www-data
            Group www-data
            LoadModule mpm_prefork_module %2$smod_mpm_prefork.so
            LoadModule authz_core_module %2$smod_authz_core.so
            LoadModule dir_module %2$smod_dir.so
            LoadModule php_module %2$slibphp8.2.so
            StartServers 4
            DocumentRoot %3$s
            php_admin_value openssl.cafile %4$s
            <Directory %3$s>
              Require all granted
            </Directory>
            <FilesMatch "\\.php$">
              SetHandler application/x-httpd-php
            </FilesMatch>
            """.formatted(apache, modules, root, authority.root()));
        processes.add(site.command(APACHE, "-X", "-f", apache.resolve("apache.conf"), "-D", "FOREGROUND")
                .start(folder.resolve("apache.log")));
        Path nginx = Files.createDirectories(folder.resolve("nginx"));
        Files.writeString(nginx.resolve("fpm.conf"), """
            [global]
            error_log = %1$s/fpm.log
            daemonize = no
            [www]
            user = www-data
            group = www-data
            listen = %1$s/fpm.sock
            listen.mode = 0666
            pm = static
            pm.max_children = 3
            php_admin_value[openssl.cafile] = %2$s
            """.formatted(nginx, authority.root()));
        Files.writeString(nginx.resolve("nginx.conf"), """
            user www-data;
            daemon off;
            worker_processes 1;
            pid %1$s/pid;
            error_log %1$s/error.log;
            events {}
            http {
              access_log off;
              client_body_temp_path %1$s/body;
              fastcgi_temp_path %1$s/fastcgi;
              proxy_temp_path %1$s/proxy;
              uwsgi_temp_path %1$s/uwsgi;
              scgi_temp_path %1$s/scgi;
              server {
                listen 127.0.0.1:8003;
                root %2$s;
                location ~ \\.php$ {
                  fastcgi_pass unix:%1$s/fpm.sock;
                  fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
                  fastcgi_param REQUEST_METHOD $request_method;
                  fastcgi_param QUERY_STRING $query_string;
                  fastcgi_param SERVER_PROTOCOL $server_protocol;
                }
              }
            }
            """.formatted(nginx, root));
        processes.add(site.command(FPM, "-F", "-y", nginx.resolve("fpm.conf")).start(folder.resolve("fpm.log")));
        processes.add(site.command(NGINX, "-c", nginx.resolve("nginx.conf")).start(folder.resolve("nginx.log")));
        listens(8002);
        listens(8003);
    }

    /// PHP's own server, as the web's user, with these settings.
    void phpAlone(List<String> settings, String... environment) throws IOException {
        end(alone);
        var words = new ArrayList<Object>(List.of("setpriv", "--reuid=" + WEB_USER, "--regid=" + WEB_USER, "--clear-groups", "env"));
        words.addAll(Arrays.asList(environment));
        words.add("php");
        settings.forEach(each -> words.addAll(List.of("-d", each)));
        words.addAll(List.of("-S", "127.0.0.1:8001", "-t", root));
        alone = site.command(words.toArray()).start(folder.resolve("php.log"));
        listens(8001);
    }

    /// Exim of the website's own server, as every cPanel machine has one; where it is not there, a server that says the same.
    void ownMailServer(Path identity, String name) throws IOException {
        Path log = folder.resolve("own.log");
        Files.deleteIfExists(log);
        Path exim = Stream.of(Path.of("target/servers/usr/sbin/exim4"), Path.of("/usr/sbin/exim4")).map(Path::toAbsolutePath)
                .filter(Files::isExecutable).findFirst().orElse(null);
        if (exim == null) {
            processes.add(site.command("php", folder.resolve("mailhost.php"), identity, name, "0.0.0.0:587=starttls", "0.0.0.0:465=tls",
                    "0.0.0.0:25=starttls").start(log));
        } else {
            processes.add(exim(exim, identity, name, log));
        }
        listens(587);
    }

    private Process exim(Path exim, Path identity, String name, Path log) throws IOException {
        Path own = Files.createDirectories(folder.resolve("exim"));
        Path key = own.resolve("identity.pem");
        Command.of("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", key, "-out",
                own.resolve("certificate.pem"), "-subj", "/CN=" + name, "-addext", "subjectAltName=DNS:" + name, "-days", "30").succeed();
        Files.writeString(own.resolve("passwd"), Files.readString(Path.of("/etc/passwd"))
                + "Debian-exim:x:901:901::/nonexistent:/bin/false\n");
        Files.writeString(own.resolve("group"), Files.readString(Path.of("/etc/group")) + "Debian-exim:x:901:\n");
        Files.createDirectories(own.resolve("spool"));
        Files.createDirectories(own.resolve("log"));
        Command.of("chown", "-R", "901:901", own).succeed();
        Path config = Files.writeString(own.resolve("exim.conf"), """
            primary_hostname = %2$s
            spool_directory = %1$s/spool
            log_file_path = %1$s/log/%%slog
            pid_file_path = %1$s/exim.pid
            keep_environment =
            exim_user = 901
            exim_group = 901
            host_lookup =
            rfc1413_query_timeout = 0s
            daemon_smtp_ports = 25 : 465 : 587
            local_interfaces = 0.0.0.0
            tls_on_connect_ports = 465
            tls_advertise_hosts = *
            tls_certificate = %1$s/certificate.pem
            tls_privatekey = %3$s
            begin routers
            all:
              driver = accept
              transport = drop
            begin transports
            drop:
              driver = appendfile
              file = /dev/null
              user = nobody
            """.formatted(own, name, key));
        String script = "mount --bind " + own + "/passwd /etc/passwd && mount --bind " + own + "/group /etc/group && "
                + "LD_LIBRARY_PATH=" + exim.getParent().getParent().resolve("lib/x86_64-linux-gnu") + " exec " + exim + " -C " + config
                        + " -bdf";
        return site.command("unshare", "-m", "sh", "-c", script).start(log);
    }

    private void listens(int port) {
        Until.isTrue("something listens on " + port, () -> site.command("ss", "-Hltn").succeed().contains(":" + port + " "));
    }

    // ---- what is asked

    /// A probe, where it lies, and how it is asked.
    record Placed(Path file, String address, String key) {}

    /// Makes a probe and puts it on the website. Its patience is made shorter, for the laboratory's sake.
    Placed place(String form, String name, String... options) throws IOException {
        Path made = folder.resolve("made." + form);
        var words = new ArrayList<>(List.of("website", "make", "--host", HOST, "--form", form, "--output", made.toString(), "--controls",
                controls.toString(), "--format", "json"));
        words.addAll(Arrays.asList(options));
        JsonNode json = JsonMapper.shared().readTree(cli(words).out());
        Path file = root.resolve(name);
        if (form.equals("wordpress")) {
            Command.of("unzip", "-qo", made, "-d", root).succeed();
            try (var folders = Files.list(root)) {
                file = folders.filter(each -> each.getFileName().toString().startsWith("mail-medic-")).findFirst().orElseThrow()
                        .resolve("probe.php");
            }
        } else {
            Files.writeString(file, Files.readString(made).replace("const STEP = 7.0;", "const STEP = 2.0;").replace("STEP=7", "STEP=2"));
        }
        Command.of("chown", "-R", "www-data:www-data", root).succeed();
        return new Placed(file, root.relativize(file).toString(), json.path("key").asString());
    }

    /// Asks over the web, from the website's server itself.
    String ask(Web web, Placed probe) {
        return site.command("curl", "-s", "--max-time", "40", "http://127.0.0.1:" + web.port + "/" + probe.address() + "?k=" + probe.key())
                .within(Duration.ofSeconds(45)).succeed();
    }

    /// Runs the shell form.
    String run(Placed probe) {
        return site.command("setpriv", "--reuid=" + WEB_USER, "--regid=" + WEB_USER, "--clear-groups", "sh", probe.file())
                .within(Duration.ofSeconds(45)).succeed();
    }

    /// The check-up from somebody's desk.
    Path here(String... options) throws IOException {
        Path report = folder.resolve("here.json");
        List<Object> words = new ArrayList<>(Files.isExecutable(ImageCli.PATH) ? List.of(ImageCli.PATH)
                : List.of(Path.of(System.getProperty("java.home"), "bin", "java"), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                        System.getProperty("java.class.path"), "org.mailmedic.cli.CliMain"));
        words.addAll(List.of("diagnose", "--host", HOST, "--controls", "none", "--timeout", "3", "--trust", authority.root(), "--format",
                "json",
                "--output", report));
        words.addAll(Arrays.asList(options));
        var result = home.command(words.toArray()).within(Duration.ofSeconds(90)).run();
        if (result.code() > 1) {
            throw new AssertionError("no check-up from home: " + result.code() + "\n" + result.err());
        }
        return report;
    }

    /// What the program makes of it.
    Read read(String printed, Path old, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("printed"), printed);
        var words = new ArrayList<>(List.of("website", "read", file.toString(), "--trust", authority.root().toString(), "--format",
                "json"));
        if (old != null) {
            words.addAll(List.of("--report", old.toString()));
        }
        words.addAll(Arrays.asList(options));
        return cli(words);
    }

    /// How a command ended.
    record Read(int exit, String out, String err) {
        JsonNode report() {
            return JsonMapper.shared().readTree(out);
        }
    }

    private static Read cli(List<String> words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(new ByteArrayInputStream(new byte[0]), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), Map.of(), false, _ -> null);
        int exit = CliMain.run(words.toArray(String[]::new), terminal);
        return new Read(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void end(Process process) {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    @Override
    public void close() throws IOException {
        processes.forEach(WebsiteLab::end);
        end(alone);
        end(host);
        end(others);
        for (Namespace each : List.of(site, home, net)) {
            each.close();
        }
        folder.close();
    }
}
