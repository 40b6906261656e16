package org.mailmedic.discover.paste.format;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailmedic.discover.paste.taking.Doubt;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.provider.Provider;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.Security;

/// An address of Apprise, such as `mailtos://anna:secret@example.org?smtp=smtp.example.org&mode=ssl`: its host may be the mail domain
/// alone,
/// and its parameters come before what stands in front of the `?`. The `s` at the end of the scheme asks for encryption, which is STARTTLS
/// unless `mode` says otherwise.
record AppriseUrl(MailUrl url) {
    private static final String SECURE = "mailtos";
    private static final Pattern PARAMETERS = Pattern.compile("(\\?)[A-Za-z+-]{1,20}=");

    static Optional<AppriseUrl> parse(String text) {
        String lower = text.substring(0, Math.min(text.length(), SECURE.length() + 1)).toLowerCase(Locale.ROOT);
        boolean ours = text.startsWith("://", SECURE.length()) && lower.startsWith(SECURE)
                || text.startsWith("://", SECURE.length() - 1) && lower.startsWith("mailto");
        return ours ? Optional.of(text.substring(0, end(text))).flatMap(AppriseUrl::apart) : Optional.empty();
    }

    /// The parameters may hold an `@` where the rest has none.
    private static Optional<AppriseUrl> apart(String text) {
        Matcher question = PARAMETERS.matcher(text);
        boolean asked = question.find();
        return MailUrl.ofAnyScheme(asked ? text.substring(0, question.start()) : text).map(url -> new AppriseUrl(new MailUrl(url.scheme(),
                url.user(), url.password(), url.host(), url.port(), asked ? text.substring(question.end(1)) : "")));
    }

    private static int end(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) > ' ' && "\"'`<>".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    void into(FieldCollector taking, ProviderBook book, int line) {
        String smtp = url.parameter("smtp");
        taking.take(SlipField.HOST, smtp, line);
        taking.take(SlipField.PORT, url.parameter("port"), line);
        taking.take(SlipField.PORT, taking.has(SlipField.PORT) ? "" : url.port(), line);
        taking.take(SlipField.FROM, url.parameter("from").indexOf('@') > 0 ? url.parameter("from") : "", line);
        String user = url.parameter("user").isEmpty() ? url.user() : url.parameter("user");
        Optional<Provider> known = smtp.isEmpty() ? book.byDomain(url.host()) : Optional.empty();
        known.ifPresent(provider -> ofProvider(provider, user, taking, line));
        taking.take(SlipField.HOST, taking.has(SlipField.HOST) ? "" : url.host(), line);
        taking.take(SlipField.USER, taking.has(SlipField.USER) ? "" : user, line);
        taking.take(SlipField.PASSWORD, url.parameter("pass", "password").isEmpty() ? url.password() : url.parameter("pass", "password"),
                line);
        taking.take(SlipField.TO, url.parameter("to"), line);
        security(taking, line);
    }

    /// `mailtos://anna:secret@gmail.com`: the domain of an address that is known.
    private void ofProvider(Provider provider, String user, FieldCollector taking, int line) {
        Optional<EmailAddress> address = EmailAddress.parse(user.indexOf('@') > 0 || user.isEmpty() ? user : user + "@" + url.host());
        provider.serversFor(url.host()).stream().filter(server -> !taking.has(SlipField.PORT)
                || taking.draft().port().equals(Integer.toString(server.port()))).findFirst().ifPresent(server -> {
            taking.take(SlipField.HOST, server.host(), line);
            taking.doubt(SlipField.HOST, Doubt.Kind.GUESSED, line);
            address.ifPresent(known -> {
                taking.take(SlipField.USER, provider.userFor(known), line);
                taking.take(SlipField.FROM, taking.has(SlipField.FROM) ? "" : known.toString(), line);
            });
            if (!taking.has(SlipField.PORT)) {
                taking.take(SlipField.PORT, Integer.toString(server.port()), line);
                taking.security(server.security(), line);
            }
        });
    }

    private void security(FieldCollector taking, int line) {
        Security mode = switch (url.parameter("mode").toLowerCase(Locale.ROOT)) {
            case "ssl" -> Security.TLS;
            case "starttls" -> Security.STARTTLS;
            case "insecure" -> Security.NONE;
            default -> Security.AUTO;
        };
        if (mode == Security.AUTO && taking.draft().security() == Security.AUTO && url.scheme().equals(SECURE)) {
            mode = taking.draft().port().equals(Integer.toString(Security.TLS.usualPort())) ? Security.TLS : Security.STARTTLS;
        }
        taking.security(mode, line);
        if (mode != Security.AUTO && mode != Security.NONE && !taking.has(SlipField.PORT)) {
            taking.take(SlipField.PORT, Integer.toString(mode.usualPort()), line);
            taking.doubt(SlipField.PORT, Doubt.Kind.GUESSED, line);
        }
    }
}
