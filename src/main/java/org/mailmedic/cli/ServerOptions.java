package org.mailmedic.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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

    private final OptionSpec host = Choice.text("--host", "H", "The outgoing mail server.").defaultValue("").build();
    private final OptionSpec port = Choice.text("--port", "N", "Its port; without it 465 for tls, else 587.").build();
    private final OptionSpec security = Choice.text("--security", "S", "auto, tls (from the first byte), starttls or none.")
            .defaultValue("auto").build();
    private final OptionSpec user = Choice.text("--user", "U", "Sign-in name; without it no sign-in is tried.").build();
    private final PasswordOptions password = new PasswordOptions();
    private final OptionSpec auth = Choice.text("--auth", "MECHANISM", "Forces one SASL mechanism.").build();
    private final OptionSpec from = Choice.text("--from", "A", "Envelope sender; without it --user if that is an address.").build();
    private final OptionSpec to = Choice.text("--to", "A", "Envelope recipient; without it no recipient is checked.").build();
    private final OptionSpec send = Choice.flag("Sends one real test message to --to.", "--send");
    private final OptionSpec timeout = Choice.text("--timeout", "S", "Seconds for each network step, 0.1 to 300.")
            .defaultValue("10").build();
    private final OptionSpec resolvers = Choice.texts("--resolver", "IP[:PORT]",
            "DNS server asked beside the system's, or https://… for DNS over HTTPS; repeatable.");
    private final OptionSpec controls = Choice.text("--controls", "FILE", "Control endpoints; none switches them off.").build();
    private final OptionSpec trust = Choice.file("--trust", "FILE", "Extra CA certificates, PEM.");
    private final OptionSpec symptom = Choice.text("--symptom", "WHERE",
            "Where the mail should be sent from: website, mail-program, device or server.").defaultValue("mail-program").build();
    private final OptionSpec profile = Choice.text("--profile", "P", "quick (the one dialogue) or full.").defaultValue("full").build();
    private final OptionSpec checkMailbox = Choice.flag(
            "When the password is not accepted, tries it once at the mailbox itself (IMAP or POP3).", "--check-mailbox");
    private final OptionSpec allowPlaintextPassword = Choice.flag("Permits sign-in without encryption.", "--allow-plaintext-password");

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
                .orElseThrow(() -> new UsageException("--security takes auto, tls, starttls or none, not: " + security));
        Symptom where = Symptom.of(symptom)
                .orElseThrow(() -> new UsageException("--symptom takes website, mail-program, device or server, not: " + symptom));
        if (auth != null && !SaslMechanisms.known().contains(auth.toUpperCase(Locale.ROOT))) {
            throw new UsageException("--auth takes one of " + String.join(", ", SaslMechanisms.known()) + ", not: " + auth);
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
        throw new UsageException("--port takes a number from 1 to 65535, not: " + port);
    }

    private static Optional<EmailAddress> address(String option, String text) throws UsageException {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        Optional<EmailAddress> address = EmailAddress.parse(text);
        if (address.isEmpty()) {
            throw new UsageException(option + " takes an e-mail address such as name@example.org, not: " + text);
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
            default -> throw new UsageException("--profile takes quick or full, not: " + profile);
        };
        for (String resolver : resolvers == null ? List.<String>of() : resolvers) {
            if (ResolverAddress.parse(resolver).isEmpty() && ResolverAddress.url(resolver).isEmpty()) {
                throw new UsageException("--resolver takes an IP address with or without a port, such as 192.0.2.53:53, or https://… for "
                        + "DNS over HTTPS, not: " + resolver);
            }
        }
        if (trust != null && (!Files.isReadable(trust) || Files.isDirectory(trust))) {
            throw new UsageException("The file " + trust + " cannot be read. --trust takes a file with certificates in PEM form.");
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
        throw new UsageException("--timeout takes seconds from 0.1 to 300, such as 10 or 2.5, not: " + given);
    }
}
