package org.mailmedic.discover.paste.format;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailmedic.discover.paste.taking.Doubt;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.ProseWords;
import org.mailmedic.provider.Provider;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.Security;

/// An address such as `smtp://user:password@host:port?encryption=tls`, in the dialects of many programs. Lenient: a password with raw
/// special characters in it is common.
///
/// @param host as written; `default` where the scheme names the service
record MailUrl(String scheme, String user, String password, String host, String port, String query) {
    private static final List<String> ENCRYPTED = List.of("smtps", "submissions", "smtp+ssl");
    private static final int MOST_LOOKS = 5;
    private static final int LONGEST_STAND_IN = 60;

    static Optional<MailUrl> parse(String text) {
        int mark = text.indexOf("://");
        String scheme = mark < 1 ? "" : text.substring(0, mark).toLowerCase(Locale.ROOT);
        return scheme.contains("smtp") || scheme.startsWith("submission") ? ofAnyScheme(text) : Optional.empty();
    }

    /// Where the key says that it is about mail, whatever the scheme: `gmail://anna:secret@default`.
    static Optional<MailUrl> ofAnyScheme(String text) {
        int mark = text.indexOf("://");
        if (mark < 1) {
            return Optional.empty();
        }
        String scheme = text.substring(0, mark).toLowerCase(Locale.ROOT);
        int end = mark + 3;
        while (end < text.length() && text.charAt(end) > ' ' && "\"'`<>".indexOf(text.charAt(end)) < 0) {
            end++;
            // a stand-in for the password, such as `:<password>@`
            int close = text.startsWith("<", end) ? text.indexOf(">@", end, Math.min(text.length(), end + LONGEST_STAND_IN)) : -1;
            end = close > 0 ? close + 1 : end;
        }
        String rest = text.substring(mark + 3, end);
        // a question mark or slash may stand in the password, so the host is looked for behind the last @
        int asked = asked(rest);
        int at = asked < 0 ? rest.lastIndexOf('@') : rest.lastIndexOf('@', asked);
        int question = asked < 0 ? rest.indexOf('?', Math.max(0, at)) : asked;
        String query = question < 0 ? "" : rest.substring(question + 1);
        String place = (question < 0 ? rest : rest.substring(0, question)).substring(at + 1);
        int slash = place.indexOf('/');
        String authority = trimmed(slash < 0 ? place : place.substring(0, slash));
        String login = at < 0 ? "" : rest.substring(0, at);
        int colon = login.indexOf(':');
        int port = authority.startsWith("[") ? authority.indexOf("]:") + 1 : authority.lastIndexOf(':');
        boolean ported = port > 0;
        // no number behind the colon, or two colons: the rest of a torn address, which may hold half of a password
        boolean torn = ported && !authority.substring(port + 1).matches("[0-9]{1,6}") || !authority.startsWith("[")
                && authority.indexOf(':') != port && port > 0;
        if (torn) {
            return Optional.empty();
        }
        return Optional.of(new MailUrl(scheme, decoded(colon < 0 ? login : login.substring(0, colon)), decoded(colon < 0 ? ""
                : login.substring(colon + 1)),
                ported ? authority.substring(0, port) : authority, ported ? authority.substring(port + 1) : "", query));
    }

    /// Where the question mark stands whose parameters hold an `@` themselves; -1 when none is known to be that. In front of it there is
    /// a host.
    private static int asked(String rest) {
        int question = rest.indexOf('?');
        for (int looks = 0; question >= 0 && looks < MOST_LOOKS; looks++) {
            int at = rest.lastIndexOf('@', question);
            int equals = rest.indexOf('=', question);
            boolean named = equals > question + 1 && rest.substring(question + 1, equals).chars().allMatch(Character::isLetterOrDigit);
            String place = rest.substring(at + 1, question);
            int slash = place.indexOf('/');
            String authority = slash < 0 ? place : place.substring(0, slash);
            if (named && at > 0 && (!ProseWords.host(authority).isEmpty() || authority.startsWith("["))) {
                return question;
            }
            question = rest.indexOf('?', question + 1);
        }
        return -1;
    }

