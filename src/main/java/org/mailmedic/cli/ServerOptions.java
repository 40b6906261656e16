package org.mailmedic.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.mailmedic.plan.Controls;
import org.mailmedic.plan.Options;
import org.mailmedic.plan.ResolverAddress;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.SaslMechanisms;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;
import org.mailmedic.settings.Symptom;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The options that `diagnose` and its kin share: which server, and how it is checked.
final class ServerOptions {
    private static final Pattern DECIMAL = Pattern.compile("\\d*\\.?\\d+|\\d+\\.");

    private final OptionSpec host = Choice.text("--host", "H").defaultValue("").build();
    private final OptionSpec port = Choice.text("--port", "N").build();
    private final OptionSpec security = Choice.text("--security", "S").defaultValue("auto").build();
    private final OptionSpec user = Choice.text("--user", "U").build();
    private final PasswordOptions password = new PasswordOptions();
    private final OptionSpec auth = Choice.text("--auth", "MECHANISM").build();
    private final OptionSpec from = Choice.text("--from", "A").build();
    private final OptionSpec to = Choice.text("--to", "A").build();
    private final OptionSpec send = Choice.flag("--send");
    private final OptionSpec timeout = Choice.text("--timeout", "S").defaultValue("10").build();
    private final OptionSpec resolvers = Choice.texts("--resolver", "IP[:PORT]");
    private final OptionSpec controls = Choice.text("--controls", "FILE").build();
    private final OptionSpec trust = Choice.file("--trust", "FILE");
    private final OptionSpec symptom = Choice.text("--symptom", "WHERE").defaultValue("mail-program").build();
    private final OptionSpec profile = Choice.text("--profile", "P").defaultValue("full").build();
    private final OptionSpec checkMailbox = Choice.flag("--check-mailbox");
    private final OptionSpec allowPlaintextPassword = Choice.flag("--allow-plaintext-password");

    void addTo(CommandSpec command) {
        List.of(host, port, security, user).forEach(command::addOption);
        password.addTo(command);
        List.of(auth, from, to, send, timeout, resolvers, controls, trust, symptom, profile, checkMailbox, allowPlaintextPassword)
                .forEach(command::addOption);
    }

    /// Those that say how servers are checked which are named elsewhere, and by whom.
    void addMannerTo(CommandSpec command) {
        List.of(port, security, timeout, resolvers, controls, trust, symptom, profile, allowPlaintextPassword).forEach(command::addOption);
    }

    boolean passwordFromStandardInput() {
        return password.fromStandardInput();
    }

    Settings settings(Terminal terminal, Locale language) throws UsageException {
        String security = this.security.getValue();
        String symptom = this.symptom.getValue();
        String auth = this.auth.getValue();
        Security chosen = Security.of(security)
                .orElseThrow(() -> new UsageException("takes.security", Map.of("given", security)));
        Symptom where = Symptom.of(symptom)
                .orElseThrow(() -> new UsageException("takes.symptom", Map.of("given", symptom)));
        if (auth != null && !SaslMechanisms.known().contains(auth.toUpperCase(Locale.ROOT))) {
            throw new UsageException("takes.one_of",
                    Map.of("option", "--auth", "choices", String.join(", ", SaslMechanisms.known()), "given", auth));
        }
        OptionalInt portNumber = port(port.getValue());
        Optional<EmailAddress> sender = address("--from", from.getValue());
        Optional<EmailAddress> recipient = address("--to", to.getValue());
        String name = host.getValue();
        return new Settings(name == null ? "" : name, portNumber, chosen,
                password.login(Optional.ofNullable(user.getValue()), terminal, language), Optional.ofNullable(auth), sender, recipient,
                where, Choice.given(send), Choice.given(allowPlaintextPassword));
    }

    /// @param port as typed; null when it was not given
    static OptionalInt port(String port) throws UsageException {
        if (port == null) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(port.strip());
            if (number >= 1 && number <= 65535) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new UsageException("takes.number", Map.of("option", "--port", "least", 1, "most", 65535, "given", port));
    }

    private static Optional<EmailAddress> address(String option, String text) throws UsageException {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        Optional<EmailAddress> address = EmailAddress.parse(text);
        if (address.isEmpty()) {
            throw new UsageException("takes.address", Map.of("option", option, "given", text));
        }
        return address;
    }

    Options options() throws UsageException {
        return options(false);
    }

    /// @param full whether a full check-up may be asked for elsewhere, so that it has its controls
    Options options(boolean full) throws UsageException {
        String profile = this.profile.getValue();
        List<String> resolvers = this.resolvers.getValue();
        Path trust = this.trust.getValue();
        String controls = this.controls.getValue();
        Options.Profile chosen = switch (profile.toLowerCase(Locale.ROOT)) {
            case "quick" -> Options.Profile.QUICK;
            case "full" -> Options.Profile.FULL;
            default -> throw new UsageException("takes.profile", Map.of("given", profile));
        };
        for (String resolver : resolvers == null ? List.<String>of() : resolvers) {
            if (ResolverAddress.parse(resolver).isEmpty() && ResolverAddress.url(resolver).isEmpty()) {
                throw new UsageException("takes.resolver", Map.of("given", resolver));
            }
        }
        if (trust != null && (!Files.isReadable(trust) || Files.isDirectory(trust))) {
            throw new UsageException("trust.unreadable", Map.of("file", trust));
        }
        return new Options(timeout(), chosen, resolvers == null ? Options.PUBLIC_RESOLVERS : resolvers, Optional.ofNullable(trust),
                chosen == Options.Profile.QUICK && controls == null && !full ? Controls.none() : ControlsFile.read(controls),
                Choice.given(checkMailbox));
    }

    private Duration timeout() throws UsageException {
        // without BigDecimal, whose tables take longer to build than everything else here
        String given = timeout.getValue();
        String text = given.strip();
        if (text.length() < 20 && DECIMAL.matcher(text).matches()) {
            double seconds = Double.parseDouble(text);
            if (seconds >= 0.1 && seconds <= 300) {
                return Duration.ofMillis((long) (seconds * 1000 + 1e-6));
            }
        }
        throw new UsageException("takes.timeout", Map.of("least", "0.1", "most", 300, "given", given));
    }
}
