import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The two doors of the image: a small script each, which starts the runtime beside it.
enum Launcher {
    /// A gigabyte of addresses would be reserved for classes, and shells that bound them would not let it start.
    CLI("mailmedic-cli", "org.mailmedic/org.mailmedic.cli.CliMain", List.of("-Xmx256m", "-XX:CompressedClassSpaceSize=32m"), List.of(
        // Only what runs most of all is worth the better compiler's memory, such as the arithmetic of keys.
        "-XX:TieredStopAtLevel=4", "-XX:Tier4InvocationThreshold=50000", "-XX:Tier4MinInvocationThreshold=50000",
        "-XX:Tier4BackEdgeThreshold=400000")),
    /// A small nursery: to clear a large one takes as long as several pulses, and the window stands still meanwhile.
    WINDOW("MailMedic", "org.mailmedic/org.mailmedic.Main", List.of("-Xmx512m", "-Xmn12m", "--enable-native-access=javafx.graphics"),
        List.of());

    /// The JVM's own messages go to standard error, since standard output carries results; about its caches it stays silent,
    /// because without them the program is merely slower. The quick compiler and the plain collector start fastest. The heap has a
    /// fixed limit, so that machines with very much memory do not choose another layout of pointers, for which the caches are unfit.
    private static final List<String> JVM = List.of(
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData",
        // what was in memory is not left on the disk when the JVM itself breaks
        "-XX:-CreateCoredumpOnCrash", "-XX:+ErrorFileToStderr",
        "-XX:+DisplayVMOutputToStderr", "-Xlog:disable", "-Xlog:all=error:stderr", "-Xlog:aot=off:stderr", "-Xlog:cds=off:stderr");

    private final String command;
    private final String main;
    private final List<String> options;
    private final List<String> lasting;

    /// @param lasting further options for a command that runs for months, with which the caches serve as well. A batch does without:
    ///                for up to ten thousand servers, compiling costs more than it saves. So do launchers that know nothing of
    ///                commands (jpackage's).
    Launcher(String command, String main, List<String> options, List<String> lasting) {
        this.command = command;
        this.main = main;
        this.options = options;
        this.lasting = lasting;
    }

    /// The options of the JVM, main class last. A training run needs exactly the same ones, or its cache is refused.
    List<String> options() {
        var all = new ArrayList<>(usual());
        all.addAll(List.of("-m", main));
        return all;
    }

    private List<String> usual() {
        var all = new ArrayList<>(JVM);
        all.addAll(options);
        return all;
    }

    Path cache(Path image) {
        return image.resolve("lib", command + ".aot");
    }

    static Path java(Path image) {
        return image.resolve("lib", "runtime", "bin", isWindows() ? "java.exe" : "java");
    }

    void install(Path image) throws IOException {
        var template = Files.readString(Path.of("installer", isWindows() ? "launcher.cmd" : "launcher.sh"));
        var script = template.replace("@COMMAND@", command).replace("@OPTIONS@", String.join(" ", usual()))
                .replace("@LASTING@", String.join(" ", lasting)).replace("@MAIN@", main);
        var file = Files.createDirectories(image.resolve("bin")).resolve(isWindows() ? command + ".cmd" : command);
        Files.writeString(file, script);
        if (!isWindows() && !file.toFile().setExecutable(true, false)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    /// Leaves the options beside the image's other working files, one a line, for launchers of another make.
    void note(Path work) throws IOException {
        Files.write(work.resolve(command + ".options"), options());
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
