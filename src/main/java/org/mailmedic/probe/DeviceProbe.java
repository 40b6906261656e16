package org.mailmedic.probe;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.OffRoute.FirewallLook;
import org.mailmedic.evidence.OffRoute.ProtectionLook;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.net.system.SystemCommand;
import org.mailmedic.net.system.firewall.FirewallReader;
import org.mailmedic.net.system.protection.ProtectionReader;
import org.mailmedic.net.transport.Printable;

/// Asks this device's system about itself, with commands of the system that change nothing: the rules of its firewall, and which programs
/// protect it. Absence or refusal is evidence too, and so is that the person does not want it asked.
public final class DeviceProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int LONGEST_NAME = 80;
    private static final int MOST = 10;
    private final Instruments instruments;
    private final boolean commands;

    /// @param commands whether commands of the system may be run
    public DeviceProbe(Instruments instruments, boolean commands) {
        this.instruments = instruments;
        this.commands = commands;
    }

    public FirewallLook firewall(FirewallReader reader) {
        long start = instruments.now();
        var outcome = ask(reader.command(), reader::read);
        return new FirewallLook(String.join(" ", reader.command()), instruments.since(start), outcome);
    }

    public ProtectionLook protection(ProtectionReader reader) {
        long start = instruments.now();
        var outcome = ask(reader.command(),
                text -> reader.read(text).stream().limit(MOST).map(name -> Printable.of(name, LONGEST_NAME)).toList());
        return new ProtectionLook(String.join(" ", reader.command()), instruments.since(start), outcome);
    }

    /// @param read may throw [IllegalArgumentException] for a text that it does not know
    private <T> Outcome<List<T>> ask(List<String> command, Function<String, List<T>> read) {
        if (!commands) {
            return new Outcome.Skipped<>(Outcome.Reason.SWITCHED_OFF);
        }
        try {
            return Outcome.of(read.apply(SystemCommand.output(command, PATIENCE)));
        } catch (IOException | IllegalArgumentException refused) {
            return Outcome.failed(Failure.OTHER, Printable.of(String.valueOf(refused.getMessage()), 200));
        }
    }
}
