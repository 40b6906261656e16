package org.mailmedic.real;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// dnsmasq as the name server of a namespace: it knows the names it is given and denies all others.
public final class NameServer implements Closeable {
    private final Process dnsmasq;

    private NameServer(Process dnsmasq) {
        this.dnsmasq = dnsmasq;
    }

    /// Answers when this returns, and is the namespace's own resolver.
    ///
    /// @param folder where its list of names and its log go
    /// @param names  the addresses of each name
    /// @param more   further options, as in `--local=/test/`
    public static NameServer start(Namespace network, String address, Path folder, Map<String, List<String>> names, String... more)
            throws IOException {
        network.address(address);
        network.nameServer(address);
        var hosts = folder.resolve("names");
        Files.write(hosts, names.entrySet().stream().flatMap(one -> one.getValue().stream().map(target -> target + " " + one.getKey()))
                .toList());
        var words = new ArrayList<Object>(List.of("dnsmasq", "--keep-in-foreground", "--no-daemon", "--conf-file=/dev/null",
                "--no-resolv",
            "--no-hosts", "--addn-hosts=" + hosts, "--bind-interfaces", "--listen-address=" + address, "--local=//"));
        words.addAll(Arrays.asList(more));
        var server = new NameServer(network.command(words.toArray()).start(folder.resolve("names.log")));
        Until.isTrue("dnsmasq listens", () -> network.command("ss", "-Hlun").succeed().contains(address + ":53"));
        return server;
    }

    @Override
    public void close() {
        dnsmasq.destroy();
    }
}
