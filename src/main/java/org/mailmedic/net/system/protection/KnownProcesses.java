package org.mailmedic.net.system.protection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Linux: nobody keeps a list, so the names of running programs are compared with those of known products.
final class KnownProcesses implements ProtectionReader {
    /// The kernel cuts the names of programs off there (proc(5), comm).
    private static final int LONGEST_NAME = 15;

    @Override
    public List<String> command() {
        return List.of("ps", "-A", "-o", "comm=");
    }

    @Override
    public List<String> read(String text) {
        Set<String> running = text.lines().map(String::strip).collect(Collectors.toSet());
        try (InputStream in = KnownProcesses.class.getResourceAsStream("/org/mailmedic/net/system/protection.json")) {
            return JsonMapper.shared().readTree(in).path("products").valueStream().filter(product -> product.path("processes").valueStream()
                    .map(JsonNode::asString).anyMatch(name -> running.contains(name.substring(0, Math.min(LONGEST_NAME, name.length())))))
                    .map(product -> product.path("name").asString()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
