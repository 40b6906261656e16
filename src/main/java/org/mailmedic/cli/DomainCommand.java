package org.mailmedic.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.mailmedic.advice.Adviser;
import org.mailmedic.checkup.DomainChecker;
import org.mailmedic.maildomain.Blocklists;
import org.mailmedic.maildomain.DomainLook;
import org.mailmedic.maildomain.DomainQuestion;
import org.mailmedic.maildomain.check.Blocklist;
import org.mailmedic.maildomain.message.MessageFile;
import org.mailmedic.maildomain.report.AggregateReader;
import org.mailmedic.maildomain.report.AggregateReport;
import org.mailmedic.plan.ResolverAddress;
import org.mailmedic.provider.Provider;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.report.json.JsonText;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.HostName;
import org.mailmedic.settings.UserInfo;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `domain`: looks at a domain's mail records.
final class DomainCommand implements Callable<Integer> {
    private static final Pattern SELECTOR = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,100}[A-Za-z0-9_])?");
    private static final long LONGEST_LIST = 64 * 1024;

    private final Terminal terminal;
    private final PositionalParamSpec name = PositionalParamSpec.builder().index("0").paramLabel("NAME").type(String.class).required(true)
            .description("The domain, or an address in it.").build();
    private final OptionSpec resolvers = Choice.texts("--resolver", "IP[:PORT]",
            "DNS server asked in place of the system's, or https://… for DNS over HTTPS; repeatable.");
    private final OptionSpec selectors = Choice.texts("--selector", "S", "A name that mail is signed under (DKIM); repeatable.");
    private final OptionSpec sendsThrough = Choice.texts("--sends-through", "HOST|IP",
            "The server or address that mail leaves from; repeatable.");
    private final OptionSpec mailFrom = Choice.text("--mail-from", "A", "Envelope sender; without it postmaster at the domain.").build();
    private final OptionSpec helo = Choice.text("--helo", "H", "The name that the sending server gives in EHLO.").build();
    private final OptionSpec message = Choice.file("--message", "FILE", "A message from the domain as it was delivered, with its headers.");
    private final OptionSpec reports = Choice.texts("--report", "FILE", "A DMARC aggregate report: XML, gz or zip; repeatable.");
    private final OptionSpec blocklists = Choice.text("--blocklists", "FILE", "Block lists to ask; none switches them off.").build();
    private final OptionSpec trust = Choice.file("--trust", "FILE", "Extra CA certificates, PEM.");
    private final OptionSpec timeout = Choice.text("--timeout", "S", "Seconds for each question, page and server, 0.1 to 300.")
            .defaultValue("10").build();
    private final OutputOptions output = new OutputOptions();

    DomainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    CommandSpec spec() {
        var spec = Choice.command(this, "domain",
                "Checks the domain's mail records: SPF, DKIM, DMARC, MX, MTA-STS, TLS-RPT, DANE, reverse DNS.");
        spec.addPositional(name);
        List.of(selectors, sendsThrough, mailFrom, helo, message, reports, resolvers, blocklists, trust, timeout).forEach(spec::addOption);
        output.addTo(spec);
        return spec.addOption(Choice.help());
    }

    @Override
    public Integer call() throws UsageException, UnwrittenException, InterruptedException {
        Optional<ReportForm> report = output.passedOn(terminal);
        if (report.isEmpty()) {
            output.check();
        }
        Locale language = output.language(terminal);
        DomainQuestion question = question();
        var manner = new DomainChecker.Manner(resolvers(), trust(), Timeout.read(timeout.getValue()));
        ProviderBook book = ProviderBook.load();
        long began = System.nanoTime();
        DomainLook look = look(book, question, manner);
        var took = Duration.ofNanos(System.nanoTime() - began);
        var adviser = new Adviser(language, Adviser.systemName(System.getProperty("os.name")), ZoneId.systemDefault(),
                host -> book.byHost(host).map(Provider::name));
        var form = new DomainForm(look, adviser, language, Instant.now());
        if (report.isPresent()) {
            output.write(report.get().write(form.report(took), language, output.width(terminal), false), terminal);
        } else {
            output.write(switch (output.format()) {
                case JSON -> JsonText.of(form.json());
                case TEXT -> form.text();
            }, terminal);
        }
        return switch (look.outcome()) {
            case HEALTHY -> ExitCode.FINE;
            case PROBLEM -> ExitCode.PROBLEM;
            case INCONCLUSIVE -> ExitCode.INCONCLUSIVE;
        };
    }

    private static DomainLook look(ProviderBook book, DomainQuestion question, DomainChecker.Manner manner)
            throws UsageException, UnwrittenException, InterruptedException {
        try {
            return new DomainChecker(book).look(question, manner);
        } catch (IOException unusable) {
            throw new UsageException(unusable.getMessage());
        }
    }

    private DomainQuestion question() throws UsageException, UnwrittenException {
        String typed = ((String) name.getValue()).strip();
        String domain = typed.substring(typed.lastIndexOf('@') + 1);
        if (!(HostName.read(domain) instanceof HostName.Usable(var ascii, var literal)) || literal || ascii.indexOf('.') < 0) {
            throw new UsageException("domain takes a domain such as example.org, not: " + UserInfo.masked(typed));
        }
        List<String> named = texts(selectors);
        for (String selector : named) {
            if (!SELECTOR.matcher(selector).matches()) {
                throw new UsageException("--selector takes a name such as default, not: " + selector);
            }
        }
        List<String> senders = texts(sendsThrough);
        for (String sender : senders) {
            if (!(HostName.read(sender) instanceof HostName.Usable)) {
                throw new UsageException("--sends-through takes a server's name or address, not: " + sender);
            }
        }
        String hello = helo.getValue();
        if (hello != null && !(HostName.read(hello) instanceof HostName.Usable)) {
            throw new UsageException("--helo takes the name or address that the sending server gives in EHLO, not: " + hello);
        }
        return new DomainQuestion(ascii, named, senders, sender(), Optional.ofNullable(hello), lists(), message(), reports());
    }

    private Optional<MessageFile> message() throws UsageException, UnwrittenException {
        Path file = message.getValue();
        if (file == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(MessageFile.read(bytes(file, "--message takes a saved message with its headers.", MessageFile.LARGEST)));
        } catch (IllegalArgumentException senseless) {
            throw new UsageException("The file " + file + " " + senseless.getMessage() + ".");
        }
    }

    private List<AggregateReport> reports() throws UsageException, UnwrittenException {
        List<AggregateReport> all = new ArrayList<>();
        var reader = new AggregateReader();
        for (String file : texts(reports)) {
            try {
                all.addAll(reader.next(bytes(Path.of(file), "--report takes a DMARC aggregate report: XML, gz or zip.",
                        AggregateReader.LARGEST)));
            } catch (IOException senseless) {
                throw new UsageException("The file " + file + " " + reason(senseless) + ".");
            }
        }
        return all;
    }

    /// Only the reader's own words complete the sentence; the system's do not.
    private static String reason(IOException senseless) {
        String words = String.valueOf(senseless.getMessage());
        return words.startsWith("is ") || words.startsWith("has ") || words.startsWith("holds ") || words.startsWith("unpacks ") ? words
                : "is no DMARC aggregate report";
    }

    private static byte[] bytes(Path file, String hint, int largest) throws UsageException, UnwrittenException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(largest + 1);
        } catch (IOException unreadable) {
            throw new UsageException("The file " + file + " cannot be read. " + hint);
        }
    }

    private Optional<String> sender() throws UsageException, UnwrittenException {
        String given = mailFrom.getValue();
        if (given == null || given.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(EmailAddress.parse(given).map(EmailAddress::toString)
                .orElseThrow(() -> new UsageException("--mail-from takes an e-mail address such as name@example.org, not: " + given)));
    }

    private static List<String> texts(OptionSpec option) {
        List<String> all = option.getValue();
        return all == null ? List.of() : all;
    }

    private List<String> resolvers() throws UsageException, UnwrittenException {
        for (String resolver : texts(resolvers)) {
            if (ResolverAddress.parse(resolver).isEmpty() && ResolverAddress.url(resolver).isEmpty()) {
                throw new UsageException("--resolver takes an IP address with or without a port, such as 192.0.2.53:53,"
                        + " or https://… for DNS over HTTPS, not: " + resolver);
            }
        }
        return texts(resolvers);
    }

    private Optional<Path> trust() throws UsageException, UnwrittenException {
        Path file = trust.getValue();
        if (file != null && (!Files.isReadable(file) || Files.isDirectory(file))) {
            throw new UsageException("The file " + file + " cannot be read. --trust takes a file with certificates in PEM form.");
        }
        return Optional.ofNullable(file);
    }

    private List<Blocklist> lists() throws UsageException, UnwrittenException {
        String given = blocklists.getValue();
        if (given == null) {
            return Blocklists.builtIn();
        }
        if (given.equalsIgnoreCase("none")) {
            return List.of();
        }
        try {
            Path file = Path.of(given);
            if (Files.size(file) > LONGEST_LIST) {
                throw new UsageException("The file " + given + " is too long for a list of block lists.");
            }
            return Blocklists.read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UsageException("The file " + given + " cannot be read. --blocklists takes a file, or none.");
        } catch (IllegalArgumentException senseless) {
            throw new UsageException("The file " + given + " " + senseless.getMessage() + ".");
        }
    }
}
