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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
@Command(name = "discover", sortOptions = false)
final class DiscoverCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "ADDRESS", descriptionKey = "address")
    private String address;

    @Option(names = "--offline")
    private boolean offline;

    @Option(names = "--resolver", paramLabel = "IP[:PORT]")
    private List<String> resolvers = List.of();

    @Option(names = "--ispdb", paramLabel = "URL")
    private @Nullable String ispdb;

    @Option(names = "--trust", paramLabel = "FILE")
    private @Nullable Path trust;

    @Option(names = "--timeout", paramLabel = "S", defaultValue = "10")
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
                .orElseThrow(() -> new UsageException("takes.address", Map.of("option", "discover", "given", address)));
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
            throw UsageException.trust(unusable);
        }
    }

    private Discoverer.Manner manner() throws UsageException {
        Duration budget = Timeout.read(seconds, 1, 60);
        if (trust != null && (!Files.isReadable(trust) || Files.isDirectory(trust))) {
            throw new UsageException("trust.unreadable", Map.of("file", trust));
        }
        return new Discoverer.Manner(offline ? Set.of() : EnumSet.allOf(Origin.class), servers(), database(), Optional.ofNullable(trust),
                budget);
    }

    private List<InetSocketAddress> servers() throws UsageException {
        List<InetSocketAddress> servers = new ArrayList<>();
        for (String resolver : resolvers) {
            servers.add(ResolverAddress.parse(resolver).orElseThrow(() ->
                    new UsageException("takes.resolver_address", Map.of("given", resolver))));
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
        throw new UsageException("takes.ispdb", Map.of("given", ispdb));
    }

    /// One line a source, for the person who waits.
    private void show(Discovered.Answer answer, TextBook words) {
        if (terminal.interactive()) {
            terminal.say("  " + DiscoveryForm.answer(answer, words));
        }
    }
}
