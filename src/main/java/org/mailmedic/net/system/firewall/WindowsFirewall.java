package org.mailmedic.net.system.firewall;

import java.util.ArrayList;
import java.util.List;
import org.mailmedic.evidence.OffRoute.FirewallRule;

/// Windows: asks PowerShell for the enabled outbound rules that block, one a line as `name|protocol|ports` (NetSecurity module).
/// Not tried on Windows yet; its absence or refusal is evidence like any other.
public final class WindowsFirewall implements FirewallReader {
    private static final String SCRIPT = "Get-NetFirewallRule -Direction Outbound -Action Block -Enabled True | ForEach-Object { "
            + "$p = $_ | Get-NetFirewallPortFilter; $_.DisplayName + '|' + $p.Protocol + '|' + ($p.RemotePort -join ',') }";

    @Override
    public List<String> command() {
        return List.of("powershell", "-NoProfile", "-NonInteractive", "-Command", SCRIPT);
    }

    @Override
    public List<FirewallRule> read(String text) {
        List<FirewallRule> found = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] parts = line.split("\\|", -1);
            if (parts.length == 3 && (parts[1].equals("TCP") || parts[1].equals("Any"))) {
                List<Integer> ports = new ArrayList<>();
                for (String port : parts[2].split(",")) {
                    if (port.strip().matches("\\d{1,5}")) {
                        ports.add(Integer.parseInt(port.strip()));
                    }
                }
                found.add(new FirewallRule(ports, "", true, true, parts[0]));
            }
        }
        return found;
    }
}
