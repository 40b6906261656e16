package org.mailmedic.lab.scenario;

import java.util.List;
import java.util.stream.Stream;
import org.mailmedic.lab.Scenario;

/// Every scenario of the laboratory.
public final class Scenarios {
    private Scenarios() {}

    public static List<Scenario> all() {
        return Stream.of(ConnectScenarios.all(), IpTablesScenarios.all(), MixedScenarios.all(), NetworkScenarios.all(), NameScenarios.all(),
                GreetingScenarios.all(),
                BetweenScenarios.all(),
            EncryptScenarios.all(), ReplyScenarios.all(), MailboxScenarios.all(), RealServerScenarios.all(), HealthyScenarios.all(),
            DeliveryScenarios.all())
                    .flatMap(List::stream).toList();
    }
}
