package org.mailmedic.practice.fault;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The book of all faults, in the order in which mail travels. The words for each stand in
/// `text/practice.properties` under `fault.NAME`.
public final class Faults {
    private static final List<Fault> ALL = Stream.of(
            HealthyServers.all(), ConnectFaults.all(), GreetingFaults.all(), HelloFaults.all(), EncryptFaults.all(),
            CertificateFaults.all(), SignInFaults.all(), SenderFaults.all(), RecipientFaults.all(), MessageFaults.all())
            .flatMap(List::stream).toList();

    private Faults() {}

    public static List<Fault> all() {
        return ALL;
    }

    public static Optional<Fault> find(String name) {
        return ALL.stream().filter(fault -> fault.name().equals(name)).findFirst();
    }

    /// The healthy server.
    public static Fault healthy() {
        return ALL.getFirst();
    }
}
