package org.mailmedic.real;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Zones as the Internet has them: NSD is in charge of them, unsigned and signed, and Unbound asks it and proves what is signed. Both on
/// ports of their own on loopback. The resolver also knows the names of two addresses. Zones named `bogus.` are signed by a key that the
/// resolver does not trust.
public final class Zones implements Closeable {
    private final Path folder;
    private final int authority;
    private final int resolver;
    private final List<Process> servers;

    private Zones(Path folder, int authority, int resolver, List<Process> servers) {
        this.folder = folder;
        this.authority = authority;
        this.resolver = resolver;
        this.servers = servers;
    }

    /// Answers when this returns.
    ///
    /// @param zone   the text of the zone `test.`, in the form of RFC 1035 §5
    /// @param folder of a [Workshop]
    public static Zones start(String zone, Path folder) throws IOException {
        Files.writeString(folder.resolve("test.zone"), zone);
        Files.writeString(folder.resolve("bogus.zone"), zone.replace("$ORIGIN test.", "$ORIGIN bogus."));
        var anchor = signed("test", folder);
        signed("bogus", folder);
        int authority = free();
        int signed = free();
        int resolver = free();
        var nsd = nsd(folder, "plain", authority, ".zone");
        var second = nsd(folder, "signed", signed, ".zone.signed");
        Files.writeString(folder.resolve("unbound.conf"), """
                server:
                  interface: 127.0.0.1@%1$d
                  port: %1$d
                  chroot: ""
                  username: ""
                  directory: "%2$s"
                  pidfile: "%2$s/unbound.pid"
                  use-syslog: no
                  do-not-query-localhost: no
                  do-ip6: no
                  local-zone: "test." nodefault
                  local-data-ptr: "192.0.2.25 mx.test"
                  local-data-ptr: "203.0.113.9 web.test"
                  trust-anchor: "%3$s"
                  trust-anchor: "bogus. DS 4711 13 2 %4$s"
                stub-zone:
                  name: "test."
                  stub-addr: 127.0.0.1@%5$d
                stub-zone:
                  name: "bogus."
                  stub-addr: 127.0.0.1@%5$d
                """.formatted(resolver, folder, anchor, "ab".repeat(32), signed));
        var unbound = Command.of("unbound", "-d", "-c", folder.resolve("unbound.conf")).start(folder.resolve("unbound.log"));
        for (int port : List.of(authority, signed, resolver)) {
            Until.isTrue("a name server listens on " + port, () -> Command.of("ss", "-Hlun").succeed().contains("127.0.0.1:" + port));
        }
        return new Zones(folder, authority, resolver, List.of(nsd, second, unbound));
    }

    /// The DS record of the key that signed.
    static String signed(String name, Path folder) throws IOException {
        var key = Command.of("sh", "-c", "cd " + folder + " && ldns-keygen -a ECDSAP256SHA256 -k " + name + ".").succeed().strip();
        Command.of("ldns-signzone", "-f", folder.resolve(name + ".zone.signed"), folder.resolve(name + ".zone"), folder.resolve(key))
                .succeed();
        return Files.readString(folder.resolve(key + ".ds")).strip().replaceAll("\\s+", " ");
    }

    private static Process nsd(Path folder, String what, int port, String suffix) throws IOException {
        Files.writeString(folder.resolve(what + ".conf"), DnsSettings.nsd("127.0.0.1@" + port, folder, what,
                Map.of("test", "test" + suffix, "bogus", "bogus" + suffix)));
        return Command.of("nsd", "-d", "-c", folder.resolve(what + ".conf")).start(folder.resolve(what + ".log"));
    }

    /// A port that nothing listens on.
    static int free() throws IOException {
        try (var socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /// The server in charge of the unsigned zone, for `--resolver`.
    public String authority() {
        return "127.0.0.1:" + authority;
    }

    /// The resolver that proves signatures, for `--resolver`.
    public String resolver() {
        return "127.0.0.1:" + resolver;
    }

    public String log() throws IOException {
        return Files.readString(folder.resolve("plain.log")) + Files.readString(folder.resolve("unbound.log"));
    }

    @Override
    public void close() {
        servers.forEach(Process::destroy);
        for (Process each : servers) {
            Until.isTrue("a name server has ended", () -> !each.isAlive());
        }
    }
}
