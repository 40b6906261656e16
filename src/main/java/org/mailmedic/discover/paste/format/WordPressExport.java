package org.mailmedic.discover.paste.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.paste.taking.KeyTable;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.PhpSerialized;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.pasted.Token;

/// What the usual WordPress mail plugins export or keep in the database, as JSON or serialised by PHP: WP Mail SMTP, FluentSMTP, Post SMTP,
/// Easy WP SMTP.
public final class WordPressExport implements Format {
    private static final List<String> MARKERS = List.of("from_email", "sender_email", "type_encryption", "enc_type", "from_email_field",
            "provider_settings", "force_from_email",
            "basic_auth_username");
    private static final KeyTable KEYS = new KeyTable()
            .with(SlipField.HOST, "host", "hostname", "smtp_host")
            .with(SlipField.PORT, "port", "smtp_port")
            .with(SlipField.USER, "user", "username", "smtp_username", "basic_auth_username")
            .with(SlipField.PASSWORD, "pass", "password", "smtp_password", "basic_auth_password")
            .with(SlipField.FROM, "from_email", "sender_email", "from_email_field");
    private static final List<String> ENCRYPTION = List.of("encryption", "type_encryption", "enc_type", "security_type",
            "smtp_encryption_type");

    @Override
    public String id() {
        return "wordpress-export";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        boolean serialised = snippet.contains("\";s:") || snippet.contains("\";i:");
        // other programs have such keys without quotes, beside a database's
        if (MARKERS.stream().noneMatch(marker -> snippet.contains(serialised ? marker : "\"" + marker + "\""))) {
            return Optional.empty();
        }
        List<Token.Pair> pairs = serialised ? PhpSerialized.pairs(snippet.text()) : snippet.pairs().stream().filter(Token.Pair::quoted)
                .toList();
        boolean ours = pairs.stream().anyMatch(pair -> MARKERS.contains(pair.key().toLowerCase(Locale.ROOT)));
        if (!ours) {
            return Optional.empty();
        }
        var taking = new FieldCollector();
        // ports and switches come without quotes in JSON
        List<Token.Pair> all = serialised ? pairs : snippet.pairs();
        KEYS.from(all, taking);
        all.stream().filter(pair -> ENCRYPTION.contains(pair.key().toLowerCase(Locale.ROOT)) && !pair.value().isEmpty()).limit(1)
                .forEach(pair -> taking.security(FieldCollector.byPhpWord(pair.value()), pair.line()));
        return Optional.of(taking);
    }
}
