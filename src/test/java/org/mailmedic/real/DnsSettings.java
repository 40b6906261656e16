package org.mailmedic.real;

import java.nio.file.Path;
import java.util.Map;

/// What NSD and unbound are told, wherever a test runs them: everything of theirs in one folder, nobody's rights dropped, and every
/// question answered, where Debian's NSD would drop what is more than 200 a second.
final class DnsSettings {
    private DnsSettings() {}

    /// @param listen an address, with `@` and a port where that is not the usual one
    /// @param name   of what it leaves in the folder
    /// @param zones  the file of each zone, by the zone's name
    static String nsd(String listen, Path folder, String name, Map<String, ?> zones) {
        var settings = new StringBuilder("""
                server:
                  ip-address: %1$s
                  rrl-ratelimit: 0
                  username: ""
                  zonesdir: "%2$s"
                  database: ""
                  pidfile: "%2$s/%3$s.pid"
                  xfrdfile: "%2$s/%3$s.xfrd"
                  zonelistfile: "%2$s/%3$s.list"
                remote-control:
                  control-enable: no
                """.formatted(listen, folder, name));
        zones.forEach((zone, file) -> settings.append("zone:\n  name: \"").append(zone).append("\"\n  zonefile: \"").append(file)
                .append("\"\n"));
        return settings.toString();
    }

    /// @param anchor the key that signatures are held against
    /// @param more   lines that follow, the first ones still about the server
    static String unbound(Path folder, String anchor, String more) {
        return """
                server:
                  interface: 127.0.0.1
                  chroot: ""
                  username: ""
                  directory: "%1$s"
                  pidfile: "%1$s/unbound.pid"
                  use-syslog: no
                  do-ip6: no
                  trust-anchor: "%2$s"
                """.formatted(folder, anchor) + more;
    }
}
