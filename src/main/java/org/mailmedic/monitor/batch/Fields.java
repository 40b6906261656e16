package org.mailmedic.monitor.batch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailmedic.advice.PlainText;
import org.mailmedic.settings.Spelling;

/// The names that a line of the list may use: those of the options of `diagnose`, `id`, and `domain`.
final class Fields {
    static final List<String> KNOWN = List.of("id", "host", "port", "security", "user", "password_file", "password_env",
            "access_token_file",
            "from", "to", "symptom", "profile", "timeout", "domain");
    /// Names under which somebody would put the password itself.
    private static final Set<String> SECRET = Set.of("password", "passwd", "pass", "pwd", "passphrase", "secret", "token", "access_token",
            "smtp_password", "kennwort", "passwort");
    private static final int LONGEST_NAME = 40;

    private Fields() {}

    /// @throws Unfit when a line may not have this field
    static void check(String name) throws Unfit {
        if (SECRET.contains(name)) {
            throw new Unfit("password", Map.of("field", name));
        }
        if (!KNOWN.contains(name)) {
            String meant = meant(name);
            throw meant.isEmpty() ? new Unfit("unknown_field", Map.of("field", PlainText.of(name, LONGEST_NAME)))
                    : new Unfit("unknown_field_meant", Map.of("field", PlainText.of(name, LONGEST_NAME), "meant", meant));
        }
    }

    /// A column that should hold passwords is let through here: its lines are refused, one by one. Other unknown names are not repeated,
    /// since a list without a header would show its first line there.
    static void checkColumn(String name, int column) throws Unfit {
        if (!KNOWN.contains(name) && !SECRET.contains(name)) {
            String meant = meant(name);
            throw meant.isEmpty() ? new Unfit("unknown_column", Map.of("column", String.valueOf(column), "known", String.join(", ", KNOWN)))
                    : new Unfit("unknown_column_meant", Map.of("column", String.valueOf(column), "meant", meant));
        }
    }

    private static String meant(String name) {
        return KNOWN.stream().filter(known -> known.length() > 2 && Spelling.distance(name, known) == 1).findFirst().orElse("");
    }
}
