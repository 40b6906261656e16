package org.mailmedic.net.system.firewall;

import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/// Where our connections start: rules may be about one user's alone, or about what leaves by one interface.
///
/// @param user       as the system knows who runs this program
/// @param uid        the user's number; negative when unknown
/// @param interfaces the names of those that are there; empty when unknown
record RuleOrigin(String user, long uid, Set<String> interfaces) {
    private static final Path SELF = Path.of("/proc/self");

    RuleOrigin {
        interfaces = Set.copyOf(interfaces);
    }

    /// This program on this system.
    static RuleOrigin current() {
        return new RuleOrigin(System.getProperty("user.name", ""), currentUid(), currentInterfaces());
    }

    private static long currentUid() {
        try {
            return Files.getAttribute(SELF, "unix:uid") instanceof Integer uid ? uid : -1;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
            return -1;
        }
    }

    private static Set<String> currentInterfaces() {
        try {
            return NetworkInterface.networkInterfaces().map(NetworkInterface::getName).collect(Collectors.toSet());
        } catch (SocketException unknown) {
            return Set.of();
        }
    }

    boolean userKnown() {
        return uid >= 0;
    }

    /// @param given a name, a number, or a range of numbers
    boolean runBy(String given) {
        if (!given.matches("\\d{1,10}(-\\d{1,10})?")) {
            return given.equals(user);
        }
        String[] ends = given.split("-", 2);
        return uid >= Long.parseLong(ends[0]) && uid <= Long.parseLong(ends[ends.length - 1]);
    }

    /// Whether anything can leave by an interface of that name, such as the tunnel of a VPN that is connected.
    ///
    /// @param given a name; a closing `*` (nft) or `+` (iptables) stands for any rest
    boolean has(String given) {
        boolean open = given.endsWith("*") || given.endsWith("+");
        String name = open ? given.substring(0, given.length() - 1) : given;
        return interfaces.isEmpty() || interfaces.stream().anyMatch(each -> open ? each.startsWith(name) : each.equals(name));
    }
}
