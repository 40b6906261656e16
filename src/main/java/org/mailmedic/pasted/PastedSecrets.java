package org.mailmedic.pasted;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailmedic.settings.UserInfo;

/// Everything in a text that may be a password, so that none of it gets into what is shown, even where a broken text makes it look like
/// part of something else. Lives only as long as the reading.
public final class PastedSecrets {
    private static final String DOTS = "••••";
    private static final int SHORTEST = 4;
    private static final List<String> STEMS = List.of("pass", "pwd", "secret", "token", "api_key", "apikey", "credential");
    /// Short words for a password, which stand in many others and so count only on their own, or at the end of a key.
    private static final List<String> WORDS = List.of("pw", "psw", "mdp", "clave", "kodeord", "salasana", "parola");
    private static final Set<String> CALLS = Set.of("login", "networkcredential", "passwordauthentication", "authenticate", "setpassword",
            "auth",
            "authenticateasync", "connect", "usernamepasswordauthenticationtoken", "ini_set", "define", "put", "setproperty", "user_pref");
    /// Calls whose first argument says what the others are about.
    private static final Set<String> NAMING = Set.of("define", "put", "setproperty", "ini_set", "user_pref");
    /// Which argument of a call is the password, where others in quotes are none.
    private static final Map<String, Integer> PASSWORD_AT = Map.of("plainauth", 2, "newdialer", 3, "newplaindialer", 3, "crammd5auth", 1,
            "defaultauthenticator", 1, "setsmtpauth", 1, "setauthentication", 1, "withpassword", 0);
    /// What is about a password and is none: `passwordSender`, `PASSWORD_RESET_URL`.
    private static final List<String> NO_SECRETS = List.of("sender", "from", "email", "mail", "user", "username", "address");
    private static final int LONGEST = 400;
    private static final int NEAR = 40;
    private static final int MOST_ADDRESSES = 2000;
    private static final int LONG = 6;
    private static final int TYPE_AND_LENGTH = 12;

    private final Set<String> secrets = new LinkedHashSet<>();

    public PastedSecrets(Snippet snippet) {
        announced(snippet);
        behindAddresses(snippet.text());
        snippet.keys().stream().filter(PastedSecrets::secretive).flatMap(key -> snippet.key(key).stream())
                .filter(pair -> !mailbox(pair.key(), pair.value())).forEach(pair -> add(pair.value()));
        snippet.pairs().forEach(pair -> addUserInfo(pair.value()));
        for (Token.Call call : snippet.calls()) {
            String name = call.shortName().toLowerCase(Locale.ROOT);
            if (CALLS.contains(name) && call.arguments().size() > 1) {
                if (!NAMING.contains(name) || secretive(call.argument(0))) {
                    quoted(call, 1, call.arguments().size());
                }
            } else if (name.equals("setpassword")) {
                quoted(call, 0, 1);
            }
            Optional.ofNullable(PASSWORD_AT.get(name)).ifPresent(index -> quoted(call, index, index + 1));
        }
    }

    /// Arguments without quotes are names of variables, which hide nothing and stand in other words.
    private void quoted(Token.Call call, int from, int to) {
        int most = Math.min(to, call.arguments().size());
        call.arguments().subList(Math.min(from, most), most).stream().filter(Token.Pair::quoted).forEach(pair -> add(pair.value()));
    }

    /// `anna@example.org:secret`, as Postfix keeps it; digits alone are a port.
    private void behindAddresses(String text) {
        int at = text.indexOf('@');
        for (int hits = 0; at >= 0 && hits < MOST_ADDRESSES; hits++) {
            inFront(text, at);
            int colon = at + 1;
            while (colon < text.length() && (Character.isLetterOrDigit(text.charAt(colon)) || ".-".indexOf(text.charAt(colon)) >= 0)) {
                colon++;
            }
            if (colon > at + 1 && colon < text.length() && text.charAt(colon) == ':') {
                int end = colon + 1;
                int most = Math.min(text.length(), end + LONGEST);
                while (end < most && text.charAt(end) > ' ' && "\"'`<>".indexOf(text.charAt(end)) < 0) {
                    end++;
                }
                String rest = text.substring(colon + 1, end);
                if (!rest.chars().allMatch(Character::isDigit)) {
                    addLong(rest);
                }
            }
            at = text.indexOf('@', at + 1);
        }
    }

