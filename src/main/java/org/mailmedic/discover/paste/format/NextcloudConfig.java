package org.mailmedic.discover.paste.format;

import java.util.Optional;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.paste.taking.KeyTable;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.pasted.Token;

/// Nextcloud's and ownCloud's `config.php`, whose sender comes in two halves: `'mail_smtphost' => 'smtp.example.org'`,
/// `'mail_from_address' => 'cloud'`, `'mail_domain' => 'example.org'`.
public final class NextcloudConfig implements Format {
    private static final KeyTable KEYS = new KeyTable().with(SlipField.HOST, "mail_smtphost").with(SlipField.PORT, "mail_smtpport")
            .with(SlipField.USER, "mail_smtpname").with(SlipField.PASSWORD, "mail_smtppassword");

    @Override
    public String id() {
        return "nextcloud";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        if (!snippet.hasKey("mail_smtphost")) {
            return Optional.empty();
        }
        var taking = new FieldCollector();
        KEYS.byKey(snippet, taking);
        snippet.key("mail_smtpsecure").forEach(pair -> taking.security(FieldCollector.byPhpWord(pair.value()), pair.line()));
        Optional<Token.Pair> name = snippet.key("mail_from_address").stream().findFirst();
        Optional<Token.Pair> domain = snippet.key("mail_domain").stream().findFirst();
        if (name.isPresent() && domain.isPresent() && !name.get().value().isEmpty() && !domain.get().value().isEmpty()) {
            taking.take(SlipField.FROM, name.get().value() + "@" + domain.get().value(), name.get().line());
        }
        return Optional.of(taking);
    }
}
