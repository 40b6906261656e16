import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The package for Debian, Ubuntu and their kin, made by dpkg-deb. It runs no script on the person's computer. The dictionary of `-z9` is
/// as large as the two caches and the modules need, which say much of the same: a tenth less to download.
final class DebPackage {
    private static final Path RESOURCES = Path.of("installer", "linux");

    private DebPackage() {}

    static void build(Path image, Path work, Path packages, Release release) throws IOException, InterruptedException {
        var tree = LinuxTree.lay(image, work.resolve("deb"), release);
        tree.zsh(image, "vendor-completions");
        tree.write("usr/share/doc/mailmedic/copyright", Files.readString(RESOURCES.resolve("copyright")) + "\n"
                + Files.readString(image.resolve("NOTICE")));
        tree.gzip("usr/share/doc/mailmedic/changelog.gz", release.fill(Files.readString(RESOURCES.resolve("changelog"))));
        tree.write("usr/share/lintian/overrides/mailmedic", Files.readString(RESOURCES.resolve("lintian-overrides")));
        var architecture = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        tree.write("DEBIAN/control", release.fill(Files.readString(RESOURCES.resolve("control")))
            .replace("@ARCHITECTURE@", architecture).replace("@SIZE@", Long.toString(Trees.kilobytes(tree.root()))));
        tree.settle(release);
        Tool.run(Map.of("SOURCE_DATE_EPOCH", release.epoch()),
                List.of("dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", tree.root().toString(),
            packages.resolve("mailmedic_%s_%s.deb".formatted(release.version(), architecture)).toString()));
    }
}
