package org.mailmedic.net.system.firewall;

import java.util.ArrayList;
import java.util.List;
import org.mailmedic.settings.MailPorts;

/// Lists of ports, bounded.
final class PortSet {
    /// What "everything but …" means for a mail: submission and its stand-ins, and 25.
    static final List<Integer> MAIL = MailPorts.ALL;
    private static final int MOST = 2048;

    private final List<Integer> all = new ArrayList<>();

    void add(int from, int to) {
        for (int port = from; port <= to && all.size() < MOST; port++) {
            all.add(port);
        }
    }

    List<Integer> all() {
        return List.copyOf(all);
    }

    /// The ports that mail goes to, without these.
    List<Integer> othersForMail() {
        return MAIL.stream().filter(port -> !all.contains(port)).toList();
    }
}
