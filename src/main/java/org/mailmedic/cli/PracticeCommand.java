package org.mailmedic.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.mailmedic.advice.TextBook;
import org.mailmedic.practice.PracticeOptions;
import org.mailmedic.practice.PracticeServer;
import org.mailmedic.practice.fault.Fault;
import org.mailmedic.practice.fault.Faults;
import org.mailmedic.practice.fault.Need;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// `practice`: a mail server on this computer alone that shows one fault, to try everything without a network.
@Command(name = "practice", sortOptions = false)
final class PracticeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--list")
    private boolean list;

    @Option(names = "--fault", paramLabel = "NAME", defaultValue = "healthy")
    private String name;

    @Option(names = "--port", paramLabel = "N", defaultValue = "0")
    private String port;

    private final LanguageOption language = LanguageOption.words();

    PracticeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    CommandSpec spec() {
        return CommandSpec.forAnnotatedObject(this).addOption(language.spec()).addOption(Choice.help());
    }

    @Override
    public Integer call() throws UsageException, InterruptedException {
        var words = TextBook.open("practice", language.language(terminal));
        if (list) {
            list(words);
            return ExitCode.FINE;
        }
        Fault fault = Faults.find(name.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new UsageException("fault.unknown", Map.of("name", name)));
        serve(fault, port(), words);
        return ExitCode.FINE;
    }

    private int port() throws UsageException {
        try {
            int number = Integer.parseInt(port.strip());
            if (number >= 0 && number <= 65535) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        throw new UsageException("takes.free_port", Map.of("given", port));
    }

    private void list(TextBook sentences) {
        for (Fault fault : Faults.all()) {
            String code = fault.harmless() ? (fault.warning().isEmpty() ? "healthy" : "healthy, " + fault.warning()) : fault.diagnosis();
            terminal.out().printf("%-36s %-28s %s%n", fault.name(), code, sentences.get("fault." + fault.name()));
        }
    }

    /// Runs until the program is ended.
    private void serve(Fault fault, int port, TextBook words) throws UsageException, InterruptedException {
        PracticeOptions options = PracticeOptions.defaults().withPort(port);
        try (var server = PracticeServer.start(fault, options)) {
            Path folder = Files.createTempDirectory("mailmedic-practice");
            Path trust = Files.writeString(folder.resolve("authority.pem"), server.authorityPem());
            Path password = Files.writeString(folder.resolve("password.txt"), options.password());
            Path token = Files.writeString(folder.resolve("token.txt"), options.token());
            cleanUpAtTheEnd(List.of(folder, trust, password, token));
            terminal.out().println(words.get("serve.listens", Map.of("fault", fault.name(), "host", server.host(), "port", server.port())));
            terminal.out().println(words.get("serve.try",
                    Map.of("command", new TextBook.Whole("mailmedic-cli diagnose --host %s --port %d --security %s --trust %s%s"
                    .formatted(server.host(), server.port(), server.security(), trust, needed(fault, options, password, token))))));
            terminal.out().println(words.get("serve.end"));
            terminal.out().flush();
            new CountDownLatch(1).await();
        } catch (IOException taken) {
            throw new UsageException("practice.taken", Map.of("why", taken));
        }
    }

    /// The options without which a check-up would not come as far as the fault.
    private static String needed(Fault fault, PracticeOptions options, Path password, Path token) {
        var words = new StringBuilder();
        Set<Need> needs = fault.needs();
        if (needs.contains(Need.PASSWORD)) {
            words.append(" --user ").append(options.user()).append(" --password-file ").append(password);
        } else if (needs.contains(Need.TOKEN)) {
            words.append(" --user ").append(options.user()).append(" --access-token-file ").append(token);
        }
        if (needs.contains(Need.SENDER) || needs.contains(Need.RECIPIENT) || needs.contains(Need.SEND)) {
            words.append(" --from ").append(options.user());
        }
        if (needs.contains(Need.RECIPIENT) || needs.contains(Need.SEND)) {
            words.append(" --to someone@practice.test");
        }
        return words.append(needs.contains(Need.SEND) ? " --send" : "").toString();
    }

    /// Deletes them when the program ends, the last one first.
    private static void cleanUpAtTheEnd(List<Path> files) {
        files.forEach(file -> file.toFile().deleteOnExit());
    }
}