    /// The value of one of these parameters; an empty text when there is none.
    String parameter(String... names) {
        for (String part : query.split("&", MOST_LOOKS * MOST_LOOKS)) {
            int equals = part.indexOf('=');
            if (equals > 0 && List.of(names).contains(part.substring(0, equals).toLowerCase(Locale.ROOT))) {
                return decoded(part.substring(equals + 1));
            }
        }
        return "";
    }

    private static String trimmed(String authority) {
        int end = authority.length();
        while (end > 0 && ",;.)".indexOf(authority.charAt(end - 1)) >= 0) {
            end--;
        }
        return authority.substring(0, end);
    }

    private static String decoded(String text) {
        try {
            // some programs' files have each percent sign twice
            return URLDecoder.decode(text.replace("+", "%2B").replace("%%", "%"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException raw) {
            return text;
        }
    }

    /// The same without what stands in front of the host, where that is no name to sign in with.
    MailUrl withoutLabel() {
        return new MailUrl(scheme, "", "", host, port, query);
    }

    /// Fills the fields. Services that are named by the scheme alone come from the book.
    void into(FieldCollector taking, ProviderBook book, int line) {
        if (host.equals("default") || host.isEmpty()) {
            service(book).ifPresent(provider -> {
                Provider.Server server = provider.servers().getFirst();
                taking.take(SlipField.HOST, server.host(), line);
                taking.take(SlipField.PORT, Integer.toString(server.port()), line);
                taking.security(server.security(), line);
                taking.take(SlipField.USER, provider.login(), line);
                taking.doubt(SlipField.HOST, Doubt.Kind.GUESSED, line);
            });
        }
        boolean keyOnly = password.isEmpty() && taking.has(SlipField.USER);
        taking.take(SlipField.HOST, host.equals("default") ? "" : bare(host), line);
        taking.take(SlipField.PORT, port, line);
        taking.take(SlipField.USER, keyOnly ? "" : user, line);
        taking.take(SlipField.PASSWORD, keyOnly ? user : password, line);
        taking.take(SlipField.FROM, parameter("from", "fromaddress", "from_address", "sender", "mailfrom"), line);
        taking.security(security(), line);
        if (port.isEmpty() && (scheme.equals("smtps") || scheme.equals("submissions")) && !taking.has(SlipField.PORT)) {
            taking.take(SlipField.PORT, Integer.toString(Security.TLS.usualPort()), line);
            taking.doubt(SlipField.PORT, Doubt.Kind.GUESSED, line);
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /// `gmail+smtp` or `sendgrid`: the first part names the service.
    private Optional<Provider> service(ProviderBook book) {
        String name = scheme.split("\\+", 2)[0];
        return book.all().stream().filter(p -> p.key().equals(name)).findFirst();
    }

    private Security security() {
        if (ENCRYPTED.contains(scheme) || scheme.startsWith("smtps+") || scheme.endsWith("+smtps") || port.equals("465")) {
            return Security.TLS;
        }
        String lower = query.toLowerCase(Locale.ROOT);
        if (lower.contains("encryption=ssl") || lower.contains("secure=true") || lower.contains("ssl=true")) {
            return Security.TLS;
        }
        if (List.of("none", "plain", "off").contains(parameter("encryption", "security", "tls").toLowerCase(Locale.ROOT))) {
            return Security.NONE;
        }
        if (parameter("encryption").equalsIgnoreCase("implicittls")) {
            return Security.TLS;
        }
        if (FieldCollector.no(parameter("usestarttls", "starttls"))) {
            return Security.AUTO;
        }
        return scheme.contains("starttls") || scheme.equals("smtp+tls") || lower.contains("encryption=tls")
                || lower.contains("explicittls") || lower.contains("starttls")
                || lower.contains("tls=true")
                || lower.contains("require_tls=true")
                || lower.contains("requiretls=true") ? Security.STARTTLS : Security.AUTO;
    }
}
