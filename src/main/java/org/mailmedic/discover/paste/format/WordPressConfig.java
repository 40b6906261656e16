package org.mailmedic.discover.paste.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.pasted.Token;

/// Constants in `wp-config.php`, as WP Mail SMTP, FluentSMTP, Post SMTP and hand-written snippets want them:
/// `define( 'WPMS_SMTP_HOST', 'smtp.example.org' );`.
public final class WordPressConfig implements Format {
    private static final List<String> PREFIXES = List.of("WPMS_SMTP_", "FLUENTMAIL_SMTP_", "POST_SMTP_", "WPMS_MAIL_", "EASY_WP_SMTP_",
            "WPMS_", "WP_SMTP_", "SMTP_", "MAIL_");
    private static final Map<String, SlipField> ENDINGS = Map.ofEntries(Map.entry("HOST", SlipField.HOST),
            Map.entry("SERVER", SlipField.HOST), Map.entry("PORT", SlipField.PORT),
            Map.entry("USER", SlipField.USER), Map.entry("USERNAME", SlipField.USER), Map.entry("AUTH_USERNAME", SlipField.USER),
            Map.entry("LOGIN", SlipField.USER),
            Map.entry("PASS", SlipField.PASSWORD), Map.entry("PASSWORD", SlipField.PASSWORD),
            Map.entry("AUTH_PASSWORD", SlipField.PASSWORD), Map.entry("FROM", SlipField.FROM), Map.entry("FROM_EMAIL", SlipField.FROM),
            Map.entry("SSL", SlipField.SECURITY), Map.entry("SECURE", SlipField.SECURITY),
            Map.entry("ENCRYPTION", SlipField.SECURITY), Map.entry("SECURITY", SlipField.SECURITY));

    @Override
    public String id() {
        return "wordpress-config";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        var taking = new FieldCollector();
        snippet.calls("define").filter(call -> call.arguments().size() >= 2).forEach(call -> {
            String name = call.argument(0).toUpperCase(Locale.ROOT);
            PREFIXES.stream().filter(name::startsWith).findFirst().map(prefix -> ENDINGS.get(name.substring(prefix.length())))
                    .ifPresent(field -> take(field, call.arguments().get(1), taking));
        });
        return taking.count() == 0 ? Optional.empty() : Optional.of(taking);
    }

    private static void take(SlipField field, Token.Pair value, FieldCollector taking) {
        if (field == SlipField.SECURITY) {
            taking.security(FieldCollector.byPhpWord(value.value()), value.line());
        } else {
            taking.take(field, value);
        }
    }
}
