package org.mailmedic.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailmedic.settings.Security;

/// What providers are called, by their servers, and nothing else: where that is all that is asked, the book with everything else in it
/// takes a cold program too long to read. Read when the first question is asked. Thread-safe.
///
/// The build leaves an index (`installer/signatures`): a line a host, the host and the name with a tab between them, in the book's order.
public final class ProviderNames {
    private static final String INDEX = "hosts.index";
    private @Nullable String lines;

    private ProviderNames() {}

    public static ProviderNames load() {
        return new ProviderNames();
    }

    /// The name of the provider whose server this is, as [ProviderBook#byHost] finds it.
    public Optional<String> byHost(String host) {
        String name = Names.plain(host);
        String all = lines();
        int at = name.isEmpty() || name.indexOf('\t') >= 0 ? -1 : all.indexOf('\n' + name + '\t');
        if (at >= 0) {
            return Optional.of(nameAt(all, at + 1));
        }
        for (int star = all.indexOf('*'); star >= 0; star = all.indexOf('*', star + 1)) {
            int start = all.lastIndexOf('\n', star) + 1;
            var server = new Provider.Server(all.substring(start, all.indexOf('\t', star)), 0, Security.AUTO, List.of());
            if (server.matches(name)) {
                return Optional.of(nameAt(all, start));
            }
        }
        return Optional.empty();
    }

    private static String nameAt(String all, int line) {
        return all.substring(all.indexOf('\t', line) + 1, all.indexOf('\n', line));
    }

    private synchronized String lines() {
        if (lines == null) {
            try (InputStream in = ProviderNames.class.getResourceAsStream(INDEX)) {
                lines = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return lines;
    }

    /// For the build: writes the index.
    ///
    /// @param classes the folder of the compiled program
    public static void writeIndex(Path classes) throws IOException {
        var lines = ProviderBook.load().all().stream().flatMap(provider -> provider.servers().stream()
                .map(server -> server.host() + '\t' + provider.name())).collect(Collectors.toCollection(LinkedHashSet::new));
        Files.writeString(classes.resolve("org/mailmedic/provider/" + INDEX), '\n' + String.join("\n", lines) + '\n');
    }
}
