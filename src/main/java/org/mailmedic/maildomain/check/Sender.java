package org.mailmedic.maildomain.check;

import java.net.InetAddress;
import java.util.Optional;
import org.mailmedic.plan.AddressText;

/// One address that mail for the domain leaves from.
///
/// @param host     the name by which it was given; empty where the address itself was
/// @param mailFrom the envelope sender
/// @param helo     the name in EHLO
public record Sender(InetAddress ip, Optional<String> host, String mailFrom, String helo) {
    public String address() {
        return AddressText.of(ip);
    }

    /// Whether only the network inside knows the address, so that receivers see another one.
    public boolean inside() {
        return PrivateNetworks.hold(ip);
    }

    /// As the person named it.
    public String shown() {
        return host.map(name -> name + " (" + address() + ")").orElse(address());
    }
}