    /// `/anna:secret@`, the middle of an address whose beginning may be torn off.
    private void inFront(String text, int at) {
        int colon = at - 1;
        int least = Math.max(0, at - LONGEST);
        while (colon >= least && text.charAt(colon) > ' ' && "\"'`<>:@".indexOf(text.charAt(colon)) < 0) {
            colon--;
        }
        int name = colon - 1;
        while (name >= least && (Character.isLetterOrDigit(text.charAt(name)) || "._%+-".indexOf(text.charAt(name)) >= 0)) {
            name--;
        }
        if (colon >= least && text.charAt(colon) == ':' && name >= least && text.charAt(name) == '/') {
            addLong(text.substring(colon + 1, at));
        }
    }

    /// Of `setPassword("…")`, `NetworkCredential("anna", "…")` and `login("anna", "…")`.
    private void lastArgument(String text, int open) {
        int most = Math.min(text.length(), open + LONGEST);
        String last = "";
        for (int at = open + 1; at < most && text.charAt(at) != ')' && text.charAt(at) != '\n'; at++) {
            char quote = text.charAt(at);
            int close = quote == '"' || quote == '\'' ? text.indexOf(quote, at + 1, most) : -1;
            if (close > 0) {
                last = text.substring(at + 1, close);
                at = close;
            }
        }
        addLong(last);
    }

    /// What stands behind a word for a password and a separator, found without regard to any grammar: quotes may be torn.
    private void announced(Snippet snippet) {
        for (String stem : STEMS) {
            int at = snippet.find(stem, 0);
            for (int hits = 0; at >= 0 && hits < LONGEST; hits++) {
                value(snippet.text(), at + stem.length(), stem.equals("credential"));
                at = snippet.find(stem, at + stem.length());
            }
        }
        for (String word : WORDS) {
            int at = snippet.find(word, 0);
            for (int hits = 0; at >= 0 && hits < LONGEST; hits++) {
                if (alone(snippet.text(), at, at + word.length())) {
                    value(snippet.text(), at + word.length(), false);
                }
                at = snippet.find(word, at + word.length());
            }
        }
        for (String call : List.of("login(", "authenticate(", "authenticateasync(")) {
            int at = snippet.find(call, 0);
            for (int hits = 0; at >= 0 && hits < LONGEST; hits++) {
                lastArgument(snippet.text(), at + call.length() - 1);
                at = snippet.find(call, at + call.length());
            }
        }
    }

