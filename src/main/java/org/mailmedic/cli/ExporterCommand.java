package org.mailmedic.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.mailmedic.advice.TextBook;
import org.mailmedic.checkup.UsualCheckup;
import org.mailmedic.monitor.batch.BatchWords;
import org.mailmedic.monitor.batch.Unfit;
import org.mailmedic.monitor.exporter.Exporter;
import org.mailmedic.monitor.exporter.FollowedLogs;
import org.mailmedic.monitor.exporter.KnownTargets;
import org.mailmedic.plan.Options;
import org.mailmedic.settings.Settings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// `exporter`: answers Prometheus until it is ended.
final class ExporterCommand implements Callable<Integer> {
    private static final int USUAL_PORT = 9611;
    private static final int MOST_PROBES = 10_000;
    private final Terminal terminal;
    private final OptionSpec listen = Choice.text("--listen", "ADDRESS:PORT", "Where it listens.").defaultValue("127.0.0.1:" + USUAL_PORT)
            .build();
    private final OptionSpec targets = Choice.file("--targets", "FILE",
            "What may be probed, by id: lines as for batch. Sign-in data comes from here alone.");
    private final OptionSpec anyTarget = Choice.flag("Probes hosts that are not in --targets as well, without a sign-in.", "--any-target");
    private final OptionSpec logs = OptionSpec.builder("--log").paramLabel("FILE").type(List.class).auxiliaryTypes(Path.class)
            .description("A mail log to follow; repeatable.").build();
    private final OptionSpec logState = Choice.file("--log-state", "FILE",
            "Where it is kept how far the logs were read, so that no line is counted twice after a restart.");
    private final OptionSpec maxProbes = Choice.text("--max-probes", "N", "How many probes at once.").defaultValue("64").build();
    private final OptionSpec webConfig = Choice.file("--web-config", "FILE",
            "TLS and sign-in of the exporter itself, in Prometheus' style.");
    private final LanguageOption language = LanguageOption.words();
    private final ServerOptions server = new ServerOptions();

    ExporterCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    CommandSpec spec() {
        var spec = Choice.command(this, "exporter", "Answers Prometheus: checks mail servers when scraped.");
        List.of(listen, targets, anyTarget, logs, logState, maxProbes, webConfig, language.spec()).forEach(spec::addOption);
        server.addMannerTo(spec);
        return spec.addOption(Choice.help());
    }

    @Override
    public Integer call() throws UsageException {
        Locale words = language.language(terminal);
        var sentences = new BatchWords(words);
        var book = TextBook.open("exporter", words);
        InetSocketAddress address = address();
        Path config = webConfig.getValue();
        var manner = new Exporter.Manner(address, probes(), Optional.ofNullable(config));
        try {
            KnownTargets known = targets(server.settings(terminal, words), server.options(true), sentences, book);
            boundRequests();
            try (FollowedLogs followed = follow(book);
                 Exporter exporter = Exporter.start(manner, UsualCheckup.forMany(words), known, Optional.ofNullable(followed), words,
                    terminal.environment()::get)) {
                InetSocketAddress there = exporter.address();
                if (!there.getAddress().isLoopbackAddress() && config == null) {
                    terminal.say(book.get("say.open"));
                }
                String host = there.getHostString();
                terminal.say(book.get("say.listening",
                        Map.of("address", (host.contains(":") ? "[" + host + "]" : host) + ":" + there.getPort())));
                new CountDownLatch(1).await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            return ExitCode.FINE;
        } catch (Unfit unusable) {
            throw new UsageException(sentences.sentence(unusable));
        } catch (IOException taken) {
            throw new UsageException("It cannot listen on " + listen.getValue()
                    + ". Another program may do so already: choose another port with --listen.");
        }
    }

    /// @return null where there is no log to follow
    private FollowedLogs follow(TextBook book) throws UsageException {
        List<Path> files = logs.getValue();
        if (files == null) {
            return null;
        }
        files.stream().filter(Files::notExists).forEach(file -> terminal.say(book.get("say.no_log", Map.of("file", file))));
        Path state = logState.getValue();
        try {
            return FollowedLogs.start(files, Optional.ofNullable(state), ZoneId.systemDefault());
        } catch (IOException unreadable) {
            throw new UsageException("A mail log cannot be read, or how far it was read cannot be kept. Check --log and --log-state.");
        }
    }

    /// Of the JDK's HTTP server, read when it is loaded: seconds that a request may take to arrive, and connections at once.
    private static void boundRequests() {
        System.setProperty("sun.net.httpserver.maxReqTime", "30");
        System.setProperty("jdk.httpserver.maxConnections", "1000");
    }

    private KnownTargets targets(Settings settings, Options options, BatchWords words, TextBook book) throws UsageException, Unfit {
        Path file = targets.getValue();
        boolean any = Choice.given(anyTarget);
        if (file == null) {
            if (!any) {
                terminal.say(book.get("say.no_targets"));
            }
            return KnownTargets.none(any, settings, options);
        }
        try (InputStream in = Files.newInputStream(file)) {
            KnownTargets known = KnownTargets.read(in, any, settings, options);
            known.unusable().forEach(bad -> terminal.say(book.get("say.line",
                    Map.of("file", file, "number", bad.number(), "why", words.sentence(bad.why())))));
            return known;
        } catch (IOException unreadable) {
            throw new UsageException("The file " + file + " cannot be read. Check its name and that you may open it.");
        }
    }

    private InetSocketAddress address() throws UsageException {
        String given = listen.getValue();
        int colon = given.lastIndexOf(':');
        try {
            String host = colon < 0 ? "" : given.substring(0, colon).replaceAll("^\\[|]$", "");
            int port = Integer.parseInt(given.substring(colon + 1).strip());
            if (colon >= 0 && port >= 0 && port <= 65_535) {
                return host.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(InetAddress.getByName(host), port);
            }
        } catch (NumberFormatException | UnknownHostException noAddress) {
            // said below
        }
        throw new UsageException("--listen takes an address and a port, such as 127.0.0.1:" + USUAL_PORT + ", not: " + given);
    }

    private int probes() throws UsageException {
        String given = maxProbes.getValue();
        try {
            int number = Integer.parseInt(given.strip());
            if (number >= 1 && number <= MOST_PROBES) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        throw new UsageException("--max-probes takes a number from 1 to " + MOST_PROBES + ", not: " + given);
    }
}
