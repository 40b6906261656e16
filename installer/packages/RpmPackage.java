import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The package for Fedora, openSUSE and their kin, made by rpmbuild. It runs no script on the person's computer.
final class RpmPackage {
    private RpmPackage() {}

    static void build(Path image, Path work, Path packages, Release release) throws IOException, InterruptedException {
        var tree = LinuxTree.lay(image, work.resolve("rpm"), release);
        tree.zsh(image, "site-functions");
        for (var text : List.of("NOTICE", "LICENSE")) {
            Trees.copy(image.resolve(text), tree.root().resolve("usr/share/licenses/mailmedic").resolve(text));
        }
        tree.settle(release);
        var spec = work.resolve("mailmedic.spec");
        Files.writeString(spec, release.fill(Files.readString(Path.of("installer", "linux", "mailmedic.spec")))
                .replace("@TREE@", tree.root().toString()));
        Tool.run(Map.of("SOURCE_DATE_EPOCH", release.epoch()),
                List.of("rpmbuild", "-bb", "--quiet", "--define", "_topdir " + work.resolve("rpmbuild"),
            "--define", "_rpmdir " + packages, "--define", "_rpmfilename %{NAME}-%{VERSION}-%{RELEASE}.%{ARCH}.rpm", spec.toString()));
    }
}
