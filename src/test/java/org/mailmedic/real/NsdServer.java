package org.mailmedic.real;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// NSD on loopback, in charge of a few zones and of nothing else: of any other name it says REFUSED.
///
/// @param port on 127.0.0.1
public record NsdServer(int port, Process process) implements Closeable {
    /// Answers when this returns.
    ///
    /// @param folder of a [Workshop]
    /// @param zones  the text of each zone (RFC 1035 §5), without its SOA and NS, by its name
    public static NsdServer start(Path folder, Map<String, String> zones) throws IOException {
        int port = free();
        var files = new TreeMap<String, String>();
        for (var zone : zones.entrySet()) {
            files.put(zone.getKey(), zone.getKey() + ".zone");
            Files.writeString(folder.resolve(zone.getKey() + ".zone"), "$ORIGIN " + zone.getKey() + ".\n$TTL 60\n"
                    + "@ SOA ns admin 1 60 60 60 60\n@ NS ns\nns A 127.0.0.1\n" + zone.getValue());
        }
        Files.writeString(folder.resolve("nsd.conf"), DnsSettings.nsd("127.0.0.1@" + port, folder, "nsd", files));
        var process = Command.of("nsd", "-d", "-c", folder.resolve("nsd.conf")).start(folder.resolve("nsd.log"));
        Until.isTrue("a name server listens on " + port, () -> Command.of("ss", "-Hlun").succeed().contains("127.0.0.1:" + port));
        return new NsdServer(port, process);
    }

    private static int free() throws IOException {
        try (var socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        Until.isTrue("a name server has ended", () -> !process.isAlive());
    }
}
