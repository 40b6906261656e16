package org.mailmedic.provider;

import java.util.List;

/// A network that keeps mail from going out: a hosting company, a cloud, a kind of line.
///
/// @param key             short and stable: `hetzner`
/// @param blockedPorts    ports to which nothing gets out
/// @param plans           whom it concerns
/// @param since           from which day on, as `yyyy-MM-dd`; empty when unknown
/// @param howToAsk        how to get them opened, a key of the text book `provider`; empty when nothing is known to help
/// @param workaroundPorts ports that get through
/// @param note            what else matters; empty when there is nothing
/// @param unverified      names of the facts above that rest on reports of users or common knowledge
/// @param lastChecked     when, as `yyyy-MM`
public record Hosting(String key, String name, List<Integer> blockedPorts, String plans, String since, String howToAsk,
                      List<Integer> workaroundPorts, String note, String source, List<String> unverified, List<String> machines,
                      String lastChecked) {
    public Hosting {
        blockedPorts = List.copyOf(blockedPorts);
        workaroundPorts = List.copyOf(workaroundPorts);
        unverified = List.copyOf(unverified);
        machines = List.copyOf(machines);
    }
}
