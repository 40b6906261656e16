import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// The program as it lies on a Linux system: where menus, file managers, `man` and shells look for their part of it.
///
/// Nothing has to be run when it is installed or removed: the systems' own triggers on these folders refresh menus, icons and file types.
record LinuxTree(Path root) {
    private static final Path RESOURCES = Path.of("installer", "linux");
    private static final Path ICONS = Path.of("src", "main", "resources", "org", "mailmedic", "icon");
    private static final String ID = "org.mailmedic.MailMedic";

    static LinuxTree lay(Path image, Path root, Release release) throws IOException {
        var tree = new LinuxTree(root);
        tree.program(image);
        tree.desktop(release);
        tree.manual(image.resolve("share"));
        return tree;
    }

    private void program(Path image) throws IOException {
        var home = root.resolve("usr/lib/mailmedic");
        for (var part : List.of("bin", "lib", "NOTICE", "LICENSE", "licences")) {
            Trees.copy(image.resolve(part), home.resolve(part));
        }
        var commands = Files.createDirectories(root.resolve("usr/bin"));
        for (var command : List.of("MailMedic", "mailmedic-cli")) {
            Files.createSymbolicLink(commands.resolve(command), Path.of("../lib/mailmedic/bin", command));
        }
    }

    private void desktop(Release release) throws IOException {
        write("usr/share/applications/" + ID + ".desktop", Files.readString(RESOURCES.resolve(ID + ".desktop")));
        write("usr/share/mime/packages/" + ID + ".xml", Files.readString(RESOURCES.resolve(ID + ".mime.xml")));
        write("usr/share/metainfo/" + ID + ".metainfo.xml", release.fill(Files.readString(RESOURCES.resolve(ID + ".metainfo.xml"))));
        write("usr/share/icons/hicolor/scalable/apps/" + ID + ".svg", Files.readString(Path.of("assets", "icon.svg")));
        for (int size : new int[] {16, 32, 48, 64, 128, 256}) {
            Trees.copy(ICONS.resolve("mailmedic-" + size + ".png"),
                    root.resolve("usr/share/icons/hicolor/%dx%d/apps/%s.png".formatted(size, size, ID)));
        }
    }

    private void manual(Path share) throws IOException {
        var manual = share.resolve("man");
        try (var pages = Files.walk(manual)) {
            for (var page : pages.filter(Files::isRegularFile).sorted().toList()) {
                gzip("usr/share/man/" + manual.relativize(page) + ".gz", Files.readString(page));
            }
        }
        for (var shell : List.of("bash-completion", "fish")) {
            Trees.copy(share.resolve(shell), root.resolve("usr/share").resolve(shell));
        }
    }

    /// Debian looks elsewhere than the rest.
    void zsh(Path image, String folder) throws IOException {
        Trees.copy(image.resolve("share/zsh/site-functions"), root.resolve("usr/share/zsh").resolve(folder));
    }

    Path write(String name, String text) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /// Without a name or a time in it, so that the same text makes the same file; and it says of itself what `gzip -9` would, which lintian
    /// looks for (RFC 1952, section 2.3.1: XFL 2, OS 3).
    void gzip(String name, String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        var zipped = bytes.toByteArray();
        zipped[8] = 2;
        zipped[9] = 3;
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, zipped);
    }

    /// Gives every file the release's time and the usual rights, whatever the builder's were.
    void settle(Release release) throws IOException {
        try (var files = Files.walk(root)) {
            for (var file : files.filter(f -> !Files.isSymbolicLink(f)).toList()) {
                boolean open = Files.isDirectory(file) || Files.isExecutable(file);
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(open ? "rwxr-xr-x" : "rw-r--r--"));
                Files.setLastModifiedTime(file, FileTime.from(release.time()));
            }
        }
    }
}
