package org.mailmedic.discover.paste;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The pasted texts of `snippets.txt`, each with what is to be read out of it.
public final class Snippets {
    /// A password that stands nowhere else.
    public static final String PASSWORD = "Zaunkoenig#7431";

    private Snippets() {}

    public record Case(String name, String format, String host, String port, String security, String user, String from, String password,
            List<String> slips, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    public static List<Case> all() {
        try (var in = Snippets.class.getResourceAsStream("/org/mailmedic/discover/snippets.txt")) {
            String[] parts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^#### ");
            List<Case> cases = new ArrayList<>();
            // what comes before the first heading, and the heading that explains headings, are no cases
            for (String part : Arrays.asList(parts).subList(2, parts.length)) {
                String[] lines = part.split("\n", 2);
                // one blank around each field is layout; more belong to it
                String[] fields = Arrays.stream(lines[0].split("\\|", -1)).map(Snippets::field).toArray(String[]::new);
                List<String> slips = fields[8].isBlank() ? List.of() : List.of(fields[8].strip().split(" "));
                cases.add(new Case(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6], fields[7], slips,
                        lines[1].stripTrailing() + "\n"));
            }
            return cases;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String field(String raw) {
        String start = raw.startsWith(" ") ? raw.substring(1) : raw;
        return start.endsWith(" ") ? start.substring(0, start.length() - 1) : start;
    }
}
