package org.mailmedic.discover.paste.taking;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailmedic.pasted.Token;
import org.mailmedic.pasted.Variables;

/// What a written value means: itself, a variable from elsewhere, a variable with a fallback, nothing, or a stand-in.
public final class Values {
    private static final Set<String> NOTHING = Set.of("null", "none", "nil", "undefined", "(null)", "~", "new");
    private static final Set<String> STAND_INS = Set.of("app-password", "...", "…", "todo", "password-here", "password_here",
            "changeme", "change-me", "change_me", "changeit",
            "change me", "password", "passwort", "mypassword", "redacted", "removed", "hidden", "replace-me", "replace_me", "replaceme");
    private static final Set<String> OWNERS = Set.of("your", "my_", "my-", "ihr", "dein", "votre", "tu ", "su ", "sua ", "uw ", "jouw",
            "enter",
            "insert", "replace", "<", "use the");

    /// Words of those who ask for it to be filled in, in capitals and between underscores: `PASSWORT_HIER_EINTRAGEN`.
    private static final Set<String> HERE = Set.of("_here", "-here", " here", "hier_", "_hier", "_ici", "_aqui", "_aquí", "_qui",
            "eintragen", "einfügen", "einsetzen",
            "insert", "enter_", "enter-", "replace", "votre", "your", "_ihr", "geheimes", "tu_", "su_", "_del_", "sua_", "uw_", "je_");
    private static final Set<String> PASSWORDS = Set.of("pass", "key", "kennwort", "mot de", "contrase", "senha", "wachtwoord", "secret");

    /// What pages and people write in place of the letters of a password.
    private static final String MASKS = "*•●○∙·.…x -";
    private static final Pattern NUMBER = Pattern.compile("(?:,|\\?\\?|\\|\\||default=) {0,4}(\\d{1,5})(?![\\w.])");

    private static final Pattern ENCRYPTED = Pattern.compile("\\{[A-Za-z][A-Za-z0-9-]{1,15}\\}[A-Za-z0-9+/=]{8}");

    private Values() {}

    /// @param text  without quotes and comments
    /// @param doubt what is unsure about it, if anything
    record Value(String text, Optional<Doubt.Kind> doubt) {
        static Value plain(String text) {
            return new Value(text, Optional.empty());
        }
    }

    static Value of(Token.Pair pair) {
        String raw = pair.value().equals("$true") || pair.value().equals("$false") ? pair.value().substring(1) : pair.value();
        if (raw.length() > 2 && raw.startsWith("${") && raw.endsWith("}")) {
            return inBraces(raw.substring(2, raw.length() - 1));
        }
        if (pair.quoted()) {
            boolean template = Variables.reference(raw) || raw.startsWith("{{") || raw.startsWith("<%") || raw.startsWith("%(")
                    || raw.startsWith("%env(") || raw.startsWith("env(") && raw.endsWith(")");
            return template ? new Value("", Optional.of(Doubt.Kind.ELSEWHERE)) : Value.plain(raw);
        }
        String bare = NOTHING.contains(raw.toLowerCase(Locale.ROOT)) ? "" : raw;
        return Variables.in(bare) ? new Value(fallback(bare),
                Optional.of(fallback(bare).isEmpty() ? Doubt.Kind.ELSEWHERE : Doubt.Kind.FALLBACK))
                : Value.plain(bare);
    }

    /// `NAME`, `NAME:-fallback` (shell) or `NAME:fallback` (Spring).
    private static Value inBraces(String inside) {
        int colon = inside.indexOf(':');
        if (colon < 0 || colon == inside.length() - 1) {
            return new Value("", Optional.of(Doubt.Kind.ELSEWHERE));
        }
        if (inside.charAt(colon + 1) == '?') {
            // `${NAME:?this has to be set}`
            return new Value("", Optional.of(Doubt.Kind.ELSEWHERE));
        }
        int start = "-=".indexOf(inside.charAt(colon + 1)) >= 0 ? colon + 2 : colon + 1;
        return new Value(inside.substring(start), Optional.of(Doubt.Kind.FALLBACK));
    }

    /// The last text in quotes, unless it is the variable's own name: `env('HOST', 'smtp.example.org')`, `process.env.HOST || "smtp…"`.
    private static String fallback(String expression) {
        int close = Math.max(expression.lastIndexOf('\''), expression.lastIndexOf('"'));
        int open = close < 1 ? -1 : expression.lastIndexOf(expression.charAt(close), close - 1);
        int first = Stream.of(',', '|', '?').mapToInt(expression::indexOf).filter(i -> i >= 0).min().orElse(-1);
        return open < 0 || first < 0 || open < first ? number(expression) : expression.substring(open + 1, close);
    }

    /// The 587 of `env('MAIL_PORT', 587)`, of `process.env.PORT ?? 587` and of `config("PORT", default=587)`.
    private static String number(String expression) {
        Matcher matcher = NUMBER.matcher(expression);
        return matcher.find() ? matcher.group(1) : "";
    }

    /// The first word of a value that was not in quotes, when what follows is another assignment, a remark or a choice.
    static String firstWord(String bare) {
        int end = 0;
        while (end < bare.length() && " \t,;|".indexOf(bare.charAt(end)) < 0) {
            end++;
        }
        if (end == bare.length()) {
            return bare;
        }
        String rest = bare.substring(end);
        boolean more = rest.indexOf('=') >= 0 || rest.indexOf(':') >= 0 || rest.indexOf('(') >= 0 || rest.stripLeading().startsWith("or ");
        return more ? bare.substring(0, end) : bare;
    }

    /// A password that is none.
    static boolean standIn(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        boolean bracketed = lower.startsWith("<") && lower.endsWith(">") || lower.startsWith("[") && lower.endsWith("]");
        boolean template = lower.startsWith("{{") || lower.startsWith("${") && lower.endsWith("}") || lower.startsWith("!secret ")
                || lower.startsWith("!vault") || lower.startsWith("enc[") || lower.startsWith("enc(") && lower.endsWith(")")
                || lower.startsWith("{cipher}");
        // `{DES}…`, as programs keep what they have encrypted themselves
        boolean kept = ENCRYPTED.matcher(password).lookingAt();
        boolean about = OWNERS.stream().anyMatch(lower::startsWith) && PASSWORDS.stream().anyMatch(lower::contains);
        boolean pattern = lower.length() == 2 && lower.charAt(0) == '%';
        boolean aside = lower.startsWith("(") && lower.endsWith(")") && lower.indexOf(' ') > 0;
        boolean blotted = lower.startsWith("***") && lower.endsWith("***") || lower.startsWith("$encrypted") || lower.equals("enc")
                || lower.startsWith("enc ");
        boolean letters = lower.chars().allMatch(c -> Character.isLetter(c) || c == '_' || c == '-' || c == ' ');
        boolean told = letters && HERE.stream().anyMatch(lower::contains) && PASSWORDS.stream().anyMatch(lower::contains);
        return told || kept || blotted || aside || pattern || bracketed || template || about || STAND_INS.contains(lower)
                || !lower.isEmpty() && lower.chars().allMatch(c -> MASKS.indexOf(c) >= 0);
    }
}
