package org.mailmedic.real;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A mail host as one finds it on the Internet: Postfix, with Dovecot to check passwords, delivering into Maildirs. Everything it
/// reads and writes lies in one folder, and it listens in one network namespace. Needs root, for Postfix.
///
/// Ports are opened one by one, so that one host can show several certificates or policies on several addresses:
/// `host.door("203.0.113.25", Door.SUBMISSION, identity)`.
public final class RealMailHost implements Closeable {
    private static final Path MASTER = Path.of("/usr/lib/postfix/sbin/master");

    /// What a port of a mail host is for, and what it demands.
    public enum Door {
        /// From other mail servers: mail for its own people only, no sign-in.
        RELAY(25, "smtpd_tls_security_level=may", "smtpd_sasl_auth_enable=no", "smtpd_relay_restrictions=reject_unauth_destination"),
        /// From people, encrypted by STARTTLS (RFC 6409).
        SUBMISSION(587, "smtpd_tls_security_level=encrypt"),
        /// From people, encrypted from the first byte (RFC 8314 §3.3).
        SUBMISSIONS(465, "smtpd_tls_wrappermode=yes");

        private final int port;
        private final List<String> options;

        Door(int port, String... options) {
            this.port = port;
            this.options = List.of(options);
        }

        public int port() {
            return port;
        }
    }

    private final Namespace network;
    private final Path folder;
    private final String domain;
    private final Map<String, String> people;
    private final List<String> doors = new ArrayList<>();
    private Process dovecot;
    private Process postfix;

    /// @param folder where everything lies, in a [Workshop]
    /// @param domain the domain it takes mail for
    /// @param people mailboxes: local part and password
    public RealMailHost(Namespace network, Path folder, String domain, Map<String, String> people) {
        this.network = network;
        this.folder = folder;
        this.domain = domain;
        this.people = Map.copyOf(people);
    }

    /// Opens a port on one address, with the certificate it shows there.
    ///
    /// @param more further settings of Postfix for this port, as in `smtpd_soft_error_limit=1`
    public RealMailHost door(String address, Door door, Path identity, String... more) {
        var line = new StringBuilder(address + ":" + door.port() + " inet n - n - - smtpd");
        Stream.of(List.of("smtpd_tls_chain_files=" + identity), door.options, List.of(more)).flatMap(List::stream)
            .forEach(option -> line.append("\n  -o ").append(option));
        doors.add(line.toString());
        return this;
    }

    /// Listens on every door when this returns.
    public void start() throws IOException {
        for (var name : List.of("etc", "queue", "data", "log", "mail", "dovecot")) {
            Files.createDirectories(folder.resolve(name));
        }
        Command.of("chown", "postfix", folder.resolve("data")).succeed();
        Command.of("chown", "nobody", folder.resolve("mail")).succeed();
        startDovecot();
        startPostfix();
    }

    /// The messages that lie in somebody's mailbox, in any order.
    public List<String> messages(String person) throws IOException {
        var found = new ArrayList<String>();
        var box = folder.resolve("mail").resolve(person).resolve("new");
        if (Files.exists(box)) {
            try (var files = Files.list(box)) {
                for (var file : files.sorted().toList()) {
                    found.add(Files.readString(file));
                }
            }
        }
        return found;
    }

    /// Waits until nothing is on its way any more: every accepted message is delivered or refused.
    public void settle() {
        Until.isTrue("the queue is empty", () -> Stream.of("incoming", "active", "deferred", "maildrop").allMatch(this::isEmptyQueue));
    }

