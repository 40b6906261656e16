package org.mailmedic.real;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// dnsmasq as the name server of a namespace: it knows the names it is given and denies all others.
final class NameServer implements Closeable {
    private final Process dnsmasq;

    private NameServer(Process dnsmasq) {
        this.dnsmasq = dnsmasq;
    }

    /// Answers when this returns, and is the namespace's own resolver.
    static NameServer start(Namespace network, String address, Path log, Map<String, String> names) throws IOException {
        network.address(address);
        network.nameServer(address);
        var words = new ArrayList<Object>(List.of("dnsmasq", "--keep-in-foreground", "--conf-file=/dev/null", "--no-resolv", "--no-hosts",
            "--no-daemon", "--bind-interfaces", "--listen-address=" + address, "--local=//"));
        names.forEach((name, target) -> words.add("--host-record=" + name + "," + target));
        var server = new NameServer(network.command(words.toArray()).start(log));
        Until.isTrue("dnsmasq listens", Duration.ofSeconds(10), () -> network.command("ss", "-Hlun").succeed().contains(address + ":53"));
        return server;
    }

    @Override
    public void close() {
        dnsmasq.destroy();
    }
}
