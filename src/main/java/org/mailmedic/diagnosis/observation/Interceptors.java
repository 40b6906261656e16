package org.mailmedic.diagnosis.observation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Antivirus programs and proxies that open encrypted connections, told by the name under which they issue certificates.
/// Read when first asked. Thread-safe.
public final class Interceptors {
    /// @param exact the whole common name or organisation; else a part of it is enough
    private record Mark(String product, String text, boolean exact) {
        boolean fits(String name) {
            return exact ? name.equals(text) : name.contains(text);
        }
    }

    private List<Mark> marks;

    /// The product whose issuer this is.
    public Optional<String> product(X500Principal issuer) {
        List<String> names = Stream.of("CN", "O", "OU").flatMap(type -> ShownCertificate.part(issuer, type).stream())
                .map(name -> name.toLowerCase(Locale.ROOT)).toList();
        return marks().stream().filter(mark -> names.stream().anyMatch(mark::fits)).map(Mark::product).findFirst();
    }

    private synchronized List<Mark> marks() {
        if (marks == null) {
            try (InputStream in = Interceptors.class.getResourceAsStream("/org/mailmedic/diagnosis/interceptors.json")) {
                marks = JsonMapper.shared().readTree(in).path("interceptors").valueStream().flatMap(Interceptors::marksOf).toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return marks;
    }

    private static Stream<Mark> marksOf(JsonNode node) {
        String product = node.path("product").asString();
        return Stream.concat(
                node.path("contains").valueStream().map(text -> new Mark(product, text.asString().toLowerCase(Locale.ROOT), false)),
                node.path("is").valueStream().map(text -> new Mark(product, text.asString().toLowerCase(Locale.ROOT), true)));
    }
}
