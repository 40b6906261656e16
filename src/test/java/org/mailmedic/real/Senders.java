package org.mailmedic.real;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A Postfix and an Exim that send, in a network of their own, and a Postfix that answers them in as many ways as it has addresses.
/// Mail for `sender.test` stays with whoever sent it: that is where the bounces go. Needs root.
final class Senders implements Closeable {
    static final String FROM = "shop@sender.test";
    private static final Path MASTER = Path.of("/usr/lib/postfix/sbin/master");
    private static final Path EXIM = Path.of("target/servers/usr/sbin/exim4").toAbsolutePath();
    private static final Path LIBRARIES = EXIM.getParent().getParent().resolve("lib/x86_64-linux-gnu");
    private static final String NAME_SERVER = "203.0.113.53";

    private final Workshop folder;
    private final Namespace network;
    private final NameServer names;
    private final List<Process> processes = new ArrayList<>();

    private Senders(Workshop folder, Namespace network, NameServer names) {
        this.folder = folder;
        this.network = network;
        this.names = names;
    }

    /// Whether the servers are at hand.
    static boolean available() {
        return Files.isExecutable(EXIM) && Files.isExecutable(MASTER);
    }

    /// @param replies what the server of each domain says to a recipient, as in `550 5.1.1 User unknown`; empty: it takes the mail; a
    ///                blank: nothing listens there
    static Senders start(Map<String, String> replies) throws IOException {
        var folder = Workshop.open();
        var network = Namespace.create("living");
        var domains = replies.keySet().stream().sorted().toList();
        var addresses = new HashMap<String, List<String>>();
        var doors = new ArrayList<String>();
        for (int i = 0; i < domains.size(); i++) {
            String address = "203.0.113." + (100 + i);
            String reply = replies.get(domains.get(i));
            network.address(address);
            addresses.put(domains.get(i), List.of(address));
            if (!reply.isBlank() || reply.isEmpty()) {
                doors.add(address + ":25 inet n - n - - smtpd\n  -o { smtpd_recipient_restrictions = " + (reply.isEmpty() ? "permit"
                        : "check_recipient_access static:{" + reply + "}, reject") + " }");
            }
        }
        var senders = new Senders(folder, network, NameServer.start(network, NAME_SERVER, folder.path(), addresses,
                "--local=/test/"));
        senders.postfix("peer", "mail.peer.test", "\nrelay_domains = static:all\nrelay_transport = discard:\n", doors);
        senders.postfix("postfix", "mail.sender.test", "\nvirtual_mailbox_domains = sender.test\nvirtual_mailbox_maps = static:shop/\n"
                + "inet_interfaces = 127.0.0.1\n",
                List.of());
        senders.exim();
        return senders;
    }

    private void postfix(String name, String host, String more, List<String> doors) throws IOException {
        Path own = folder.resolve(name);
        for (var each : List.of("etc", "queue/etc", "data", "log", "mail")) {
            Files.createDirectories(own.resolve(each));
        }
        Command.of("chown", "postfix", own.resolve("data")).succeed();
        Command.of("chown", "nobody", own.resolve("mail")).succeed();
        Files.writeString(own.resolve("etc/main.cf"), """
            compatibility_level = 3.6
            queue_directory = %1$s/queue
            data_directory = %1$s/data
            command_directory = /usr/sbin
            daemon_directory = /usr/lib/postfix/sbin
            mail_owner = postfix
            setgid_group = postdrop
            maillog_file = %1$s/log/postfix
            maillog_file_prefixes = %1$s
            myhostname = %2$s
            mydestination =
            mynetworks = 203.0.113.0/24 127.0.0.0/8
            inet_protocols = ipv4
            alias_maps =
            smtp_tls_security_level = none
            smtpd_peername_lookup = no
            smtpd_relay_restrictions = permit_mynetworks, reject
            virtual_mailbox_base = %1$s/mail
            virtual_uid_maps = static:65534
            virtual_gid_maps = static:65534
            smtp_host_lookup = dns
            """.formatted(own, host) + more);
        Files.writeString(own.resolve("etc/master.cf"), String.join("\n", doors) + "\n" + """
            pickup    unix  n - n 60 1 pickup
            cleanup   unix  n - n - 0 cleanup
            qmgr      unix  n - n 300 1 qmgr
            tlsmgr    unix  - - n 1000? 1 tlsmgr
            rewrite   unix  - - n - - trivial-rewrite
            bounce    unix  - - n - 0 bounce
            defer     unix  - - n - 0 bounce
            trace     unix  - - n - 0 bounce
            proxymap  unix  - - n - - proxymap
            smtp      unix  - - n - - smtp
            error     unix  - - n - - error
            retry     unix  - - n - - error
            showq     unix  n - n - - showq
            discard   unix  - - n - - discard
            virtual   unix  - n n - - virtual
            anvil     unix  - - n - 1 anvil
            postlog   unix-dgram n - n - 1 postlogd
            """);
        network.command("postfix", "-c", own.resolve("etc"), "check").succeed();
        processes.add(network.command(MASTER, "-c", own.resolve("etc"), "-d").start(own.resolve("log/start")));
        Until.isTrue(name + " runs", () -> Files.exists(own.resolve("queue/public/qmgr"))
                && network.command("ss", "-Hltn").succeed().lines().filter(line -> line.contains(":25 ")).count() >= doors.size());
    }

