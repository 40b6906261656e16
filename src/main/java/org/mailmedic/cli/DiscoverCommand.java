package org.mailmedic.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.mailmedic.advice.TextBook;
import org.mailmedic.checkup.Discoverer;
import org.mailmedic.discover.Discovered;
import org.mailmedic.discover.Origin;
import org.mailmedic.discover.Person;
import org.mailmedic.discover.Sources;
import org.mailmedic.plan.ResolverAddress;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.report.json.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `discover`: from an e-mail address to mail settings.
@Command(name = "discover", description = "Finds host, port and security for an e-mail address, with the source of each.",
        sortOptions = false)
final class DiscoverCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "ADDRESS", description = "The e-mail address.")
    private String address;

    @Option(names = "--offline", description = "Asks only the built-in list.")
    private boolean offline;

    @Option(names = "--resolver", paramLabel = "IP[:PORT]", description = "DNS server asked in place of the system's; repeatable.")
    private List<String> resolvers = List.of();

    @Option(names = "--ispdb", paramLabel = "URL", description = "Base address of Mozilla's database of providers, or of your own copy.")
    private String ispdb;

    @Option(names = "--trust", paramLabel = "FILE", description = "Extra CA certificates, PEM.")
    private Path trust;

    @Option(names = "--timeout", paramLabel = "S", defaultValue = "10", description = "Seconds for the whole search, 1 to 60.")
    private String seconds;

    private final OutputOptions output = new OutputOptions();

    DiscoverCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    CommandSpec spec() {
        var spec = CommandSpec.forAnnotatedObject(this);
        output.addTo(spec);
        return spec.addOption(Choice.help());
    }

    @Override
    public Integer call() throws UsageException, UnwrittenException, InterruptedException {
        output.check();
        Person person = Person.parse(address)
                .orElseThrow(() -> new UsageException("discover takes an e-mail address such as name@example.org, not: " + address));
        TextBook words = TextBook.open("discover", output.language(terminal));
        Discovered found = find(person, manner(), words);
        output.write(switch (output.format()) {
            case JSON -> JsonText.of(DiscoveryForm.json(person, found));
            case TEXT -> DiscoveryForm.text(person, found, words);
        }, terminal);
        return found.candidates().isEmpty() ? ExitCode.PROBLEM : ExitCode.FINE;
    }

    private Discovered find(Person person, Discoverer.Manner manner, TextBook words) throws UsageException, InterruptedException {
        try {
            return new Discoverer(ProviderBook.load()).discover(person, manner, answer -> show(answer, words));
        } catch (IOException unusable) {
            throw new UsageException(unusable.getMessage());
        }
    }

    private Discoverer.Manner manner() throws UsageException {
        Duration budget = Timeout.read(seconds, 1, 60);
        if (trust != null && (!Files.isReadable(trust) || Files.isDirectory(trust))) {
            throw new UsageException("The file " + trust + " cannot be read. --trust takes a file with certificates in PEM form.");
        }
        return new Discoverer.Manner(offline ? Set.of() : EnumSet.allOf(Origin.class), servers(), database(), Optional.ofNullable(trust),
                budget);
    }

    private List<InetSocketAddress> servers() throws UsageException {
        List<InetSocketAddress> servers = new ArrayList<>();
        for (String resolver : resolvers) {
            servers.add(ResolverAddress.parse(resolver).orElseThrow(() ->
                    new UsageException("--resolver takes an IP address with or without a port, such as 192.0.2.53:53, not: " + resolver)));
        }
        return servers;
    }

    private URI database() throws UsageException {
        if (ispdb == null) {
            return Sources.MOZILLA;
        }
        try {
            URI base = URI.create(ispdb);
            if (base.getHost() != null && ("https".equalsIgnoreCase(base.getScheme()) || "http".equalsIgnoreCase(base.getScheme()))) {
                return base;
            }
        } catch (IllegalArgumentException senseless) {
            // said below
        }
        throw new UsageException("--ispdb takes a web address such as https://autoconfig.example.org/v1.1/, not: " + ispdb);
    }

    /// One line a source, for the person who waits.
    private void show(Discovered.Answer answer, TextBook words) {
        if (terminal.interactive()) {
            terminal.say("  " + DiscoveryForm.answer(answer, words));
        }
    }
}
