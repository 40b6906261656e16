import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.css.Stylesheet;

/// Puts the window's stylesheets together, one for each look, and the base theme's, less what the window never shows; both in the binary
/// form that JavaFX reads without parsing. The window appears earlier, and every lookup of a style asks one sheet instead of many.
///
/// Run by Maven in the phase `process-classes`: `java installer/styles/BuildStyles.java FOLDER`, the folder of the compiled `style/*.css`.
/// Leaves `light.bss`, `dark.bss`, `base-light.bss` and `base-dark.bss` beside them, and does nothing where these are newer.
final class BuildStyles {
    private BuildStyles() {}

    private static final Path HERE = Path.of("installer", "styles");

    /// In the order of the cascade (CSS 2.2, §6.4.1): of two rules that weigh the same, the later one holds. What else is in the folder
    /// belongs to a feature of the window, styles nothing but that, and follows in the order of the names.
    private static final List<String> SHEETS =
        List.of("type", "window", "controls", "start", "form", "account", "journey", "checkup", "answer", "compare", "details", "timeline",
                "grid",
            "certificate", "earlier");

    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[0]);
        var unused = BaseTheme.unused(HERE.resolve("unused.txt"));
        for (var look : List.of("light", "dark")) {
            var sheets = new ArrayList<>(List.of(folder.resolve("tokens-" + look + ".css")));
            SHEETS.forEach(name -> sheets.add(folder.resolve(name + ".css")));
            sheets.addAll(ofFeatures(folder));
            var binary = folder.resolve(look + ".bss");
            var base = folder.resolve("base-" + look + ".bss");
            if (isNewer(binary, sheets) && isNewer(base, sheets)) {
                continue;
            }
            var own = new StringBuilder();
            for (var sheet : sheets) {
                own.append(Files.readString(sheet)).append('\n');
            }
            BaseTheme.refuseUsed(own.toString(), unused);
            write(own.toString(), binary);
            write(BaseTheme.without(theme(look), unused), base);
        }
    }

    private static String theme(String look) throws IOException {
        try (var css = BuildStyles.class.getClassLoader().getResourceAsStream("atlantafx/base/theme/primer-" + look + ".css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void write(String css, Path binary) throws IOException {
        SteadyOrder.give(css);
        var file = Files.writeString(Files.createTempFile("style", ".css"), css);
        try {
            Stylesheet.convertToBinary(file.toFile(), binary.toFile());
        } finally {
            Files.delete(file);
        }
    }

    private static boolean isNewer(Path binary, List<Path> sheets) throws IOException {
        if (!Files.exists(binary)) {
            return false;
        }
        var sources = new ArrayList<>(sheets);
        try (var tools = Files.list(HERE)) {
            tools.forEach(sources::add);
        }
        var written = Files.getLastModifiedTime(binary);
        for (var source : sources) {
            if (Files.getLastModifiedTime(source).compareTo(written) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static List<Path> ofFeatures(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".css")).filter(file -> {
                String name = file.getFileName().toString().replace(".css", "");
                return !name.startsWith("tokens-") && !SHEETS.contains(name);
            }).sorted().toList();
        }
    }
}
