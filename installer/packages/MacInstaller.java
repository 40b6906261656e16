import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The disk image for macOS, made by jpackage; signed and notarised where the environment brings what that takes:
///
/// - `MACOS_SIGNING_IDENTITY`: the name of a "Developer ID Application" certificate in the key chain;
/// - `MACOS_NOTARY_PROFILE`: the name under which `xcrun notarytool store-credentials` keeps the account.
final class MacInstaller {
    private static final Path RESOURCES = Path.of("installer", "macos");

    private MacInstaller() {}

    static void build(Path image, Path work, Path packages, Release release) throws IOException, InterruptedException {
        var icon = Files.write(work.resolve("MailMedic.icns"), Icons.icns());
        var jpackage = new Jpackage(image, work)
            .program(release, "")
            .with("--type", "dmg", "--dest", packages.toString(), "--icon", icon.toString(), "--license-file", "LICENSE",
                "--mac-package-identifier", "org.mailmedic.MailMedic", "--mac-package-name", "Mail Medic",
                "--file-associations", RESOURCES.resolve("report.properties").toString());
        var identity = System.getenv("MACOS_SIGNING_IDENTITY");
        if (identity != null && !identity.isBlank()) {
            jpackage.with("--mac-sign", "--mac-signing-key-user-name", identity, "--mac-entitlements",
                    RESOURCES.resolve("entitlements.plist").toString());
        }
        jpackage.run();
        notarise(packages.resolve("MailMedic-" + release.version() + ".dmg"));
    }

    private static void notarise(Path diskImage) throws IOException, InterruptedException {
        var profile = System.getenv("MACOS_NOTARY_PROFILE");
        if (profile == null || profile.isBlank()) {
            System.out.println(diskImage + " is not notarised: MACOS_NOTARY_PROFILE is not set");
            return;
        }
        Tool.run(Map.of(), List.of("xcrun", "notarytool", "submit", diskImage.toString(), "--keychain-profile", profile, "--wait"));
        Tool.run(Map.of(), List.of("xcrun", "stapler", "staple", diskImage.toString()));
    }
}
