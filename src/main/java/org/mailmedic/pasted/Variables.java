package org.mailmedic.pasted;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Whether a written value is, or holds, a variable: something whose real value stands elsewhere.
public final class Variables {
    private static final List<String> VARIABLES = List.of("process.env", "os.environ", "os.getenv", "getenv(", "env(", "env[", "env.",
            "config(", "system.getenv", "environment.",
            "import.meta.env", "secrets.", "decouple", "settings.", "get_option(", "application.credentials", "getpass(", "input(",
            "read_secret(", "secretkeyref", "configuration[", "builder.configuration");
    private static final List<String> REFERENCES = List.of("$__file{", "$__env{", "$__vault{", "@Microsoft.KeyVault(", "op://", "vault:",
            "arn:aws:",
            "!vault", "!secret", "!ENV", "secretsmanager:", "ssm:", "file:///run/secrets/", "/run/secrets/", "gcpsm:", "awssm:");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9]*+(?:_[A-Z0-9]++)++");
    /// What Terraform takes from a resource: `random_password.mail.result`.
    private static final Pattern RESOURCE = Pattern.compile("[a-z]{2,30}(?:_[a-z0-9]{1,30}){1,6}\\.[a-z0-9_-]{1,60}"
            + "\\.(?:result|value|id|secret|secret_string|password|username|smtp_password|ses_smtp_password_v4)");
    private static final List<String> COMMANDS = List.of("pass ", "gpg ", "gpg2 ", "cat ", "security ", "secret-tool ", "op ", "bw ",
            "rbw ", "keyring ", "sops ", "vault ", "age ", "kwallet-query ", "head ");
    private static final int LONGEST_NAME = 80;
    private static final int SHORTEST_NAME = 3;
    private static final List<String> OBJECTS = List.of("config.", "self.", "this.", "app.config", "credentials.", "cfg.", "opts.",
            "options.");

    private Variables() {}

    /// Whether the value, or a part of it, comes from elsewhere.
    public static boolean in(String bare) {
        String lower = bare.toLowerCase(Locale.ROOT);
        boolean percent = bare.length() > 2 && bare.startsWith("%") && bare.endsWith("%");
        boolean sigil = bare.length() > 1 && (bare.charAt(0) == '$' || bare.charAt(0) == '@') && Character.isLetter(bare.charAt(1))
                || reference(bare);
        boolean terraform = (bare.startsWith("var.") || bare.startsWith("local.")) && bare.indexOf('.') == bare.lastIndexOf('.');
        boolean output = (bare.startsWith("data.") || bare.startsWith("module.") || RESOURCE.matcher(bare).matches())
                && bare.chars().allMatch(c -> Character.isLowerCase(c) || Character.isDigit(c) || "._-[]\"".indexOf(c) >= 0);
        boolean member = OBJECTS.stream().anyMatch(lower::startsWith) && lower.chars().noneMatch(Character::isDigit);
        return member || output || called(bare) || terraform || percent || sigil || bare.startsWith("$(") || bare.startsWith("{{")
                || VARIABLES.stream().anyMatch(lower::contains);
    }

    /// Whether it is a command whose output is meant, as it stands between backticks.
    static boolean command(String text) {
        return COMMANDS.stream().anyMatch(text::startsWith);
    }

    /// The name of a constant of a program, in capitals and underscores.
    public static boolean constant(String value) {
        return value.length() <= LONGEST_NAME && value.indexOf('_') > 0 && CONSTANT.matcher(value).matches();
    }

    /// What names the place where a value is kept, in quotes or not: Grafana's `$__file{…}`, a key vault's, a password manager's.
    public static boolean reference(String value) {
        return REFERENCES.stream().anyMatch(value::startsWith);
    }

    /// `decrypt('…')` or `getSecret(name)`: what a program works out while it runs.
    private static boolean called(String bare) {
        int open = bare.indexOf('(');
        int dot = open;
        while (dot > 0 && (Character.isLetterOrDigit(bare.charAt(dot - 1)) || "_.:".indexOf(bare.charAt(dot - 1)) >= 0)) {
            dot--;
        }
        boolean quoted = open > 0 && open + 1 < bare.length() && (bare.charAt(open + 1) == '\'' || bare.charAt(open + 1) == '"');
        return open > SHORTEST_NAME && dot == 0 && bare.endsWith(")") && (quoted || open + 2 == bare.length());
    }
}
