package org.mailmedic.probe;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.OffRoute.Interface;
import org.mailmedic.evidence.OffRoute.InterfaceLook;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.net.transport.Printable;

/// Lists the network interfaces that are up. Whether one is a VPN can only be guessed from its name.
public final class InterfaceProbe {
    private static final Pattern VPN = Pattern.compile("(tun|tap|utun|wg|ppp|ipsec|wintun|nordlynx|proton|tailscale|zt)\\w*",
            Pattern.CASE_INSENSITIVE);
    private final Instruments instruments;

    public InterfaceProbe(Instruments instruments) {
        this.instruments = instruments;
    }

    public InterfaceLook look() {
        long start = instruments.now();
        Outcome<List<Interface>> outcome;
        try {
            List<Interface> up = new ArrayList<>();
            for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
                if (each.isUp()) {
                    up.add(new Interface(each.getName(), each.getMTU(), VPN.matcher(each.getName()).matches(), each.isLoopback()));
                }
            }
            outcome = Outcome.of(up);
        } catch (SocketException unreadable) {
            outcome = Outcome.failed(Failure.OTHER, Printable.of(String.valueOf(unreadable.getMessage()), 200));
        }
        return new InterfaceLook(instruments.since(start), outcome);
    }
}
