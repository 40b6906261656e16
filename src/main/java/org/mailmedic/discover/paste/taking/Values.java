package org.mailmedic.discover.paste.taking;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mailmedic.pasted.Token;

/// What a written value means: itself, a variable from elsewhere, a variable with a fallback, nothing, or a stand-in.
public final class Values {
    private static final Set<String> NOTHING = Set.of("null", "none", "nil", "undefined", "(null)", "~");
    private static final List<String> VARIABLES = List.of("process.env", "os.environ", "os.getenv", "getenv(", "env(", "env[", "env.",
            "config(", "system.getenv", "environment.",
            "import.meta.env", "secrets.", "decouple", "settings.", "get_option(");
    private static final Set<String> STAND_INS = Set.of("app-password", "...", "…", "todo", "password-here", "password_here");

    private Values() {}

    /// @param text  without quotes and comments
    /// @param doubt what is unsure about it, if anything
    record Value(String text, Optional<Doubt.Kind> doubt) {
        static Value plain(String text) {
            return new Value(text, Optional.empty());
        }
    }

    static Value of(Token.Pair pair) {
        String raw = pair.value();
        if (raw.length() > 2 && raw.startsWith("${") && raw.endsWith("}")) {
            return inBraces(raw.substring(2, raw.length() - 1));
        }
        if (pair.quoted()) {
            boolean template = raw.startsWith("{{") || raw.startsWith("<%") || raw.startsWith("%(") || raw.startsWith("%env(");
            return template ? new Value("", Optional.of(Doubt.Kind.ELSEWHERE)) : Value.plain(raw);
        }
        String bare = NOTHING.contains(raw.toLowerCase(Locale.ROOT)) ? "" : raw;
        return variable(bare) ? new Value(fallback(bare),
                Optional.of(fallback(bare).isEmpty() ? Doubt.Kind.ELSEWHERE : Doubt.Kind.FALLBACK))
                : Value.plain(bare);
    }

    /// Whether the value, or a part of it, comes from elsewhere.
    static boolean variable(String bare) {
        String lower = bare.toLowerCase(Locale.ROOT);
        boolean percent = bare.length() > 2 && bare.startsWith("%") && bare.endsWith("%");
        boolean sigil = bare.length() > 1 && (bare.charAt(0) == '$' || bare.charAt(0) == '@') && Character.isLetter(bare.charAt(1));
        return percent || sigil || bare.startsWith("$(") || bare.startsWith("{{") || VARIABLES.stream().anyMatch(lower::contains);
    }

    /// `NAME`, `NAME:-fallback` (shell) or `NAME:fallback` (Spring).
    private static Value inBraces(String inside) {
        int colon = inside.indexOf(':');
        if (colon < 0 || colon == inside.length() - 1) {
            return new Value("", Optional.of(Doubt.Kind.ELSEWHERE));
        }
        int start = inside.charAt(colon + 1) == '-' ? colon + 2 : colon + 1;
        return new Value(inside.substring(start), Optional.of(Doubt.Kind.FALLBACK));
    }

    /// The last text in quotes, unless it is the variable's own name: `env('HOST', 'smtp.example.org')`, `process.env.HOST || "smtp…"`.
    private static String fallback(String expression) {
        int close = Math.max(expression.lastIndexOf('\''), expression.lastIndexOf('"'));
        int open = close < 1 ? -1 : expression.lastIndexOf(expression.charAt(close), close - 1);
        int first = Stream.of(',', '|', '?').mapToInt(expression::indexOf).filter(i -> i >= 0).min().orElse(-1);
        return open < 0 || first < 0 || open < first ? "" : expression.substring(open + 1, close);
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
        return bracketed || STAND_INS.contains(lower) || lower.startsWith("your") && (lower.contains("pass") || lower.contains("key"))
                || !lower.isEmpty() && lower.chars().allMatch(c -> c == '*' || c == '•' || c == '.' || c == 'x');
    }
}
