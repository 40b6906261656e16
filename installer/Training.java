import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

/// Runs each launcher's program once for the JVM to watch, and leaves an AOT cache of what it saw beside the runtime.
///
/// What is done here is fast later: add a run when a command becomes common.
final class Training {
    private Training() {}

    private static final int LONGEST_RUN_SECONDS = 60;

    static void run(Path image, Path jar) throws IOException, InterruptedException {
        if (has(jar, "org/mailmedic/cli/CliMain.class")) {
            train(Launcher.CLI, image, List.of(), List.of("--version"));
        }
        // Without a display; the property asks the window to close itself once it has been seen.
        train(Launcher.WINDOW, image, List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Dmailmedic.training=true"), List.of());
    }

    private static void train(Launcher launcher, Path image, List<String> more, List<String> arguments) throws IOException, InterruptedException {
        var cache = launcher.cache(image);
        var command = new ArrayList<>(List.of(Launcher.java(image).toString(), "-XX:AOTCacheOutput=" + cache));
        command.addAll(more);
        command.addAll(launcher.options());
        command.addAll(arguments);
        var log = image.resolveSibling("image-work").resolve(cache.getFileName() + ".log");
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        process.getOutputStream().close();
        if (!process.waitFor(LONGEST_RUN_SECONDS, TimeUnit.SECONDS)) {
            process.destroy();
            process.waitFor(LONGEST_RUN_SECONDS, TimeUnit.SECONDS);
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("the training of " + cache.getFileName() + " left no cache, see " + log);
        }
    }

    private static boolean has(Path jar, String entry) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            return file.getEntry(entry) != null;
        }
    }
}
