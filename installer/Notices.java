import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

/// Puts the licences of everything shipped into the image: `NOTICE` names each part, `licences/` holds every text in full.
///
/// Which licences are allowed at all stands in `pom.xml`, where license-maven-plugin lists the parts and refuses the others. Here a part
/// without a text ends the build, and so does the GNU GPL with the classpath exception for anything but OpenJFX (the Java runtime's own
/// parts, under the same licence, are no dependencies and stand first).
final class Notices {
    private static final String CLASSPATH_EXCEPTION = "GPL-2.0 with Classpath-exception-2.0";
    private static final String OPENJFX = "org.openjfx";
    private static final Path SUPPLEMENTS = Path.of("installer", "licences");

    private Notices() {}

    /// One line of what license-maven-plugin wrote, see `licences/components.ftl`.
    private record Component(String group, String artifact, String version, String name, String home, String licences) {
        static Component of(String line) {
            var fields = line.split("\t", -1);
            return new Component(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5].strip());
        }

        boolean isOpenJfx() {
            return group.equals(OPENJFX);
        }
    }

    static void write(Path image, Path components, List<Path> jars, String version) throws IOException {
        var licences = Files.createDirectories(image.resolve("licences"));
        var notice = new StringBuilder(Files.readString(SUPPLEMENTS.resolve("NOTICE.head")).replace("@VERSION@", version)
            .replace("@RUNTIME@", System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version")));
        for (var line : Files.readAllLines(components)) {
            var component = Component.of(line);
            refuseForeignClasspathException(component);
            var folder = Files.createDirectories(licences.resolve(component.artifact()));
            if (texts(component, jars, image, folder) == 0) {
                throw new IllegalStateException("no licence text of " + component.artifact() + " is known: put it into " + SUPPLEMENTS);
            }
            notice.append("%n%s %s (%s:%s)%n    %s%n    %s%n    licences/%s%n".formatted(component.name(), component.version(),
                    component.group(),
                component.artifact(), component.home(), component.licences(), component.artifact()));
        }
        Files.writeString(image.resolve("NOTICE"), notice.toString().replace("\r\n", "\n"));
        Files.copy(Path.of("LICENSE"), image.resolve("LICENSE"));
        Files.copy(Path.of("src/main/resources/org/mailmedic/font/Inter-LICENSE.txt"), Files.createDirectories(licences.resolve("inter"))
            .resolve("LICENSE.txt"));
    }

    private static void refuseForeignClasspathException(Component component) {
        if (component.licences().equals(CLASSPATH_EXCEPTION) && !component.isOpenJfx()) {
            throw new IllegalStateException(component.artifact() + " is under the " + CLASSPATH_EXCEPTION + ", which only OpenJFX may be");
        }
    }

    /// Copies the part's texts into its folder: its own, and what is kept here for parts that carry none.
    ///
    /// @return how many
    private static int texts(Component component, List<Path> jars, Path image, Path folder) throws IOException {
        int copied = 0;
        for (var jar : jars) {
            if (jar.getFileName().toString().startsWith(component.artifact() + "-" + component.version())) {
                copied += own(jar, folder);
            }
        }
        var supplement = SUPPLEMENTS.resolve(component.artifact() + ".txt");
        if (Files.exists(supplement)) {
            Files.copy(supplement, folder.resolve("LICENSE.txt"));
            copied++;
        }
        if (component.isOpenJfx()) {
            // Word for word the Java runtime's, and so are those of the two libraries inside.
            for (var text : List.of("java.base/LICENSE", "java.desktop/jpeg.md", "java.desktop/mesa3d.md")) {
                var source = image.resolve("lib/runtime/legal").resolve(text);
                if (Files.exists(source)) {
                    Files.copy(source, folder.resolve(source.getFileName()));
                    copied++;
                }
            }
        }
        return copied;
    }

    private static int own(Path jar, Path folder) throws IOException {
        var texts = new ArrayList<String>();
        try (var zip = new ZipFile(jar.toFile())) {
            for (var entry : zip.stream().toList()) {
                if (entry.getName().matches("META-INF/[^/]*(LICENSE|NOTICE)[^/]*")) {
                    var file = folder.resolve(entry.getName().substring("META-INF/".length()));
                    try (var in = zip.getInputStream(entry)) {
                        Files.copy(in, file);
                    }
                    texts.add(entry.getName());
                }
            }
        }
        return texts.size();
    }
}
