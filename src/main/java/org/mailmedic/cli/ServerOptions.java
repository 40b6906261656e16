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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that `diagnose` and its kin share: which server, and how it is checked.
final class ServerOptions {
    private static final Pattern DECIMAL = Pattern.compile("\\d*\\.?\\d+|\\d+\\.");

    @Option(names = "--host", paramLabel = "H", defaultValue = "", description = "The outgoing mail server.")
    private String host;

    @Option(names = "--port", paramLabel = "N", description = "Its port; without it 465 for tls, else 587.")
    private String port;

    @Option(names = "--security", paramLabel = "S", defaultValue = "auto", description = "auto, tls (from the first byte), starttls or none.")
    private String security;

    @Option(names = "--user", paramLabel = "U", description = "Sign-in name; without it no sign-in is tried.")
    private String user;

    @Mixin
    private PasswordOptions password = new PasswordOptions();

    @Option(names = "--auth", paramLabel = "MECHANISM", description = "Forces one SASL mechanism.")
    private String auth;

    @Option(names = "--from", paramLabel = "A", description = "Envelope sender; without it --user if that is an address.")
    private String from;

    @Option(names = "--to", paramLabel = "A", description = "Envelope recipient; without it no recipient is checked.")
    private String to;

    @Option(names = "--send", description = "Sends one real test message to --to.")
    private boolean send;

    @Option(names = "--timeout", paramLabel = "S", defaultValue = "10", description = "Seconds for each network step, 0.1 to 300.")
    private String timeout;

    @Option(names = "--resolver", paramLabel = "IP[:PORT]", description = "DNS server asked beside the system's, or https://… for DNS over HTTPS; repeatable.")
    private List<String> resolvers;

    @Option(names = "--controls", paramLabel = "FILE", description = "Control endpoints; none switches them off.")
    private String controls;

    @Option(names = "--trust", paramLabel = "FILE", description = "Extra CA certificates, PEM.")
    private Path trust;

    @Option(names = "--symptom", paramLabel = "WHERE", defaultValue = "mail-program",
            description = "Where the mail should be sent from: website, mail-program, device or server.")
    private String symptom;

    @Option(names = "--profile", paramLabel = "P", defaultValue = "full", description = "quick (the one dialogue) or full.")
    private String profile;

    @Option(names = "--check-mailbox", description = "When the password is not accepted, tries it once at the mailbox itself (IMAP or POP3).")
    private boolean checkMailbox;

    @Option(names = "--allow-plaintext-password", description = "Permits sign-in without encryption.")
    private boolean allowPlaintextPassword;

    Settings settings(Terminal terminal) throws UsageException {
        Security chosen = Security.of(security)
                .orElseThrow(() -> new UsageException("--security takes auto, tls, starttls or none, not: " + security));
        Symptom where = Symptom.of(symptom)
                .orElseThrow(() -> new UsageException("--symptom takes website, mail-program, device or server, not: " + symptom));
        if (auth != null && !SaslMechanisms.known().contains(auth.toUpperCase(Locale.ROOT))) {
            throw new UsageException("--auth takes one of " + String.join(", ", SaslMechanisms.known()) + ", not: " + auth);
        }
        OptionalInt portNumber = port();
        Optional<EmailAddress> sender = address("--from", from);
        Optional<EmailAddress> recipient = address("--to", to);
        return new Settings(host, portNumber, chosen, password.login(Optional.ofNullable(user), terminal), Optional.ofNullable(auth),
                sender, recipient, where, send, allowPlaintextPassword);
    }

    private OptionalInt port() throws UsageException {
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
        Options.Profile chosen = switch (profile.toLowerCase(Locale.ROOT)) {
            case "quick" -> Options.Profile.QUICK;
            case "full" -> Options.Profile.FULL;
            default -> throw new UsageException("--profile takes quick or full, not: " + profile);
        };
        for (String resolver : resolvers == null ? List.<String>of() : resolvers) {
            if (ResolverAddress.parse(resolver).isEmpty() && ResolverAddress.url(resolver).isEmpty()) {
                throw new UsageException("--resolver takes an IP address with or without a port, such as 192.0.2.53:53, or https://… for DNS over HTTPS, not: " + resolver);
            }
        }
        if (trust != null && (!Files.isReadable(trust) || Files.isDirectory(trust))) {
            throw new UsageException("The file " + trust + " cannot be read. --trust takes a file with certificates in PEM form.");
        }
        return new Options(timeout(), chosen, resolvers == null ? Options.PUBLIC_RESOLVERS : resolvers, Optional.ofNullable(trust),
                chosen == Options.Profile.QUICK && controls == null ? Controls.none() : ControlsFile.read(controls), checkMailbox);
    }

    private Duration timeout() throws UsageException {
        // without BigDecimal, whose tables take longer to build than everything else here
        String text = timeout.strip();
        if (text.length() < 20 && DECIMAL.matcher(text).matches()) {
            double seconds = Double.parseDouble(text);
            if (seconds >= 0.1 && seconds <= 300) {
                return Duration.ofMillis((long) (seconds * 1000 + 1e-6));
            }
        }
        throw new UsageException("--timeout takes seconds from 0.1 to 300, such as 10 or 2.5, not: " + timeout);
    }
}
