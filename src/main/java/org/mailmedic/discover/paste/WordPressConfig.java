package org.mailmedic.discover.paste;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailmedic.discover.slip.Field;

/// Constants in `wp-config.php`, as WP Mail SMTP, FluentSMTP, Post SMTP and hand-written snippets want them:
/// `define( 'WPMS_SMTP_HOST', 'smtp.example.org' );`.
final class WordPressConfig implements Format {
    private static final List<String> PREFIXES = List.of("WPMS_SMTP_", "FLUENTMAIL_SMTP_", "POST_SMTP_", "WPMS_MAIL_", "EASY_WP_SMTP_",
            "WPMS_", "WP_SMTP_", "SMTP_", "MAIL_");
    private static final Map<String, Field> ENDINGS = Map.ofEntries(Map.entry("HOST", Field.HOST), Map.entry("SERVER", Field.HOST),
            Map.entry("PORT", Field.PORT),
            Map.entry("USER", Field.USER), Map.entry("USERNAME", Field.USER), Map.entry("AUTH_USERNAME", Field.USER), Map.entry("LOGIN",
                    Field.USER),
            Map.entry("PASS", Field.PASSWORD), Map.entry("PASSWORD", Field.PASSWORD), Map.entry("AUTH_PASSWORD", Field.PASSWORD),
            Map.entry("FROM", Field.FROM), Map.entry("FROM_EMAIL", Field.FROM), Map.entry("SSL", Field.SECURITY), Map.entry("SECURE",
                    Field.SECURITY),
            Map.entry("ENCRYPTION", Field.SECURITY), Map.entry("SECURITY", Field.SECURITY));

    @Override
    public String id() {
        return "wordpress-config";
    }

    @Override
    public Optional<Taking> read(Snippet snippet) {
        var taking = new Taking();
        snippet.calls("define").filter(call -> call.arguments().size() >= 2).forEach(call -> {
            String name = call.argument(0).toUpperCase(Locale.ROOT);
            PREFIXES.stream().filter(name::startsWith).findFirst().map(prefix -> ENDINGS.get(name.substring(prefix.length())))
                    .ifPresent(field -> take(field, call.arguments().get(1), taking));
        });
        return taking.count() == 0 ? Optional.empty() : Optional.of(taking);
    }

    private static void take(Field field, Token.Pair value, Taking taking) {
        if (field == Field.SECURITY) {
            taking.security(Taking.byPhpWord(value.value()), value.line());
        } else {
            taking.take(field, value);
        }
    }
}
