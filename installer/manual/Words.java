import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// The words of the manual that are not the commands' own.
record Words(Properties texts) {
    static Words load() throws IOException {
        var texts = new Properties();
        try (var in = Files.newBufferedReader(Path.of("installer", "manual", "manual.properties"))) {
            texts.load(in);
        }
        return new Words(texts);
    }

    String get(String key) {
        var text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("manual.properties says nothing about " + key);
        }
        return text;
    }
}