    private static boolean alone(String text, int start, int end) {
        return (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    /// @param either whether a name to sign in with may stand there as well
    private void value(String text, int from, boolean either) {
        int at = from;
        int most = Math.min(text.length(), from + NEAR);
        while (at < most && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        String key = text.substring(from, at);
        while (at < most && (Character.isLetterOrDigit(text.charAt(at)) || "_-\"'\\] ".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (at < most && text.charAt(at) == ';') {
            at = serialised(text, at);
        }
        if (at < most && text.charAt(at) == '(') {
            lastArgument(text, at);
            return;
        }
        int mark = at;
        while (at < most && ":=,> \t\"'`\\".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at == mark) {
            return;
        }
        int end = at;
        int last = Math.min(text.length(), at + LONGEST);
        while (end < last && "\n\"'`<".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String value = text.substring(at, end).strip().replaceAll("\\\\+$", "");
        if (mailbox(either ? NO_SECRETS.getFirst() : key, either ? value.split("[ \t]", 2)[0] : value)) {
            return;
        }
        addLong(value);
        int blank = 0;
        while (blank < value.length() && " \t,;)}".indexOf(value.charAt(blank)) < 0) {
            blank++;
        }
        addLong(value.substring(0, blank));
        if (Variables.in(value) && ",:=".chars().noneMatch(c -> value.indexOf(c) >= 0)) {
            quoted(text, end);
        }
    }

    /// What stands in quotes at `quote`, as behind `process.env.SMTP_PASS ||`.
    private void quoted(String text, int quote) {
        int most = Math.min(text.length(), quote + LONGEST);
        int close = quote < most && "\"'`".indexOf(text.charAt(quote)) >= 0 ? text.indexOf(text.charAt(quote), quote + 1, most) : -1;
        if (close > 0 && text.indexOf('\n', quote, close) < 0) {
            addLong(text.substring(quote + 1, close));
        }
    }

    /// Behind `;s:15:` of PHP's serialised form, where that follows; otherwise the same place.
    private static int serialised(String text, int semicolon) {
        int quote = text.indexOf('"', semicolon, Math.min(text.length(), semicolon + TYPE_AND_LENGTH + 1));
        return quote > 0 ? quote : semicolon;
    }

    /// A short word of prose behind "password" is no password.
    private void addLong(String guess) {
        if (guess.length() >= LONG) {
            add(guess);
        }
    }

    /// Whether an address stands under a key that says so: `passwordSender`.
    private static boolean mailbox(String key, String value) {
        String lower = key.toLowerCase(Locale.ROOT);
        return NO_SECRETS.stream().anyMatch(lower::endsWith)
                && value.matches("[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,200}\\.[A-Za-z]{2,24}");
    }

    public static boolean secretive(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return STEMS.stream().anyMatch(lower::contains) || WORDS.stream().anyMatch(lower::endsWith);
    }

    public void add(String secret) {
        if (secret.length() >= SHORTEST && secrets.size() < LONGEST) {
            secrets.add(secret);
        }
    }

    private void addUserInfo(String value) {
        int at = value.lastIndexOf('@');
        int scheme = at < 0 ? -1 : value.indexOf("://");
        int colon = scheme < 0 ? -1 : value.indexOf(':', scheme + 3);
        if (colon > 0 && colon < at) {
            add(value.substring(colon + 1, at));
        }
    }

    /// The same text with dots wherever a password, or its base64 or percent-encoded form, stands in it; and from the point on where one
    /// is about to come.
    public String masked(String text) {
        if (text.isEmpty()) {
            return text;
        }
        String hidden = UserInfo.masked(text);
        for (String secret : secrets) {
            hidden = hidden.replace(secret, DOTS);
            String coded = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
            hidden = hidden.replace(coded, DOTS).replace(URLEncoder.encode(secret, StandardCharsets.UTF_8), DOTS);
        }
        return announced(hidden);
    }

    /// `smtp.example.org password=…`: cut where a word such as "password" is followed by a separator.
    private static String announced(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int cut = text.length();
        for (String stem : STEMS) {
            int at = lower.indexOf(stem);
            cut = at >= 0 && follows(lower, at + stem.length()) ? Math.min(cut, at) : cut;
        }
        for (String word : WORDS) {
            int at = lower.indexOf(word);
            boolean announces = at >= 0 && alone(lower, at, at + word.length()) && follows(lower, at + word.length());
            cut = announces ? Math.min(cut, at) : cut;
        }
        return cut == text.length() ? text : text.substring(0, cut) + DOTS;
    }

    /// Whether a separator stands behind the word that ends at `from`.
    private static boolean follows(String lower, int from) {
        int end = from;
        while (end < lower.length() && (Character.isLetterOrDigit(lower.charAt(end)) || "_-\"' ".indexOf(lower.charAt(end)) >= 0)) {
            end++;
        }
        return end < lower.length() && ":=,>(".indexOf(lower.charAt(end)) >= 0;
    }
}
