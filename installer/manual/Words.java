import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.mailmedic.advice.Language;

/// The words of the manual that are not the commands' own: `manual.properties` in English, `manual_de.properties` and so on.
record Words(Language language, Properties texts) {
    static Words in(Language language) throws IOException {
        var suffix = language == Language.ENGLISH ? "" : "_" + folder(language);
        var texts = new Properties();
        try (var in = Files.newBufferedReader(Path.of("installer", "manual", "manual" + suffix + ".properties"))) {
            texts.load(in);
        }
        return new Words(language, texts);
    }

    /// As folders of manuals are called, which is as systems write a locale: `pt_BR`.
    private static String folder(Language language) {
        return language.tag().replace('-', '_');
    }

    /// Where `man` looks for pages of this language.
    Path section() {
        return language == Language.ENGLISH ? Path.of("man", "man1") : Path.of("man", folder(language), "man1");
    }

    String get(String key) {
        var text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("the manual in " + language + " says nothing about " + key);
        }
        return text;
    }
}
