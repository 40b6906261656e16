package org.mailmedic.probe;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.mailmedic.evidence.Evidence.FirewallLook;
import org.mailmedic.evidence.Evidence.FirewallRule;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.net.Command;
import org.mailmedic.net.Printable;
import org.mailmedic.net.firewall.FirewallReader;

/// Reads this device's firewall rules, where the system lets us. Nothing is changed; a refusal is evidence too.
public final class FirewallProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private final Instruments instruments;

    public FirewallProbe(Instruments instruments) {
        this.instruments = instruments;
    }

    /// The person does not want it read.
    public FirewallLook switchedOff(FirewallReader reader) {
        return new FirewallLook(String.join(" ", reader.command()), instruments.since(instruments.now()),
                new Outcome.Skipped<>(Outcome.Reason.SWITCHED_OFF));
    }

    public FirewallLook look(FirewallReader reader) {
        long start = instruments.now();
        String shown = String.join(" ", reader.command());
        Outcome<List<FirewallRule>> outcome;
        try {
            outcome = Outcome.of(reader.read(Command.output(reader.command(), PATIENCE)));
        } catch (IOException | IllegalArgumentException refused) {
            outcome = Outcome.failed(Failure.OTHER, Printable.of(String.valueOf(refused.getMessage()), 200));
        }
        return new FirewallLook(shown, instruments.since(start), outcome);
    }
}
