import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The installer for Windows, an .msi made by jpackage and the WiX toolset: for the person alone, so that no administrator is needed.
final class WindowsInstaller {
    /// The same for ever: by it a newer version replaces an older one.
    private static final String UPGRADE_CODE = "9d1cb9a5-7c1c-4c0e-8f0b-6f6ab2f3d0a4";
    private static final Path RESOURCES = Path.of("installer", "windows");

    private WindowsInstaller() {}

    static void build(Path image, Path work, Path packages, Release release) throws IOException, InterruptedException {
        var icon = Files.write(work.resolve("mailmedic.ico"), Icons.ico());
        new Jpackage(image, work)
            .program(release, "win-console=true\nwin-shortcut=false\nwin-menu=false\n")
            .with("--type", "msi", "--dest", packages.toString(), "--icon", icon.toString(), "--license-file", "LICENSE",
                "--about-url", "https://mailmedic.org",
                "--win-per-user-install", "--win-menu", "--win-menu-group", "Mail Medic", "--win-shortcut-prompt",
                "--win-upgrade-uuid", UPGRADE_CODE,
                "--file-associations", RESOURCES.resolve("report.properties").toString())
            .run();
    }
}
