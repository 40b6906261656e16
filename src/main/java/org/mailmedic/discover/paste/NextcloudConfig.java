package org.mailmedic.discover.paste;

import java.util.Optional;
import org.mailmedic.discover.slip.Field;

/// Nextcloud's and ownCloud's `config.php`, whose sender comes in two halves: `'mail_smtphost' => 'smtp.example.org'`,
/// `'mail_from_address' => 'cloud'`, `'mail_domain' => 'example.org'`.
final class NextcloudConfig implements Format {
    private static final KeyTable KEYS = new KeyTable().with(Field.HOST, "mail_smtphost").with(Field.PORT, "mail_smtpport")
            .with(Field.USER, "mail_smtpname").with(Field.PASSWORD, "mail_smtppassword");

    @Override
    public String id() {
        return "nextcloud";
    }

    @Override
    public Optional<Taking> read(Snippet snippet) {
        if (!snippet.hasKey("mail_smtphost")) {
            return Optional.empty();
        }
        var taking = new Taking();
        KEYS.byKey(snippet, taking);
        snippet.key("mail_smtpsecure").forEach(pair -> taking.security(Taking.byPhpWord(pair.value()), pair.line()));
        Optional<Token.Pair> name = snippet.key("mail_from_address").stream().findFirst();
        Optional<Token.Pair> domain = snippet.key("mail_domain").stream().findFirst();
        if (name.isPresent() && domain.isPresent() && !name.get().value().isEmpty() && !domain.get().value().isEmpty()) {
            taking.take(Field.FROM, name.get().value() + "@" + domain.get().value(), name.get().line());
        }
        return Optional.of(taking);
    }
}
