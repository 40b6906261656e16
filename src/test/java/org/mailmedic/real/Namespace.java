package org.mailmedic.real;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A network of its own (ip-netns(8)): every port is free in it, nothing in it reaches the world, and its name servers and
/// hosts file are its own. Needs root.
public final class Namespace implements Closeable {
    private final String name;
    private final Path etc;

    private Namespace(String name) {
        this.name = name;
        this.etc = Path.of("/etc/netns", name);
    }

    /// Made with nothing but a working loopback.
    ///
    /// @param purpose a short word; the process's number is added, so that runs side by side do not meet
    public static Namespace create(String purpose) {
        var made = new Namespace("mm-" + purpose + "-" + ProcessHandle.current().pid());
        Command.of("ip", "netns", "add", made.name).succeed();
        made.command("ip", "link", "set", "lo", "up").succeed();
        return made;
    }

    public String name() {
        return name;
    }

    /// An address that other programs in here can listen on, as if it were a server's on the Internet.
    public void address(String address) {
        command("ip", "address", "add", address, "dev", "lo").succeed();
    }

    /// Programs in here ask this name server.
    public void nameServer(String address) throws IOException {
        resolving("nameserver " + address);
    }

    /// Programs in here look names up as these lines say, as in resolv.conf(5).
    public void resolving(String... lines) throws IOException {
        write("resolv.conf", List.of(lines));
    }

    /// Programs in here find these names without a name server. Lines as in hosts(5).
    public void hosts(String... lines) throws IOException {
        write("hosts", Stream.concat(Stream.of("127.0.0.1 localhost", "::1 localhost"), Arrays.stream(lines)).toList());
    }

    /// The same program, in here.
    public Command command(Object... words) {
        var all = new ArrayList<Object>(List.of("ip", "netns", "exec", name));
        all.addAll(Arrays.asList(words));
        return Command.of(all.toArray());
    }

    /// Firewall rules as nft(8) reads them.
    public void firewall(String ruleset) {
        command("nft", "-f", "-").reading(ruleset).succeed();
    }

    @Override
    public void close() throws IOException {
        Command.of("ip", "netns", "delete", name).run();
        if (Files.exists(etc)) {
            try (var files = Files.list(etc)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(etc);
        }
    }

    private void write(String file, List<String> lines) throws IOException {
        Files.write(Files.createDirectories(etc).resolve(file), lines);
    }
}
