import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A tool of the system or of the JDK, run to its end.
final class Tool {
    /// Packing a package's worth of modules takes about a minute; notarisation waits for Apple.
    private static final long LONGEST_MINUTES = 60;

    private Tool() {}

    static void run(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException missing) {
            throw new IllegalStateException(command.getFirst() + " is not on this machine, and building packages needs it", missing);
        }
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(command.getFirst() + " did not end");
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(command.getFirst() + " ended with " + process.exitValue());
        }
    }

    /// jpackage of the JDK that this runs on.
    static List<String> jpackage(String... arguments) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "jpackage").toString()));
        command.addAll(List.of(arguments));
        return command;
    }
}