    /// What the servers say about themselves, to be shown when a test fails.
    public String log() {
        try (var files = Files.list(folder.resolve("log"))) {
            var text = new StringBuilder();
            for (var file : files.toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        } catch (IOException e) {
            return "no log: " + e.getMessage();
        }
    }

    @Override
    public void close() {
        end(postfix);
        end(dovecot);
    }

    private void startDovecot() throws IOException {
        // {PLAIN}, because CRAM-MD5 and SCRAM need the password itself or one stored form each.
        Files.write(folder.resolve("etc/passwords"),
            people.entrySet().stream().map(one -> one.getKey() + "@" + domain + ":{PLAIN}" + one.getValue()).toList());
        var config = folder.resolve("etc/dovecot.conf");
        Files.writeString(config, """
            protocols =
            ssl = no
            base_dir = %1$s/dovecot
            state_dir = %1$s/dovecot
            log_path = %1$s/log/dovecot
            auth_mechanisms = plain login cram-md5 scram-sha-1 scram-sha-256
            auth_failure_delay = 0
            passdb {
              driver = passwd-file
              args = scheme=PLAIN username_format=%%u %1$s/etc/passwords
            }
            userdb {
              driver = static
              args = uid=nobody gid=nogroup home=%1$s/mail
            }
            service auth {
              unix_listener %1$s/queue/auth {
                mode = 0666
              }
            }
            """.formatted(folder));
        dovecot = network.command("dovecot", "-F", "-c", config).start(folder.resolve("log/dovecot.start"));
        Until.isTrue("Dovecot takes sign-ins: " + folder, () -> {
            alive(dovecot);
            return Files.exists(folder.resolve("queue/auth"));
        });
    }

    private void startPostfix() throws IOException {
        Files.write(folder.resolve("etc/mailboxes"), people.keySet().stream().map(one -> one + "@" + domain + " " + one + "/").toList());
        Files.writeString(folder.resolve("etc/main.cf"), """
            compatibility_level = 3.6
            queue_directory = %1$s/queue
            data_directory = %1$s/data
            command_directory = /usr/sbin
            daemon_directory = /usr/lib/postfix/sbin
            mail_owner = postfix
            setgid_group = postdrop
            maillog_file = %1$s/log/postfix
            maillog_file_prefixes = %1$s
            myhostname = mail.%2$s
            mydestination =
            mynetworks =
            inet_protocols = all
            alias_maps =
            disable_dns_lookups = yes
            smtp_dns_support_level = disabled
            smtpd_peername_lookup = no
            biff = no
            virtual_mailbox_domains = %2$s
            virtual_mailbox_maps = texthash:%1$s/etc/mailboxes
            virtual_mailbox_base = %1$s/mail
            virtual_uid_maps = static:65534
            virtual_gid_maps = static:65534
            smtpd_sasl_auth_enable = yes
            smtpd_sasl_type = dovecot
            smtpd_sasl_path = auth
            smtpd_sasl_security_options = noanonymous
            smtpd_tls_auth_only = yes
            smtpd_relay_restrictions = permit_sasl_authenticated, reject
            tls_random_source = dev:/dev/urandom
            """.formatted(folder, domain));
        Files.writeString(folder.resolve("etc/master.cf"), String.join("\n", doors) + "\n" + """
            cleanup   unix  n - n - 0 cleanup
            qmgr      unix  n - n 300 1 qmgr
            tlsmgr    unix  - - n 1000? 1 tlsmgr
            rewrite   unix  - - n - - trivial-rewrite
            bounce    unix  - - n - 0 bounce
            defer     unix  - - n - 0 bounce
            trace     unix  - - n - 0 bounce
            verify    unix  - - n - 1 verify
            proxymap  unix  - - n - - proxymap
            smtp      unix  - - n - - smtp
            relay     unix  - - n - - smtp
            error     unix  - - n - - error
            retry     unix  - - n - - error
            discard   unix  - - n - - discard
            virtual   unix  - n n - - virtual
            anvil     unix  - - n - 1 anvil
            postlog   unix-dgram n - n - 1 postlogd
            """);
        network.command("postfix", "-c", folder.resolve("etc"), "check").succeed();
        postfix = network.command(MASTER, "-c", folder.resolve("etc"), "-d").start(folder.resolve("log/postfix.start"));
        Until.isTrue("Postfix listens", () -> {
            alive(postfix);
            return network.command("ss", "-Hltn").succeed().lines().count() >= doors.size();
        });
    }

    private void alive(Process server) {
        if (!server.isAlive()) {
            throw new AssertionError("the server ended by itself with " + server.exitValue() + "\n" + log());
        }
    }

    private boolean isEmptyQueue(String name) {
        try (var files = Files.walk(folder.resolve("queue").resolve(name))) {
            return files.noneMatch(Files::isRegularFile);
        } catch (IOException e) {
            return false;
        }
    }

    private static void end(Process server) {
        if (server == null) {
            return;
        }
        var family = Stream.concat(server.descendants(), Stream.of(server.toHandle())).toList();
        server.destroy();
        try {
            if (!server.waitFor(5, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        family.forEach(ProcessHandle::destroyForcibly);
    }
}
