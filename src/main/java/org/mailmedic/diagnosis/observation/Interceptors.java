package org.mailmedic.diagnosis.observation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.mailmedic.evidence.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Antivirus programs and proxies that open connections, told by the name under which they issue certificates, or by what those on this
/// computer say in place of a server. Read when first asked. Thread-safe.
public final class Interceptors {
    /// @param exact the whole common name or organisation; else a part of it is enough
    private record Mark(String product, String text, boolean exact) {
        boolean fits(String name) {
            return exact ? name.equals(text) : name.contains(text);
        }
    }

    /// What a server says of itself that has such a program, too, to look through other people's mail.
    private static final Pattern AT_A_SERVER = Pattern.compile("gateway|appliance|mail server|mail security|for (linux|exchange|servers?)");

    private static final String FOLDER = "/org/mailmedic/diagnosis/";
    private static final String INDEX = "interceptors.index";
    private static final char CONTAINS = 'c';
    private static final char IS = 'i';
    private static final char SAYS = 's';

    private @Nullable Marks read;

    /// @param issuers how they sign what they have opened
    /// @param words   how they name themselves in a refusal
    private record Marks(List<Mark> issuers, List<Mark> words) {}

    /// The product whose issuer this is.
    public Optional<String> product(X500Principal issuer) {
        List<String> names = Stream.of("CN", "O", "OU").flatMap(type -> ShownCertificate.part(issuer, type).stream())
                .map(name -> name.toLowerCase(Locale.ROOT)).toList();
        return read().issuers().stream().filter(mark -> names.stream().anyMatch(mark::fits)).map(Mark::product).findFirst();
    }

    /// The product on this computer that names itself in a refusal.
    public Optional<String> speaking(Reply refusal) {
        String said = refusal.text().toLowerCase(Locale.ROOT);
        return refusal.positive() || refusal.intermediate() || AT_A_SERVER.matcher(said).find() ? Optional.empty()
                : read().words().stream().filter(mark -> mark.fits(said)).map(Mark::product).findFirst();
    }

    private synchronized Marks read() {
        if (read == null) {
            try (InputStream in = Interceptors.class.getResourceAsStream(FOLDER + INDEX)) {
                var issuers = new ArrayList<Mark>();
                var words = new ArrayList<Mark>();
                new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                    int kind = line.indexOf('\t') + 1;
                    var mark = new Mark(line.substring(0, kind - 1), line.substring(kind + 1), line.charAt(kind) == IS);
                    (line.charAt(kind) == SAYS ? words : issuers).add(mark);
                });
                read = new Marks(issuers, words);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return read;
    }

    /// For the build: writes the index by which the list is read, a line a mark: the product, a tab, the kind of mark, and its text.
    ///
    /// @param classes the folder of the compiled program
    public static void writeIndex(Path classes) throws IOException {
        try (InputStream in = Interceptors.class.getResourceAsStream(FOLDER + "interceptors.json")) {
            Stream<String> lines = JsonMapper.shared().readTree(in).path("interceptors").valueStream().flatMap(node -> {
                String product = node.path("product").asString() + '\t';
                return Stream.of(texts(node, "contains").map(text -> product + CONTAINS + text.toLowerCase(Locale.ROOT)),
                        texts(node, "is").map(text -> product + IS + text.toLowerCase(Locale.ROOT)),
                        texts(node, "says").map(text -> product + SAYS + text)).flatMap(each -> each);
            });
            Files.writeString(classes.resolve(FOLDER.substring(1) + INDEX), lines.collect(Collectors.joining("\n")));
        }
    }

    private static Stream<String> texts(JsonNode node, String name) {
        return node.path(name).valueStream().map(JsonNode::asString);
    }
}
