import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What Windows and macOS have in common: one call of jpackage, on the image's runtime, with both launchers and their AOT caches.
///
/// jpackage's launchers know the folder of the caches as `$APPDIR`.
final class Jpackage {
    private static final String WINDOW = "MailMedic";
    private static final String CLI = "mailmedic-cli";

    private final List<String> arguments = new ArrayList<>();
    private final Path image;
    private final Path work;

    Jpackage(Path image, Path work) {
        this.image = image;
        this.work = work;
    }

    /// @param cliProperties further properties of the terminal's launcher, see jpackage's `--add-launcher`
    Jpackage program(Release release, String cliProperties) throws IOException {
        var app = Files.createDirectories(work.resolve("app"));
        for (var part : List.of("NOTICE", "LICENSE", "licences")) {
            Trees.copy(image.resolve(part), app.resolve(part));
        }
        for (var command : List.of(WINDOW, CLI)) {
            Trees.copy(image.resolve("lib").resolve(command + ".aot"), app.resolve(command + ".aot"));
        }
        with("--name", WINDOW, "--app-version", release.version(), "--vendor", "The Mail Medic authors",
            "--description", "Tells why mail does not go out, and what to do", "--copyright", "The Mail Medic authors, MIT licence",
            "--runtime-image", image.resolve("lib").resolve("runtime").toString(), "--input", app.toString(), "--module", module(WINDOW));
        for (var option : options(WINDOW)) {
            with("--java-options", option);
        }
        var cli = work.resolve(CLI + ".properties");
        Files.writeString(cli, "module=" + module(CLI) + "\njava-options=" + String.join(" ", options(CLI)) + "\n" + cliProperties);
        return with("--add-launcher", CLI + "=" + cli);
    }

    Jpackage with(String... more) {
        arguments.addAll(List.of(more));
        return this;
    }

    void run() throws IOException, InterruptedException {
        Tool.run(Map.of(), Tool.jpackage(arguments.toArray(String[]::new)));
    }

    /// The options that the caches were trained with, and the cache itself.
    private List<String> options(String command) throws IOException {
        var all = new ArrayList<>(List.of("-XX:AOTCache=$APPDIR/" + command + ".aot"));
        var trained = trained(command);
        all.addAll(trained.subList(0, trained.size() - 2));
        return all;
    }

    private String module(String command) throws IOException {
        return trained(command).getLast();
    }

    private List<String> trained(String command) throws IOException {
        return Files.readAllLines(image.resolveSibling("image-work").resolve(command + ".options"));
    }
}
