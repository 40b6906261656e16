package org.mailmedic.lab.peer;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.mailmedic.lab.Bench;
import org.mailmedic.lab.net.Addresses;
import org.mailmedic.lab.net.Host;
import org.mailmedic.real.Command;
import org.mailmedic.real.Until;

/// A server that others wrote, listening on the mail host's first address. It runs from its unpacked Debian package, so that servers
/// which shut each other out on one system can be had side by side, and with users and folders that only it sees (mount_namespaces(7)).
public final class RealServer implements Closeable {
    /// Where `.ci/run` unpacks the packages.
    private static final Path PACKAGES = Path.of(System.getProperty("lab.servers", "target/servers")).toAbsolutePath();
    private static final Path DOVECOT_IMAP = Path.of("/usr/lib/dovecot/imap");
    private static final String PERSON = "anna@shop.example";
    private static final String USERS = """
        Debian-exim:x:901:901::/nonexistent:/usr/sbin/nologin
        opensmtpd:x:902:902::/nonexistent:/usr/sbin/nologin
        opensmtpq:x:903:903::/nonexistent:/usr/sbin/nologin
        """;
    private static final String GROUPS = "Debian-exim:x:901:\nopensmtpd:x:902:\nopensmtpq:x:903:\n";

    private final Process process;

    private RealServer(Process process) {
        this.process = process;
    }

    /// Whether the packages were unpacked and the others installed.
    public static boolean available() {
        return Files.isExecutable(PACKAGES.resolve("usr/sbin/exim4")) && Files.isExecutable(PACKAGES.resolve("usr/sbin/smtpd"))
                && Files.exists(DOVECOT_IMAP);
    }

    /// Exim on 25, 587 and 465.
    ///
    /// @param password whom it lets sign in; nobody when empty
    public static RealServer exim(Bench bench, String host, String password) throws IOException {
        Path folder = folder(bench, "exim");
        Path identity = identity(bench, host, folder);
        for (String each : List.of("spool", "log")) {
            Files.createDirectories(folder.resolve(each));
        }
        Command.of("chown", "-R", "901:901", folder.resolve("spool"), folder.resolve("log"), identity).succeed();
        Path config = Files.writeString(folder.resolve("exim.conf"), """
            primary_hostname = %2$s
            spool_directory = %1$s/spool
            log_file_path = %1$s/log/%%slog
            pid_file_path = %1$s/exim.pid
            keep_environment =
            exim_user = 901
            exim_group = 901
            local_interfaces = %3$s
            daemon_smtp_ports = 25 : 465 : 587
            tls_on_connect_ports = 465
            tls_advertise_hosts = *
            tls_certificate = %4$s
            tls_privatekey = %4$s
            acl_smtp_rcpt = check
            begin acl
            check:
              accept authenticated = *
              deny message = relay not permitted
            begin routers
            all:
              driver = accept
              transport = drop
            begin transports
            drop:
              driver = appendfile
              file = /dev/null
              user = nobody
            begin authenticators
            plain:
              driver = plaintext
              public_name = PLAIN
              server_prompts = :
              server_condition = ${if and{{!eq{%5$s}{}}{eq{$auth3}{%5$s}}{eq{$auth2}{anna@shop.example}}}}
              server_set_id = $auth2
              server_advertise_condition = ${if def:tls_in_cipher}
            """.formatted(folder, host, Addresses.SERVER, identity, password));
        String libraries = "LD_LIBRARY_PATH=" + PACKAGES + "/usr/lib/x86_64-linux-gnu ";
        return start(bench, folder, 3, libraries + "exec " + PACKAGES + "/usr/sbin/exim4 -C " + config + " -bdf");
    }

    /// OpenSMTPD: in plaintext on 25, and on 587 for those who encrypt. Debian 12's own build of it fails in every handshake, so that
    /// whoever encrypts meets a server with broken TLS.
    public static RealServer openSmtpd(Bench bench, String host, String password) throws IOException {
        Path folder = folder(bench, "opensmtpd");
        Path identity = identity(bench, host, folder);
        String hash = Command.of("openssl", "passwd", "-6", password).succeed().strip();
        Files.writeString(folder.resolve("people"), PERSON + "\t" + hash + "\n");
        Path config = Files.writeString(folder.resolve("smtpd.conf"), """
            pki mail cert "%1$s"
            pki mail key "%1$s"
            table people file:%2$s/people
            listen on %3$s port 587 tls-require pki mail auth <people> hostname %4$s
            listen on %3$s port 25 hostname %4$s
            action "out" relay
            match auth from any for any action "out"
            """.formatted(identity, folder, Addresses.SERVER, host));
        return start(bench, folder, 2, "mount -t tmpfs none /var/spool; mount -t tmpfs none /var/lib; mount -t tmpfs none /run;"
            + " mkdir -p /var/lib/opensmtpd/empty /var/spool/smtpd; chmod 711 /var/spool/smtpd; exec " + PACKAGES
                    + "/usr/sbin/smtpd -d -f " + config);
    }

