package org.mailmedic.maildomain.dmarc;

import java.io.IOException;
import java.io.InputStream;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.mailmedic.maildomain.dns.DomainName;

/// The Public Suffix List, as the Java runtime brings it along and keeps it current for its own use: a zip archive with an entry for each
/// top-level domain, which holds its rules (publicsuffix.org), one a line and in Unicode, behind a byte that says of which part of the
/// list they are.
public final class PublicSuffixes {
    private static final int LARGEST = 1024 * 1024;

    private final Path file;

    /// @param file such an archive; where there is none, nothing is known
    PublicSuffixes(Path file) {
        this.file = file;
    }

    public static PublicSuffixes ofRuntime() {
        return new PublicSuffixes(Path.of(System.getProperty("java.home"), "lib", "security", "public_suffix_list.dat"));
    }

    /// One label more than the longest suffix that fits (RFC 7489 §3.2); a suffix is its own. Empty where the list cannot be read.
    ///
    /// @param name a plain name in its ASCII form
    Optional<String> organizationalDomain(String name) {
        List<String> labels = DomainName.labels(name);
        return rules(labels.getLast()).map(rules -> {
            int suffix = suffix(labels, rules);
            return DomainName.without(name, Math.max(0, labels.size() - suffix - 1));
        });
    }

    /// How many labels the suffix has. Of a top-level domain that has no rules it is the one (rule `*`).
    private static int suffix(List<String> labels, List<String> rules) {
        int longest = 1;
        for (String rule : rules) {
            boolean exception = rule.startsWith("!");
            List<String> parts = DomainName.labels(exception ? rule.substring(1) : rule);
            if (fits(labels, parts)) {
                if (exception) {
                    return parts.size() - 1;
                }
                longest = Math.max(longest, parts.size());
            }
        }
        return longest;
    }

    private static boolean fits(List<String> labels, List<String> rule) {
        int left = labels.size() - rule.size();
        if (left < 0) {
            return false;
        }
        for (int i = 0; i < rule.size(); i++) {
            if (!rule.get(i).equals("*") && !rule.get(i).equals(labels.get(left + i))) {
                return false;
            }
        }
        return true;
    }

    private Optional<List<String>> rules(String top) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var archive = new ZipFile(file.toFile())) {
            var entry = archive.getEntry(IDN.toUnicode(top));
            if (entry == null) {
                return Optional.of(List.of());
            }
            try (InputStream in = archive.getInputStream(entry)) {
                return Optional.of(new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8).lines().filter(line -> line.length() > 1)
                        .map(line -> DomainName.ascii(line.substring(1))).toList());
            }
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
