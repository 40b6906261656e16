package org.mailmedic.diagnosis.observation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
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
            try (InputStream in = Interceptors.class.getResourceAsStream("/org/mailmedic/diagnosis/interceptors.json")) {
                List<JsonNode> all = JsonMapper.shared().readTree(in).path("interceptors").valueStream().toList();
                read = new Marks(all.stream().flatMap(Interceptors::marksOf).toList(),
                        all.stream().flatMap(node -> node.path("says").valueStream()
                        .map(text -> new Mark(node.path("product").asString(), text.asString(), false))).toList());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return read;
    }

    private static Stream<Mark> marksOf(JsonNode node) {
        String product = node.path("product").asString();
        return Stream.concat(
                node.path("contains").valueStream().map(text -> new Mark(product, text.asString().toLowerCase(Locale.ROOT), false)),
                node.path("is").valueStream().map(text -> new Mark(product, text.asString().toLowerCase(Locale.ROOT), true)));
    }
}