    private void exim() throws IOException {
        Path own = folder.resolve("exim");
        for (String each : List.of("spool", "log", "mail")) {
            Files.createDirectories(own.resolve(each));
        }
        Files.writeString(own.resolve("passwd"), Files.readString(Path.of("/etc/passwd"))
                + "Debian-exim:x:901:901::/nonexistent:/bin/false\n");
        Files.writeString(own.resolve("group"), Files.readString(Path.of("/etc/group")) + "Debian-exim:x:901:\n");
        Command.of("chown", "-R", "901:901", own).succeed();
        Files.writeString(own.resolve("exim.conf"), """
            primary_hostname = mail.sender.test
            spool_directory = %1$s/spool
            log_file_path = %1$s/log/%%slog
            pid_file_path = %1$s/exim.pid
            keep_environment =
            exim_path = %2$s
            add_environment = LD_LIBRARY_PATH=%3$s
            exim_user = 901
            exim_group = 901
            never_users =
            domainlist here = sender.test
            disable_ipv6 = true
            begin routers
            mine:
              driver = accept
              domains = +here
              transport = box
            out:
              driver = dnslookup
              transport = remote_smtp
              self = send
              no_more
            begin transports
            box:
              driver = appendfile
              directory = %1$s/mail
              maildir_format
              user = 901
              group = 901
            remote_smtp:
              driver = smtp
              hosts_avoid_tls = *
              allow_localhost
            begin retry
            * * F,2h,15m
            """.formatted(own, EXIM, LIBRARIES));
    }

    /// Sends a letter by Postfix, as a program on that machine does.
    void byPostfix(String to) {
        network.command("sendmail", "-C", folder.resolve("postfix/etc"), "-f", FROM, to).reading(letter(to)).succeed();
    }

    /// Sends a letter by Exim, and waits for its first attempt.
    void byExim(String to) {
        exim(letter(to), "-odi", "-f", FROM, to);
    }

    private static String letter(String to) {
        return "From: " + FROM + "\nTo: " + to + "\nSubject: Your order\n\nThank you.\n";
    }

    private String exim(String input, String... arguments) {
        Path own = folder.resolve("exim");
        String script = "mount --bind " + own + "/passwd /etc/passwd && mount --bind " + own + "/group /etc/group && "
                + "mount -t tmpfs none /var/lib && mkdir /var/lib/exim4 && cp " + own + "/exim.conf /var/lib/exim4/config.autogenerated && "
                + "export LD_LIBRARY_PATH=" + LIBRARIES + " && exec " + EXIM + " \"$@\"";
        var words = new ArrayList<Object>(List.of("unshare", "-m", "sh", "-c", script, "exim"));
        words.addAll(List.of(arguments));
        return network.command(words.toArray()).reading(input).succeed();
    }

    /// What `postqueue` prints of what waits.
    ///
    /// @param form `-p` or `-j`
    String postfixQueue(String form) {
        return network.command("postqueue", "-c", folder.resolve("postfix/etc"), form).succeed();
    }

    String eximQueue() {
        return exim("", "-bp");
    }

    String postfixLog() throws IOException {
        return Files.readString(folder.resolve("postfix/log/postfix"));
    }

    String eximLog() throws IOException {
        return Files.readString(folder.resolve("exim/log/mainlog"));
    }

    /// The bounces that Postfix wrote.
    List<String> postfixBounces() throws IOException {
        return mails(folder.resolve("postfix/mail/shop/new"));
    }

    List<String> eximBounces() throws IOException {
        return mails(folder.resolve("exim/mail/new"));
    }

    private static List<String> mails(Path box) throws IOException {
        var mails = new ArrayList<String>();
        if (Files.isDirectory(box)) {
            try (Stream<Path> files = Files.list(box)) {
                for (Path each : files.sorted().toList()) {
                    mails.add(Files.readString(each));
                }
            }
        }
        return mails;
    }

    @Override
    public void close() throws IOException {
        for (Process each : processes) {
            var family = Stream.concat(each.descendants(), Stream.of(each.toHandle())).toList();
            each.destroy();
            try {
                each.waitFor(3, TimeUnit.SECONDS);
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
            family.forEach(ProcessHandle::destroyForcibly);
        }
        names.close();
        network.close();
        folder.close();
    }
}
