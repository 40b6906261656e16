import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Builds `target/image`: the program with its own Java runtime, ready to be copied anywhere.
///
/// Run by Maven in the phase `package`, on the JDK of the build: `java installer/BuildImage.java TARGET JAR VERSION CLASSPATH`.
/// The class path is the program's own; its folder of classes is replaced by the jar.
///
/// ```
/// image/bin/MailMedic, mailmedic-cli   the launchers (on Windows MailMedic.cmd, mailmedic-cli.cmd)
/// image/lib/*.aot                      what each launcher's training run taught the JVM: classes loaded, linked, profiled
/// image/lib/runtime                    the modules needed, the JDK's and our own
/// image/share                          manual pages, and what shells complete with
/// image/NOTICE, LICENSE, licences/     what is in it, and under which licence
/// ```
final class BuildImage {
    private BuildImage() {}

    /// Providers that only a ServiceLoader asks for, so that no module names them. The character sets of bounces from East Asia are in
    /// one of them.
    private static final List<String> PROVIDERS = List.of("org.slf4j.jul", "org.eclipse.angus.activation", "jdk.charsets");

    /// On Windows, the way to the certificates that the system trusts.
    private static final String WINDOWS_TRUST = "jdk.crypto.mscapi";

    public static void main(String[] args) throws IOException, GeneralSecurityException, InterruptedException {
        var target = Path.of(args[0]).toAbsolutePath();
        var modules = new ArrayList<>(List.of(Path.of(args[1])));
        Stream.of(args[3].split(File.pathSeparator)).map(Path::of).filter(Files::isRegularFile).forEach(modules::add);

        var image = target.resolve("image");
        var stamp = target.resolve("image.sha256");
        var wanted = fingerprint(modules);
        if (Files.exists(stamp) && Files.readString(stamp).equals(wanted) && Files.isDirectory(image)) {
            System.out.println(image + " is up to date");
            return;
        }
        Files.deleteIfExists(stamp);
        var work = target.resolve("image-work");
        delete(work);
        delete(image);

        var staged = Files.createDirectories(work.resolve("modules"));
        var descriptors = new Descriptor(modules);
        for (var module : modules) {
            Staging.stage(module, staged, descriptors);
        }
        link(staged, image.resolve("lib", "runtime"));
        for (var launcher : Launcher.values()) {
            launcher.install(image);
            launcher.note(work);
        }
        copy(target.resolve("manual"), image.resolve("share"));
        Notices.write(image, target.resolve("classes/org/mailmedic/components.tsv"), modules, args[2]);
        Training.run(image);
        Files.writeString(stamp, wanted);
        System.out.println(image + " is ready");
    }

    private static void link(Path modules, Path runtime) throws IOException {
        var roots = new ArrayList<>(List.of("org.mailmedic"));
        roots.addAll(PROVIDERS);
        if (ModuleFinder.ofSystem().find(WINDOWS_TRUST).isPresent()) {
            roots.add(WINDOWS_TRUST);
        }
        Files.createDirectories(runtime.getParent());
        // Uncompressed modules start faster, and a package compresses them better than jlink does. A part that came signed loses its
        // signature, as every class does that jlink rewrites: the image's own checksums stand for all of it.
        run("jlink", "--module-path", modules.toString(), "--add-modules", String.join(",", roots), "--output", runtime.toString(),
            "--compress", "zip-0", "--strip-debug", "--no-header-files", "--no-man-pages", "--ignore-signing-information");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.sorted().toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    static void run(String tool, String... arguments) {
        int code = ToolProvider.findFirst(tool).orElseThrow(() -> new IllegalStateException("this JDK has no " + tool))
            .run(System.out, System.err, arguments);
        if (code != 0) {
            throw new IllegalStateException(tool + " failed with exit code " + code);
        }
    }

    /// Changes whenever anything changes that the image is made of.
    private static String fingerprint(List<Path> modules) throws IOException, GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(Runtime.version().toString().getBytes());
        var inputs = new ArrayList<>(modules);
        for (var folder : List.of("installer", "installer/licences", "installer/manual")) {
            try (var sources = Files.list(Path.of(folder))) {
                sources.filter(Files::isRegularFile).sorted().forEach(inputs::add);
            }
        }
        for (var input : inputs) {
            digest.update(input.getFileName().toString().getBytes());
            digest.update(Files.readAllBytes(input));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (var files = Files.walk(directory)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
