package org.mailmedic.plan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How a check-up is done, apart from what is checked.
///
/// @param timeout   deadline of each network step as a whole, 0.1 to 300 s
/// @param profile   how much is looked at
/// @param resolvers DNS servers asked beside the system's, as `IP`, `IP:PORT` or, over HTTPS, `https://…`; empty list: none
/// @param trust     a PEM file with extra authorities to trust
/// @param controls  well-known endpoints elsewhere, to tell this server's faults from the line's
/// @param mailbox   whether the password may also be tried once at the mailbox itself (IMAP or POP3 of the same provider), when the
///                  server for sending does not accept it
/// @param device    whether commands of this system may be run to read what protects this device: its firewall's rules and its programs
public record Options(Duration timeout, Profile profile, List<String> resolvers, Optional<Path> trust, Controls controls, boolean mailbox,
                      boolean device) {
    public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(10);
    public static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(100);
    public static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(5);

    /// Asked beside this computer's own name lookup, to notice a wrong answer: Cloudflare's, Google's and Quad9's.
    public static final List<String> PUBLIC_RESOLVERS = List.of("1.1.1.1", "8.8.8.8", "9.9.9.9");

    /// How much is looked at.
    public enum Profile {
        /// The one dialogue with the given server: no alternatives, controls or repeats.
        QUICK,
        /// Everything that helps to tell causes apart.
        FULL
    }

    /// This device is looked at.
    public Options(Duration timeout, Profile profile, List<String> resolvers, Optional<Path> trust, Controls controls, boolean mailbox) {
        this(timeout, profile, resolvers, trust, controls, mailbox, true);
    }

    /// The mailbox is left alone, and this device is looked at.
    public Options(Duration timeout, Profile profile, List<String> resolvers, Optional<Path> trust, Controls controls) {
        this(timeout, profile, resolvers, trust, controls, false);
    }

    public Options {
        resolvers = List.copyOf(resolvers);
        if (timeout.compareTo(SHORTEST_TIMEOUT) < 0 || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException("a time-out lies between 0.1 and 300 seconds");
        }
    }

    public static Options usual() {
        return new Options(USUAL_TIMEOUT, Profile.FULL, List.of(), Optional.empty(), Controls.none());
    }

    public Options withTimeout(Duration other) {
        return new Options(other, profile, resolvers, trust, controls, mailbox, device);
    }

    public Options withProfile(Profile other) {
        return new Options(timeout, other, resolvers, trust, controls, mailbox, device);
    }

    public Options withResolvers(List<String> others) {
        return new Options(timeout, profile, others, trust, controls, mailbox, device);
    }

    public Options withTrust(Path pem) {
        return new Options(timeout, profile, resolvers, Optional.of(pem), controls, mailbox, device);
    }

    public Options withControls(Controls others) {
        return new Options(timeout, profile, resolvers, trust, others, mailbox, device);
    }

    public Options withMailbox(boolean allowed) {
        return new Options(timeout, profile, resolvers, trust, controls, allowed, device);
    }

    public Options withDevice(boolean allowed) {
        return new Options(timeout, profile, resolvers, trust, controls, mailbox, allowed);
    }
}
