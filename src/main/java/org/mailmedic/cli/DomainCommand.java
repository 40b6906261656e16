package org.mailmedic.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.mailmedic.advice.Adviser;
import org.mailmedic.advice.PlainText;
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
import org.mailmedic.report.Report;
import org.mailmedic.report.json.JsonText;
import org.mailmedic.report.mask.Masker;
import org.mailmedic.report.mask.Masking;
import org.mailmedic.report.mask.OwnNames;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.HostName;
import org.mailmedic.settings.UnfitFileException;
import org.mailmedic.settings.UserInfo;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `domain`: looks at a domain's mail records.
final class DomainCommand implements Callable<Integer> {
    private static final Pattern SELECTOR = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,100}[A-Za-z0-9_])?");
    /// Where a record stands that is no name for mail: `_dmarc.`, `default._domainkey.`
    private static final Pattern RECORD = Pattern.compile("^(?:[^.]+\\.)*_[^.]*\\.");
    private static final int LONGEST_TOLD = 100;
    private static final long LONGEST_LIST = 64 * 1024;

    private final Terminal terminal;
    private final PositionalParamSpec name = PositionalParamSpec.builder().index("0").paramLabel("NAME").type(String.class).required(true)
            .descriptionKey("name").build();
    private final OptionSpec resolvers = Choice.texts("--resolver", "IP[:PORT]");
    private final OptionSpec selectors = Choice.texts("--selector", "S");
    private final OptionSpec sendsThrough = Choice.texts("--sends-through", "HOST|IP");
    private final OptionSpec mailFrom = Choice.text("--mail-from", "A").build();
    private final OptionSpec helo = Choice.text("--helo", "H").build();
    private final OptionSpec message = Choice.file("--message", "FILE");
    private final OptionSpec reports = Choice.texts("--report", "FILE");
    private final OptionSpec blocklists = Choice.text("--blocklists", "FILE").build();
    private final OptionSpec trust = Choice.file("--trust", "FILE");
    private final OptionSpec timeout = Choice.text("--timeout", "S").defaultValue("10").build();
    private final OutputOptions output = new OutputOptions();
    private final MaskOptions mask = new MaskOptions();

    DomainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    CommandSpec spec() {
        var spec = Choice.command(this, "domain");
        spec.addPositional(name);
        List.of(selectors, sendsThrough, mailFrom, helo, message, reports, resolvers, blocklists, trust, timeout).forEach(spec::addOption);
        output.addTo(spec);
        mask.addTo(spec);
        return spec.addOption(Choice.help());
    }

    @Override
    public Integer call() throws UsageException, UnwrittenException, InterruptedException {
        Optional<ReportForm> report = output.passedOn(terminal);
        if (report.isEmpty()) {
            output.check();
        }
        Masking masking = mask.masking(report.isPresent());
        if (!masking.kinds().isEmpty() && output.asksFor(OutputOptions.Format.TEXT.name())) {
            throw new UsageException("mask.text", Map.of());
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
            Report shown = masking.apply(form.report(took), OwnNames.here());
            output.write(report.get().write(shown, language, output.width(terminal), false), terminal);
        } else {
            output.write(switch (output.format()) {
                case JSON -> JsonText.of(masking.kinds().isEmpty() ? form.json() : new Masker(masking, OwnNames.here()).mask(form.json()));
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
            throw UsageException.trust(unusable);
        }
    }

    private DomainQuestion question() throws UsageException, UnwrittenException {
        String typed = ((String) name.getValue()).strip();
        String domain = typed.substring(typed.lastIndexOf('@') + 1);
        HostName read = HostName.read(domain);
        if (!(read instanceof HostName.Usable(var ascii, var literal)) || literal || ascii.indexOf('.') < 0
                || RECORD.matcher(ascii).find()) {
            String given = PlainText.of(UserInfo.masked(typed), LONGEST_TOLD);
            throw meant(read).map(meant -> new UsageException("takes.domain.meant", Map.of("given", given, "meant", meant)))
                    .orElseGet(() -> new UsageException("takes.domain", Map.of("given", given.isEmpty() ? "“”" : given)));
        }
        List<String> named = texts(selectors);
        for (String selector : named) {
            if (!SELECTOR.matcher(selector).matches()) {
                throw new UsageException("takes.selector", Map.of("given", selector));
            }
        }
        List<String> senders = texts(sendsThrough);
        for (String sender : senders) {
            if (!(HostName.read(sender) instanceof HostName.Usable)) {
                throw new UsageException("takes.sends_through", Map.of("given", sender));
            }
        }
        String hello = helo.getValue();
        if (hello != null && !(HostName.read(hello) instanceof HostName.Usable)) {
            throw new UsageException("takes.helo", Map.of("given", hello));
        }
        return new DomainQuestion(ascii, named, senders, sender(), Optional.ofNullable(hello), lists(), message(), reports());
    }

    /// The domain inside of what was given: a page's address, or the name of one of its records.
    private static Optional<String> meant(HostName read) {
        Optional<String> name = switch (read) {
            case HostName.Slip(_, _, var suggestion) -> suggestion;
            case HostName.Usable(var ascii, var literal) -> literal ? Optional.empty() : Optional.of(RECORD.matcher(ascii).replaceAll(""));
        };
        return name.filter(each -> each.indexOf('.') > 0 && each.length() <= LONGEST_TOLD);
    }

    private Optional<MessageFile> message() throws UsageException, UnwrittenException {
        Path file = message.getValue();
        if (file == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(MessageFile.read(bytes(file, "message.unreadable", MessageFile.LARGEST)));
        } catch (UnfitFileException senseless) {
            throw new UsageException(senseless, file.toString());
        }
    }

    private List<AggregateReport> reports() throws UsageException, UnwrittenException {
        List<AggregateReport> all = new ArrayList<>();
        var reader = new AggregateReader();
        for (String file : texts(reports)) {
            try {
                all.addAll(reader.next(bytes(Path.of(file), "aggregate.unreadable", AggregateReader.LARGEST)));
            } catch (UnfitFileException senseless) {
                throw new UsageException(senseless, file);
            } catch (IOException broken) {
                throw new UsageException(new UnfitFileException("report.none", Map.of(), broken), file);
            }
        }
        return all;
    }

    private static byte[] bytes(Path file, String otherwise, int largest) throws UsageException, UnwrittenException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(largest + 1);
        } catch (IOException unreadable) {
            throw new UsageException(otherwise, Map.of("file", file));
        }
    }

    private Optional<String> sender() throws UsageException, UnwrittenException {
        String given = mailFrom.getValue();
        if (given == null || given.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(EmailAddress.parse(given).map(EmailAddress::toString)
                .orElseThrow(() -> new UsageException("takes.address", Map.of("option", "--mail-from", "given", given))));
    }

    private static List<String> texts(OptionSpec option) {
        List<String> all = option.getValue();
        return all == null ? List.of() : all;
    }

    private List<String> resolvers() throws UsageException, UnwrittenException {
        for (String resolver : texts(resolvers)) {
            if (ResolverAddress.parse(resolver).isEmpty() && ResolverAddress.url(resolver).isEmpty()) {
                throw new UsageException("takes.resolver", Map.of("given", resolver));
            }
        }
        return texts(resolvers);
    }

    private Optional<Path> trust() throws UsageException, UnwrittenException {
        Path file = trust.getValue();
        if (file != null && (!Files.isReadable(file) || Files.isDirectory(file))) {
            throw new UsageException("trust.unreadable", Map.of("file", file));
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
                throw new UsageException("blocklists.long", Map.of("file", given));
            }
            return Blocklists.read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (UnfitFileException senseless) {
            throw new UsageException(senseless, given);
        } catch (IOException | InvalidPathException unreadable) {
            throw new UsageException("blocklists.unreadable", Map.of("file", given));
        }
    }
}
