package org.mailmedic.probe;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.mailmedic.evidence.Evidence.ProtectionLook;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.net.Command;
import org.mailmedic.net.Printable;
import org.mailmedic.net.protection.ProtectionReader;

/// Asks the system which programs protect it. Nothing is changed; a refusal is evidence too.
public final class ProtectionProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int LONGEST_NAME = 80;
    private static final int MOST = 10;
    private final Instruments instruments;

    public ProtectionProbe(Instruments instruments) {
        this.instruments = instruments;
    }

    /// The person does not want it asked.
    public ProtectionLook switchedOff(ProtectionReader reader) {
        return new ProtectionLook(String.join(" ", reader.command()), instruments.since(instruments.now()),
                new Outcome.Skipped<>(Outcome.Reason.SWITCHED_OFF));
    }

    public ProtectionLook look(ProtectionReader reader) {
        long start = instruments.now();
        String shown = String.join(" ", reader.command());
        Outcome<List<String>> outcome;
        try {
            outcome = Outcome.of(reader.read(Command.output(reader.command(), PATIENCE)).stream().limit(MOST)
                    .map(name -> Printable.of(name, LONGEST_NAME)).toList());
        } catch (IOException refused) {
            outcome = Outcome.failed(Failure.OTHER, Printable.of(String.valueOf(refused.getMessage()), 200));
        }
        return new ProtectionLook(shown, instruments.since(start), outcome);
    }
}
