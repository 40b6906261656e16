package org.mailmedic.product;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// What others made and this program is shipped with, as the build found it.
public final class ThirdParty {
    private static final String FILE = "/org/mailmedic/components.tsv";
    private static final int VERSION = 2;
    private static final int NAME = 3;
    private static final int LICENCES = 5;

    /// @param licences as SPDX names them; of several, separated by `; `, any one may be chosen
    public record Part(String name, String version, String licences) {}

    private ThirdParty() {}

    /// In the order of the build's list. The Java runtime is not among them: it is asked for what it is.
    public static List<Part> all() {
        var stream = Objects.requireNonNull(ThirdParty.class.getResourceAsStream(FILE), FILE);
        try (var in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return in.lines().map(line -> line.split("\t", -1))
                    .map(fields -> new Part(fields[NAME], fields[VERSION], fields[LICENCES].strip()))
                    .toList();
        } catch (IOException damaged) {
            throw new UncheckedIOException(FILE, damaged);
        }
    }
}
