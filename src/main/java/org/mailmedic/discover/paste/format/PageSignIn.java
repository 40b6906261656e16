package org.mailmedic.discover.paste.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mailmedic.pasted.ProseWords;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.settings.EmailAddress;

/// Names and passwords on a help page, where mere words often stand in their place: "your full e-mail address".
final class PageSignIn {
    private static final Set<String> PROSE = Set.of("your", "full", "ihre", "vollständige", "votre", "su", "tu", "complete", "deine",
            "same", "required", "yes", "the", "email", "e-mail", "il", "la", "el", "je", "uw", "sua", "seu", "o", "a", "login", "plain",
            "on", "ja", "oui", "sí", "si", "sim", "none", "no", "nein", "any", "optional", "l'indirizzo", "l'adresse", "pełny", "komplette",
            "dein", "ihr", "off", "normal", "auto", "vollständig", "username", "password", "passwort", "authentication");
    /// What stands on the button beside a password that a page does not show.
    private static final Set<String> BUTTONS = Set.of("change", "set", "edit", "modify", "update", "show", "hide", "ändern", "anzeigen",
            "bearbeiten", "setzen", "modifier", "changer", "afficher", "cambiar", "modificar", "mostrar", "cambia", "modifica", "mostra",
            "alterar", "wijzigen", "wijzig", "tonen", "changed", "saved", "unchanged", "gespeichert");
    private static final List<String> STANDS_FOR_PASSWORD = List.of("your ", "ihr ", "votre ", "same ", "tu ", "su ");
    private static final List<String> OWN_DOMAINS = List.of("yourdomain.", "yourcompany.", "votredomaine.", "ihredomain.", "deinedomain.",
            "tudominio.", "sudominio.", "seudominio.", "suodominio.", "tuodominio.", "jouwdomein.", "uwdomein.", "dominio.", "domein.",
            "nomedominio.", "nombrededominio.");
    private static final Pattern APART = Pattern.compile("[ \\t]{1,8}@[ \\t]{1,8}");
    private static final int GROUP = 4;
    private static final int MOST_WORDS_OF_NAME = 4;
    private static final int NEAR = 8;

    private PageSignIn() {}

    /// Whether this one word, in lower case, describes a value instead of being one.
    static boolean prose(String lower) {
        return PROSE.contains(lower);
    }

    /// The name to sign in with behind its label: an address, or else the only word on a short line.
    static Optional<String> user(String value, Snippet.Line line) {
        List<ProseWords.Word> all = ProseWords.of(value);
        if (all.stream().anyMatch(word -> example(word.lower()))) {
            return Optional.empty();
        }
        Optional<ProseWords.Word> address = all.stream().limit(NEAR).filter(word -> EmailAddress.parse(word.text()).isPresent())
                .findFirst();
        boolean alone = all.size() == 1 || all.size() > 1 && value.substring(all.get(0).text().length()).strip().startsWith("(");
        return address.or(() -> all.stream().findFirst().filter(word -> alone && ProseWords.of(line.text()).size() <= MOST_WORDS_OF_NAME
                && !prose(word.lower()) && word.text().indexOf('*') < 0 && word.text().indexOf('•') < 0)).map(ProseWords.Word::text);
    }

    /// "Generate an app-specific password." and "the one of your mailbox" are none; four groups of four letters may be.
    static String password(String value) {
        String bare = value.strip();
        String lower = bare.toLowerCase(Locale.ROOT);
        boolean groups = bare.matches("[a-z]{" + GROUP + "}( [a-z]{" + GROUP + "}){3}");
        boolean sentence = bare.chars().anyMatch(c -> c <= ' ') && !groups || STANDS_FOR_PASSWORD.stream().anyMatch(lower::startsWith);
        return sentence || BUTTONS.contains(lower) || prose(lower) || bare.startsWith("(") && bare.endsWith(")") ? "" : unquoted(bare);
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 2 && (text.startsWith("\"") && text.endsWith("\"") || text.startsWith("'") && text.endsWith("'"));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    /// The first address of a value, whose halves may stand in fields of their own.
    static Optional<String> address(String value) {
        String joined = APART.matcher(value).replaceAll("@");
        return value.indexOf('=') >= 0 ? Optional.empty() : ProseWords.of(joined).stream().map(ProseWords.Word::text)
                .filter(word -> EmailAddress.parse(word).isPresent() && !example(word.toLowerCase(Locale.ROOT))).findFirst();
    }

    /// An address that the page itself has as an example: `name@yourdomain.com`.
    private static boolean example(String lower) {
        String domain = lower.substring(lower.indexOf('@') + 1).replace("-", "");
        return lower.indexOf('@') > 0 && (domain.endsWith(".tld") || OWN_DOMAINS.stream().anyMatch(domain::startsWith));
    }
}