    /// Dovecot's IMAP on 993 and 143.
    public static RealServer dovecot(Bench bench, String host, String password) throws IOException {
        Path folder = folder(bench, "dovecot");
        Path identity = identity(bench, host, folder);
        Files.writeString(folder.resolve("people"), PERSON + ":{PLAIN}" + password + "\n");
        Path config = Files.writeString(folder.resolve("dovecot.conf"), """
            protocols = imap
            listen = %2$s
            ssl = required
            ssl_cert = <%3$s
            ssl_key = <%3$s
            base_dir = %1$s/run
            state_dir = %1$s/run
            log_path = %1$s/log
            auth_mechanisms = plain login
            auth_failure_delay = 0
            mail_location = maildir:%1$s/mail/%%u
            passdb {
              driver = passwd-file
              args = scheme=PLAIN username_format=%%u %1$s/people
            }
            userdb {
              driver = static
              args = uid=nobody gid=nogroup home=%1$s/mail
            }
            """.formatted(folder, Addresses.SERVER, identity));
        Command.of("chown", "nobody", Files.createDirectories(folder.resolve("mail"))).succeed();
        return start(bench, folder, 2, "exec dovecot -F -c " + config);
    }

    /// OpenSSL's own server on 465, which stopped learning at TLS 1.1. It shakes hands and says nothing.
    public static RealServer oldTls(Bench bench, String host) throws IOException {
        Path folder = folder(bench, "openssl");
        Path identity = identity(bench, host, folder);
        return start(bench, folder, 1, "exec openssl s_server -quiet -accept " + Addresses.SERVER + ":465 -cert " + identity + " -key "
                + identity + " -tls1_1 -cipher ALL:@SECLEVEL=0");
    }

    private static Path folder(Bench bench, String name) throws IOException {
        return Files.createDirectories(bench.folder().resolve(name));
    }

    /// Key and certificate in one file that only its owner may read, as OpenSMTPD demands; made by OpenSSL, since GnuTLS does not read the
    /// keys that Java writes. The device is told to trust it.
    private static Path identity(Bench bench, String host, Path folder) throws IOException {
        Path key = bench.folder().resolve("openssl.key");
        Path certificate = bench.folder().resolve("openssl.pem");
        if (!Files.exists(certificate)) {
            Command.of("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", key,
                    "-out", certificate,
                "-subj", "/CN=" + host, "-addext", "subjectAltName=DNS:" + host, "-addext", "extendedKeyUsage=serverAuth", "-days", "30")
                        .succeed();
        }
        bench.trust(certificate);
        Path own = folder.resolve("identity.pem");
        Files.deleteIfExists(own);
        Files.writeString(own, Files.readString(key) + Files.readString(certificate));
        return Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rw-------"));
    }

    private static RealServer start(Bench bench, Path folder, int ports, String command) throws IOException {
        Files.writeString(folder.resolve("passwd"), Files.readString(Path.of("/etc/passwd")) + USERS);
        Files.writeString(folder.resolve("group"), Files.readString(Path.of("/etc/group")) + GROUPS);
        Files.writeString(folder.resolve("resolv.conf"), "nameserver " + Addresses.SYSTEM_RESOLVER + "\n");
        var script = new StringBuilder();
        for (String own : List.of("passwd", "group", "resolv.conf")) {
            script.append("mount --bind ").append(folder.resolve(own)).append(" /etc/").append(own).append(" && ");
        }
        script.append(command);
        Path log = folder.resolve("start.log");
        long before = listening(bench);
        var server = new RealServer(bench.net().command(Host.SERVER, "unshare", "-m", "sh", "-c", script).start(log));
        bench.untilTheEnd(server);
        Until.isTrue(folder.getFileName() + " listens", () -> {
            if (!server.process.isAlive()) {
                throw new AssertionError(folder.getFileName() + " ended by itself: " + read(log));
            }
            return listening(bench) >= before + ports;
        });
        return server;
    }

    private static long listening(Bench bench) {
        return bench.net().command(Host.SERVER, "ss", "-Hltn").succeed().lines().count();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException noLog) {
            return "without a word";
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> family = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        process.destroy();
        try {
            if (!process.waitFor(3, java.util.concurrent.TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
        family.forEach(ProcessHandle::destroyForcibly);
    }
}
