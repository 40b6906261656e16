package org.mailmedic.discover.paste.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.ProseWords;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.pasted.Token;
import org.mailmedic.settings.EmailAddress;

/// A sender that is no value by itself: an address among other parts, as in `MAIL_DEFAULT_SENDER = ('Shop', 'shop@example.org')`, or two
/// halves, as in `MAIL_FROM_ADDRESS=cloud` and `MAIL_DOMAIN=example.org`.
///
/// @param pairs those that are about mail, or may be
record SenderInParts(List<Token.Pair> pairs) {
    private static final int MOST_LINES = 5000;
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9._+-]{1,64}");

    void into(FieldCollector taking, Snippet snippet) {
        among(taking, snippet);
        if (!taking.has(SlipField.FROM)) {
            halves(taking);
        }
    }

    private void among(FieldCollector taking, Snippet snippet) {
        pairs.stream().filter(pair -> !pair.value().isEmpty() && "([{".indexOf(pair.value().charAt(0)) >= 0)
                .filter(SenderInParts::ofSender).limit(1)
                .forEach(pair -> snippet.linesWith(MOST_LINES, pair.key().toLowerCase(Locale.ROOT)).stream()
                        .filter(line -> line.number() == pair.line()).flatMap(line -> ProseWords.of(line.text()).stream())
                        .map(ProseWords.Word::text).filter(word -> EmailAddress.parse(word).isPresent()).limit(1)
                        .forEach(address -> taking.take(SlipField.FROM, address, pair.line())));
    }

    private static boolean ofSender(Token.Pair pair) {
        MailKey key = MailKey.of(pair.key());
        return MailKey.FROM.contains(key.field()) || key.sender();
    }

    /// Whether a word, which is looked for before the key is taken apart, stands in it.
    private static boolean says(String word, Token.Pair pair) {
        return pair.key().toLowerCase(Locale.ROOT).contains(word);
    }

    /// A domain for SMTP is what is said in EHLO.
    private void halves(FieldCollector taking) {
        Optional<Token.Pair> local = pairs.stream()
                .filter(pair -> says("address", pair) && MailKey.of(pair.key()).field().equals("fromaddress")
                && LOCAL.matcher(FieldCollector.meant(pair)).matches()).findFirst();
        Optional<String> domain = local.isEmpty() ? Optional.empty() : pairs.stream()
                .filter(pair -> says("domain", pair) && MailKey.of(pair.key()).field().equals("domain")
                && !pair.key().toLowerCase(Locale.ROOT).contains("smtp"))
                .map(pair -> pair.value().replaceFirst("^@", "")).filter(name -> !ProseWords.host(name).isEmpty()).findFirst();
        if (domain.isPresent()) {
            taking.take(SlipField.FROM, FieldCollector.meant(local.get()) + "@" + domain.get(), local.get().line());
        }
    }
}
