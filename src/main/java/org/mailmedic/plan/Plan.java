package org.mailmedic.plan;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// What will be tried, as data, before anything is tried. It can be shown before it is run.
///
/// @param host       the name or address to look up or connect to; empty when the setting cannot be used
/// @param literal    whether `host` is an address already, so that nothing is looked up
/// @param port       the port asked about
/// @param mode       what is spoken first there
/// @param otherPorts the server's other usual ports, tried when the one asked about does not greet
/// @param resolvers  DNS servers asked beside the system's
/// @param asked      the stages that this check-up is meant to reach; the others are skipped
/// @param step       deadline of each network step as a whole
/// @param quick      only the one dialogue
/// @param controls   endpoints elsewhere to compare with
/// @param mailbox    whether a password that is not accepted may be tried once at the mailbox itself
/// @param device     whether commands of this system may be run to read what protects this device
public record Plan(String host, boolean literal, int port, Mode mode, List<Integer> otherPorts, List<String> resolvers,
                   Set<Stage> asked, Duration step, boolean quick, Controls controls, boolean mailbox, boolean device) {
    public Plan {
        otherPorts = List.copyOf(otherPorts);
        resolvers = List.copyOf(resolvers);
        asked = Set.copyOf(asked);
    }

    /// False when the host setting cannot be used, so that nothing beyond the settings can be looked at.
    public boolean possible() {
        return !host.isEmpty();
    }
}
