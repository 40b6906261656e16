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
import org.jspecify.annotations.Nullable;
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
    private final OptionSpec listen = Choice.text("--listen", "ADDRESS:PORT").defaultValue("127.0.0.1:" + USUAL_PORT).build();
    private final OptionSpec targets = Choice.file("--targets", "FILE");
    private final OptionSpec anyTarget = Choice.flag("--any-target");
    private final OptionSpec logs = OptionSpec.builder("--log").paramLabel("FILE").type(List.class).auxiliaryTypes(Path.class)
            .build();
    private final OptionSpec logState = Choice.file("--log-state", "FILE");
    private final OptionSpec maxProbes = Choice.text("--max-probes", "N").defaultValue("64").build();
    private final OptionSpec webConfig = Choice.file("--web-config", "FILE");
    private final LanguageOption language = LanguageOption.words();
    private final ServerOptions server = new ServerOptions();

    ExporterCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    CommandSpec spec() {
        var spec = Choice.command(this, "exporter");
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
            throw new UsageException("listen.taken", Map.of("address", listen.<String>getValue()));
        }
    }

    /// @return null where there is no log to follow
    private @Nullable FollowedLogs follow(TextBook book) throws UsageException {
        List<Path> files = logs.getValue();
        if (files == null) {
            return null;
        }
        files.stream().filter(Files::notExists).forEach(file -> terminal.say(book.get("say.no_log", Map.of("file", file))));
        Path state = logState.getValue();
        try {
            return FollowedLogs.start(files, Optional.ofNullable(state), ZoneId.systemDefault(),
                    (key, file) -> terminal.say(book.get(key, Map.of("file", file))));
        } catch (IOException unreadable) {
            throw new UsageException("log.unreadable", Map.of());
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
            throw new UsageException("file.unreadable", Map.of("file", file));
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
        throw new UsageException("takes.listen", Map.of("given", given));
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
        throw new UsageException("takes.number",
                Map.of("option", "--max-probes", "least", 1, "most", MOST_PROBES, "given", given));
    }
}
