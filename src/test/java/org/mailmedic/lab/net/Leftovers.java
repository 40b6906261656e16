package org.mailmedic.lab.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.mailmedic.real.Command;

/// What an earlier run left behind when it was killed: its namespaces and the processes in them. Runs that still live are left alone.
public final class Leftovers {
    private static final Pattern OURS = Pattern.compile("mm-lab\\d+-[a-z]+-(\\d+)");

    private Leftovers() {}

    public static void remove() throws IOException {
        for (String line : Command.of("ip", "netns", "list").succeed().lines().toList()) {
            String name = line.split(" ", 2)[0];
            var matcher = OURS.matcher(name);
            if (matcher.matches() && ProcessHandle.of(Long.parseLong(matcher.group(1))).filter(ProcessHandle::isAlive).isEmpty()) {
                Command.of("ip", "netns", "pids", name).succeed().lines()
                        .flatMap(id -> ProcessHandle.of(Long.parseLong(id.strip())).stream())
                    .forEach(ProcessHandle::destroyForcibly);
                Command.of("ip", "netns", "delete", name).succeed();
                Path etc = Path.of("/etc/netns", name);
                Files.deleteIfExists(etc.resolve("hosts"));
                Files.deleteIfExists(etc.resolve("resolv.conf"));
                Files.deleteIfExists(etc);
            }
        }
    }
}
