package org.mailmedic.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// The image's launchers as they are, and the variants of them that are compared: without the AOT cache, and with another program on the
/// same runtime and the same flags.
final class Starter {
    private static final Path IMAGE = Path.of("target", "image").toAbsolutePath();
    private static final String WINDOW = "MailMedic";
    private static final String CLI = "mailmedic-cli";
    private static final String CACHE = "\"-XX:AOTCache=[^\"]*\"";

    private final Path folder;

    Starter(Path folder) {
        this.folder = folder;
    }

    static Path image() {
        return IMAGE;
    }

    Path window() {
        return IMAGE.resolve("bin").resolve(WINDOW);
    }

    Path windowWithoutCache() throws IOException {
        return variant("window-plain", text(WINDOW).replaceFirst(CACHE, ""));
    }

    Path cli() {
        return IMAGE.resolve("bin").resolve(CLI);
    }

    Path cliWithoutCache() throws IOException {
        return variant("cli-plain", text(CLI).replaceFirst(CACHE, ""));
    }

    Path label() throws IOException, InterruptedException {
        Path cache = folder.resolve("label.aot");
        Path training = variant("label-training", label("").replace("-XX:+UseSerialGC",
            "-XX:AOTCacheOutput=" + cache + " -Dtraining=true -Dglass.platform=Headless -Dprism.order=sw -XX:+UseSerialGC"));
        int code = new ProcessBuilder(training.toString()).redirectErrorStream(true).redirectOutput(folder.resolve("label.log").toFile())
                .start().waitFor();
        if (code != 0 || !Files.exists(cache)) {
            throw new AssertionError("the label's training run ended with " + code + ": " + Files.readString(folder.resolve("label.log")));
        }
        return variant("label", label("-XX:AOTCache=" + cache));
    }

    Path labelWithoutCache() throws IOException {
        return variant("label-plain", label(""));
    }

    private String label(String cache) throws IOException {
        return text(WINDOW).replaceFirst(CACHE, cache).replace("-m org.mailmedic/org.mailmedic.Main",
            "--add-modules javafx.controls --class-path " + jar() + " " + OneLabel.class.getName());
    }

    /// AOT caches take classes from jars alone.
    private Path jar() throws IOException {
        Path jar = folder.resolve("label.jar");
        if (!Files.exists(jar)) {
            String name = OneLabel.class.getName().replace('.', '/') + ".class";
            try (var out = new JarOutputStream(Files.newOutputStream(jar)); var in = OneLabel.class.getResourceAsStream("/" + name)) {
                out.putNextEntry(new JarEntry(name));
                in.transferTo(out);
                out.closeEntry();
            }
        }
        return jar;
    }

    private static String text(String launcher) throws IOException {
        return Files.readString(IMAGE.resolve("bin").resolve(launcher)).replaceFirst("(?m)^lib=.*$", "lib=" + IMAGE.resolve("lib"));
    }

    private Path variant(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), script);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
        return file;
    }

    /// What a folder takes on disk, in MB; nothing where there is none.
    static List<String> sizes(Path target) {
        try (var files = Files.walk(target.resolve("image")); var packages = Files.exists(target.resolve("packages"))
                ? Files.list(target.resolve("packages")) : Stream.<Path>empty()) {
            double image = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum() / 1e6;
            var lines = new ArrayList<>(List.of("image on disk: %.0f MB".formatted(image)));
            packages.filter(file -> file.toString().matches(".*\\.(deb|rpm|gz|msi|dmg)")).sorted()
                .forEach(file -> lines.add("%s: %.1f MB".formatted(file.getFileName(), file.toFile().length() / 1e6)));
            return lines;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
