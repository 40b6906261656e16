import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.css.Stylesheet;

/// Puts the window's stylesheets together, one for each look, in the binary form that JavaFX reads without parsing: the window appears
/// earlier, and every lookup of a style asks one sheet instead of sixteen.
///
/// Run by Maven in the phase `process-classes`: `java installer/styles/BuildStyles.java FOLDER`, the folder of the compiled `style/*.css`.
/// Leaves `light.bss` and `dark.bss` beside them, and does nothing where these are newer.
final class BuildStyles {
    private BuildStyles() {}

    /// In the order of the cascade (CSS 2.2, §6.4.1): of two rules that weigh the same, the later one holds.
    private static final List<String> SHEETS =
        List.of("type", "window", "controls", "start", "form", "account", "journey", "checkup", "answer", "compare", "details", "timeline", "grid",
            "certificate", "earlier");

    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[0]);
        refuseForgotten(folder);
        for (var look : List.of("light", "dark")) {
            var sheets = new ArrayList<Path>();
            sheets.add(folder.resolve("tokens-" + look + ".css"));
            SHEETS.forEach(name -> sheets.add(folder.resolve(name + ".css")));
            build(sheets, folder.resolve(look + ".bss"));
        }
    }

    private static void build(List<Path> sheets, Path binary) throws IOException {
        if (isNewer(binary, sheets)) {
            return;
        }
        var whole = new StringBuilder();
        for (var sheet : sheets) {
            whole.append(Files.readString(sheet)).append('\n');
        }
        var css = Files.writeString(Files.createTempFile("style", ".css"), whole);
        try {
            Stylesheet.convertToBinary(css.toFile(), binary.toFile());
        } finally {
            Files.delete(css);
        }
    }

    private static boolean isNewer(Path binary, List<Path> sheets) throws IOException {
        if (!Files.exists(binary)) {
            return false;
        }
        for (var sheet : sheets) {
            if (Files.getLastModifiedTime(sheet).compareTo(Files.getLastModifiedTime(binary)) >= 0) {
                return false;
            }
        }
        return Files.getLastModifiedTime(Path.of("installer/styles/BuildStyles.java")).compareTo(Files.getLastModifiedTime(binary)) < 0;
    }

    /// A sheet that nobody put into the list would be shipped and never seen.
    private static void refuseForgotten(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var forgotten = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".css") && !name.startsWith("tokens-"))
                .map(name -> name.substring(0, name.length() - ".css".length())).filter(name -> !SHEETS.contains(name)).toList();
            if (!forgotten.isEmpty()) {
                throw new IllegalStateException("not in the list of stylesheets: " + forgotten);
            }
        }
    }
}
