import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The image alone, for people who unpack and run.
final class Archive {
    private Archive() {}

    static void build(Path image, Path work, Path packages, Release release) throws IOException, InterruptedException {
        var architecture = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x64";
        var name = "mailmedic-" + release.version();
        Trees.copy(image, work.resolve(name));
        new LinuxTree(work.resolve(name)).settle(release);
        Tool.run(Map.of(), List.of("tar", "--create", "--use-compress-program=gzip -6n", "--file="
                + packages.resolve(name + "-linux-" + architecture + ".tar.gz"),
            "--directory=" + work, "--sort=name", "--owner=0", "--group=0", "--numeric-owner", name));
    }
}
