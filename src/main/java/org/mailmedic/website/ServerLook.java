package org.mailmedic.website;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mailmedic.plan.Controls;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Plan;
import org.mailmedic.plan.Route;
import org.mailmedic.settings.MailPorts;

/// One server that the probe contacts: part of the fixed list inside the file.
///
/// @param how how far it goes: `talk`, `greet` or `connect`
record ServerLook(Route.Role role, String host, int port, Mode mode, String how) {
    private static final int MOST_CONTROLS = 24;
    /// What can stand in a PHP or shell string as it is.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:-]{1,253}");

    /// What is contacted: the server in question first, its other mode and ports, the same ports elsewhere, and where nobody can answer.
    static List<ServerLook> in(Plan plan) {
        var all = new ArrayList<ServerLook>();
        all.add(new ServerLook(Route.Role.TARGET, plan.host(), plan.port(), plan.mode(), "talk"));
        Mode other = plan.mode() == Mode.PLAIN ? Mode.IMPLICIT_TLS : Mode.PLAIN;
        all.add(new ServerLook(Route.Role.OTHER_MODE, plan.host(), plan.port(), other, "greet"));
        plan.otherPorts().forEach(port -> all.add(new ServerLook(Route.Role.OTHER_PORT, plan.host(), port,
                port == MailPorts.SUBMISSIONS ? Mode.IMPLICIT_TLS : Mode.PLAIN, "greet")));
        plan.controls().tcp().stream().limit(MOST_CONTROLS).map(ServerLook::control).forEach(all::add);
        plan.controls().canaries().stream().limit(2)
                .forEach(host -> all.add(new ServerLook(Route.Role.CANARY, host, plan.port(), plan.mode(), "greet")));
        return all.stream().filter(look -> PLAIN.matcher(look.host()).matches()).toList();
    }

    private static ServerLook control(Controls.Tcp tcp) {
        return new ServerLook(Route.Role.CONTROL, tcp.host(), tcp.port(), tcp.tls() ? Mode.IMPLICIT_TLS : Mode.PLAIN,
                tcp.smtp() ? "greet" : "connect");
    }

    String php() {
        return String.format("\t\tarray('%s', '%s', %d, '%s', '%s'),", roleId(), host, port, mode.id(), how);
    }

    String shell() {
        return String.join(" ", roleId(), host, Integer.toString(port), mode.id(), how);
    }

    private String roleId() {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
