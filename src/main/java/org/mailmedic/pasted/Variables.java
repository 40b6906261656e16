package org.mailmedic.pasted;

import java.util.List;
import java.util.Locale;

/// Whether a written value is, or holds, a variable: something whose real value stands elsewhere.
public final class Variables {
    private static final List<String> VARIABLES = List.of("process.env", "os.environ", "os.getenv", "getenv(", "env(", "env[", "env.",
            "config(", "system.getenv", "environment.",
            "import.meta.env", "secrets.", "decouple", "settings.", "get_option(");

    private Variables() {}

    /// Whether the value, or a part of it, comes from elsewhere.
    public static boolean in(String bare) {
        String lower = bare.toLowerCase(Locale.ROOT);
        boolean percent = bare.length() > 2 && bare.startsWith("%") && bare.endsWith("%");
        boolean sigil = bare.length() > 1 && (bare.charAt(0) == '$' || bare.charAt(0) == '@') && Character.isLetter(bare.charAt(1));
        boolean terraform = (bare.startsWith("var.") || bare.startsWith("local.")) && bare.indexOf('.') == bare.lastIndexOf('.');
        return terraform || percent || sigil || bare.startsWith("$(") || bare.startsWith("{{")
                || VARIABLES.stream().anyMatch(lower::contains);
    }
}
