import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs each launcher's program once for the JVM to watch, and leaves an AOT cache of what it saw beside the runtime: classes loaded and
/// linked, and what is worth compiling. What is done here starts fast on every computer later.
final class Training {
    private Training() {}

    private static final int LONGEST_RUN_SECONDS = 240;

    /// How the practice server says what to type; see the command `practice`.
    private static final String PROPOSAL = "Try: mailmedic-cli ";

    private static final List<String> NO_NETWORK = List.of("--controls", "none", "--resolver", "127.0.0.1");

    /// What the terminal is watched at: servers with keys of either kind and both versions of TLS, sign-ins that have much and little to
    /// compute, both profiles, what goes well and what does not, and each way to tell it.
    ///
    /// @param exit the exit code of the contract
    private record Call(String fault, int exit, List<String> more) {}

    private static final List<Call> CALLS = List.of(
        new Call("healthy", 0, List.of("--to", "somebody@practice.test", "--auth", "PLAIN", "--profile", "quick")),
        new Call("healthy-rsa", 0, List.of("--to", "somebody@practice.test", "--profile", "quick", "--format", "json")),
        new Call("port-refuses", 1, List.of()),
        new Call("auth-bad-credentials", 1, List.of()),
        new Call("cert-expired", 1, List.of("--format", "json")),
        new Call("cert-wrong-name", 1, List.of("--profile", "quick")),
        new Call("starttls-missing", 1, List.of("--profile", "quick")),
        new Call("rcpt-relay-denied", 1, List.of("--profile", "quick")));

    /// The last one: a server that asks for a sign-in, with the method that has most to compute.
    private static final String SERVER = "healthy-scram-sha-256";

    static void run(Path image) throws IOException, InterruptedException {
        var servers = new ArrayList<Process>();
        try {
            var lines = new ArrayList<String>();
            for (Call call : CALLS) {
                var words = proposal(serve(image, call.fault(), servers));
                words.addAll(call.more());
                words.addAll(NO_NETWORK);
                lines.add(call.exit() + "\t" + String.join("\t", words));
                if (lines.size() == 1) {
                    lines.add(list(image.resolveSibling("image-work"), words));
                }
            }
            lines.addAll(explanations(image.resolveSibling("image-work")));
            var calls = Files.write(image.resolveSibling("image-work").resolve("training-calls.txt"), lines);
            var checkUp = proposal(serve(image, SERVER, servers));
            // by its name, so that a name is looked up, in the system and by DNS
            checkUp.replaceAll(word -> word.equals("127.0.0.1") ? "localhost" : word);
            checkUp.addAll(List.of("--to", "somebody@practice.test", "--format", "json"));
            checkUp.addAll(NO_NETWORK);
            // Which methods were hot is not written down: the compiler would start with them while the dialogue needs the processor.
            train(Launcher.CLI, image, List.of("-Dmailmedic.training=" + calls, "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining"),
                checkUp);
        } finally {
            servers.forEach(Process::destroy);
        }
        // Without a display; the property asks the window to walk through a check-up by itself and to close.
        train(Launcher.WINDOW, image, List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Dmailmedic.training=true"), List.of());
    }

    /// The server of a call as a list of one, for `batch`.
    private static String list(Path folder, List<String> call) throws IOException {
        var list = Files.writeString(folder.resolve("training-list.jsonl"),
            "{\"id\":\"one\",\"host\":\"" + value(call, "--host") + "\",\"port\":" + value(call, "--port") + "}\n");
        var words = new ArrayList<>(List.of("0", "batch", list.toString(), "--output", folder.resolve("training-results.jsonl").toString(),
            "--profile", "quick", "--security", value(call, "--security"), "--trust", value(call, "--trust")));
        words.addAll(NO_NETWORK);
        return String.join("\t", words);
    }

    private static String value(List<String> call, String option) {
        return call.get(call.indexOf(option) + 1);
    }

    /// What people paste: a message, a bounce, a page of a log.
    private static List<String> explanations(Path folder) throws IOException {
        var message = Files.writeString(folder.resolve("training-message.txt"), """
            PHPMailer: SMTP Error: Could not authenticate.
            Connection: opening to smtp.practice.test:587, timeout=300
            SERVER -> CLIENT: 535 5.7.8 Username and Password not accepted
            """);
        var bounce = Files.writeString(folder.resolve("training-bounce.txt"), """
            This is the mail system at host mail.practice.test.
            <anna@practice.test>: host mx.practice.test[192.0.2.7] said: 554 5.7.1 Service unavailable;
                Client host [198.51.100.4] blocked using zen.spamhaus.org (in reply to RCPT TO command)
            """);
        var log = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            log.append(("Nov 20 09:0%1$d:01 mx postfix/smtp[12]: 4A1B2C3D0%1$d: to=<p%1$d@practice.test>, relay=none, delay=1.2, "
                + "delays=0.1/0/0.5/0.6, dsn=4.4.1, status=deferred (connect to mx.practice.test[192.0.2.7]:25: Connection timed out)%n")
                .formatted(i));
        }
        var page = Files.writeString(folder.resolve("training-log.txt"), log);
        return List.of("0\texplain\t" + message, "0\texplain\t" + message + "\t--format\tjson", "0\texplain\t" + bounce,
            "0\texplain\t" + page);
    }

    private static Process serve(Path image, String fault, List<Process> servers) throws IOException {
        var server = new ProcessBuilder(command(Launcher.CLI, image, List.of(), List.of("practice", "--fault", fault)))
            .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        servers.add(server);
        return server;
    }

    private static List<String> proposal(Process practice) throws IOException {
        var out = practice.inputReader();
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(PROPOSAL)) {
                return new ArrayList<>(Arrays.asList(line.substring(PROPOSAL.length()).split(" ")));
            }
        }
        throw new IllegalStateException("the practice server ended without a proposal");
    }

    private static void train(Launcher launcher, Path image, List<String> options, List<String> arguments)
            throws IOException, InterruptedException {
        var cache = launcher.cache(image);
        var watched = new ArrayList<>(options);
        watched.add("-XX:AOTCacheOutput=" + cache);
        var log = image.resolveSibling("image-work").resolve(cache.getFileName() + ".log");
        var process = new ProcessBuilder(command(launcher, image, watched, arguments))
            .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        process.getOutputStream().close();
        if (!process.waitFor(LONGEST_RUN_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the training run of " + cache.getFileName() + " did not end, see " + log);
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("the training run of " + cache.getFileName() + " did not come through, see " + log);
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("the training run of " + cache.getFileName() + " left no cache, see " + log);
        }
    }

    /// Apart from the options given, exactly what the launcher runs.
    private static List<String> command(Launcher launcher, Path image, List<String> options, List<String> arguments) {
        var command = new ArrayList<>(List.of(Launcher.java(image).toString()));
        command.addAll(options);
        command.addAll(launcher.options());
        command.addAll(arguments);
        return command;
    }
}
