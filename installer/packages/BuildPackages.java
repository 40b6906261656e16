import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TreeMap;

/// Builds in `target/packages` what people install, from `target/image`, for the system that this runs on; and `SHA256SUMS` of it all.
///
/// Run by Maven in the phase `verify` of the profile `installer`: `java installer/packages/BuildPackages.java TARGET VERSION TIME`. Every
/// package holds the same runtime, the same modules and the same AOT caches as the image. On Linux the image's own launcher scripts start
/// it, because they start 110 to 220 ms sooner than jpackage's launcher; and the packages are made by the systems' own tools, because
/// jpackage cannot put manual pages, completions and AppStream metadata where the system looks for them. On Windows a script would flash up
/// a console, and on macOS it would be no application: there jpackage makes both launchers and package.
final class BuildPackages {
    private BuildPackages() {}

    public static void main(String[] args) throws IOException, InterruptedException, GeneralSecurityException {
        var target = Path.of(args[0]).toAbsolutePath();
        var release = new Release(args[1], Instant.parse(args[2]));
        var image = target.resolve("image");
        var packages = target.resolve("packages");
        var work = target.resolve("packages-work");
        Trees.delete(packages);
        Trees.delete(work);
        Files.createDirectories(packages);
        Files.createDirectories(work);

        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            WindowsInstaller.build(image, work, packages, release);
        } else if (system.startsWith("mac")) {
            MacInstaller.build(image, work, packages, release);
        } else {
            DebPackage.build(image, work, packages, release);
            RpmPackage.build(image, work, packages, release);
            Archive.build(image, work, packages, release);
        }
        var bill = target.resolve("mailmedic-" + release.version() + ".cdx.json");
        if (Files.exists(bill)) {
            Files.copy(bill, packages.resolve(bill.getFileName()));
        }
        sum(packages);
    }

    /// In the form that `sha256sum --check` reads.
    private static void sum(Path packages) throws IOException, GeneralSecurityException {
        var sums = new TreeMap<String, String>();
        try (var files = Files.list(packages)) {
            for (var file : files.toList()) {
                var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                sums.put(file.getFileName().toString(), HexFormat.of().formatHex(digest));
                System.out.printf("%s: %.1f MB%n", file, Files.size(file) / 1e6);
            }
        }
        var lines = new StringBuilder();
        sums.forEach((name, sum) -> lines.append(sum).append("  ").append(name).append('\n'));
        Files.writeString(packages.resolve("SHA256SUMS"), lines);
    }
}
