package org.mailmedic.monitor.exporter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailmedic.monitor.batch.Unfit;

/// The web configuration file in Prometheus' style: `tls_server_config` with `cert_file` and `key_file`, and `basic_auth_users` with bcrypt
/// hashes. Of YAML what that takes, and nothing else: two levels, plain and quoted values, comments.
///
/// @param tls   where the certificate chain and the key are
/// @param users name → bcrypt hash; empty where nobody has to sign in
record WebConfig(Optional<Tls> tls, Map<String, String> users) {
    private static final int LARGEST = 1024 * 1024;
    private static final Map<String, Set<String>> KNOWN = Map.of("tls_server_config", Set.of("cert_file", "key_file"));
    private static final String USERS = "basic_auth_users";

    record Tls(Path certificate, Path key) {}

    static WebConfig none() {
        return new WebConfig(Optional.empty(), Map.of());
    }

    /// @throws Unfit when it cannot be read or holds something else
    static WebConfig read(Path file) throws Unfit {
        String text;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw Unfit.of("web_config_large", "file", file.toString());
            }
            text = new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw Unfit.of("web_config_unreadable", "file", file.toString());
        }
        Map<String, Map<String, String>> sections = sections(text.lines().toList());
        Map<String, String> tls = sections.getOrDefault("tls_server_config", Map.of());
        String certificate = tls.get("cert_file");
        String key = tls.get("key_file");
        if (!tls.isEmpty() && (certificate == null || key == null)) {
            throw Unfit.of("web_config_tls", "file", file.toString());
        }
        Map<String, String> users = sections.getOrDefault(USERS, Map.of());
        if (!users.values().stream().allMatch(hash -> hash.matches("\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}"))) {
            throw Unfit.of("web_config_hash", "file", file.toString());
        }
        return new WebConfig(certificate == null || key == null ? Optional.empty()
                : Optional.of(new Tls(beside(file, certificate), beside(file, key))), users);
    }

    /// Names in the file are relative to it, as in Prometheus.
    private static Path beside(Path file, String name) throws Unfit {
        try {
            return file.toAbsolutePath().resolveSibling(name);
        } catch (InvalidPathException noName) {
            throw Unfit.of("web_config_unreadable", "file", name);
        }
    }

    private static Map<String, Map<String, String>> sections(List<String> lines) throws Unfit {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        Map<String, String> section = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#") || text.equals("---")) {
                continue;
            }
            String number = String.valueOf(i + 1);
            int colon = colon(text);
            if (colon < 0) {
                throw Unfit.of("web_config_line", "line", number);
            }
            String name = unquoted(text.substring(0, colon), number);
            String value = unquoted(text.substring(colon + 1), number);
            if (!Character.isWhitespace(line.charAt(0))) {
                if (!name.equals(USERS) && !KNOWN.containsKey(name) || !value.isEmpty() && !value.equals("{}")
                        || sections.containsKey(name)) {
                    throw Unfit.of("web_config_line", "line", number);
                }
                section = new LinkedHashMap<>();
                sections.put(name, section);
            } else if (section == null || value.isEmpty() || section.containsKey(name) || !known(sections, section, name)) {
                throw Unfit.of("web_config_line", "line", number);
            } else {
                section.put(name, value);
            }
        }
        return sections;
    }

    private static boolean known(Map<String, Map<String, String>> sections, Map<String, String> section, String name) {
        return sections.get(USERS) == section || KNOWN.entrySet().stream().anyMatch(each -> sections.get(each.getKey()) == section
                && each.getValue()
                .contains(name));
    }

    /// Where a name ends: behind its quotes, if it has any.
    private static int colon(String text) {
        char first = text.charAt(0);
        int from = first == '"' || first == '\'' ? text.indexOf(first, 1) : 0;
        return from < 0 ? -1 : text.indexOf(':', from);
    }

    private static String unquoted(String written, String line) throws Unfit {
        String text = written.strip();
        if (text.isEmpty()) {
            return "";
        }
        char first = text.charAt(0);
        if (first != '"' && first != '\'') {
            int comment = text.indexOf(" #");
            return comment < 0 ? text : text.substring(0, comment).strip();
        }
        int end = text.indexOf(first, 1);
        String rest = end < 0 ? "x" : text.substring(end + 1).strip();
        if (end < 0 || !rest.isEmpty() && !rest.startsWith("#") || text.substring(1, end).indexOf('\\') >= 0) {
            throw Unfit.of("web_config_line", "line", line);
        }
        return text.substring(1, end);
    }
}
