package org.mailmedic.website;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.mailmedic.advice.Language;
import org.mailmedic.advice.TextBook;

/// The words inside the probe's files: what stands at their top in the language in which they are made, and what WordPress shows in all
/// languages, since its reader may have chosen another one there.
final class ProbeWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String BOOK = "probe";
    private static final String TOOLS = "getent, curl, openssl, nc, bash, timeout";
    /// What stands in comments and headers, in the order of the book, and between the quotes of a shell string.
    private static final List<String> HEADS = List.of("top.php", "top.shell", "safe", "until", "until.shell", "needs.php", "needs.shell",
            "over", "plugin.description", "readme.short", "readme.whole");
    private static final List<String> SHOWN_BY_WORDPRESS = List.of("page.lead", "page.look", "page.result", "page.copy", "page.copied",
            "page.then", "page.over", "health.hello", "health.tcp", "health.nothing", "health.over", "health.server", "health.delete",
            "health.badge");

    private final Map<String, ?> facts;

    ProbeWords(String host, int port, Instant made, Instant expires) {
        facts = Map.of("host", host, "port", port, "made", TIME.format(made), "expires", TIME.format(expires), "tools", TOOLS);
    }

    /// What the templates call `@WORDS_TOP_PHP@` and so on. Nothing in it ends a comment, a line or a quoted string.
    Map<String, String> heads(Language language) {
        var book = TextBook.open(BOOK, language.locale());
        var heads = new LinkedHashMap<String, String>();
        HEADS.forEach(key -> heads.put("WORDS_" + key.replace('.', '_').toUpperCase(Locale.ROOT), inert(book.get(key, facts))));
        return heads;
    }

    private static String inert(String text) {
        return text.replace("*/", "* /").replace('\'', '’').lines().collect(Collectors.joining(" "));
    }

    /// The body of a PHP array: by language, then by key.
    String shownByWordPress() {
        return Arrays.stream(Language.values()).map(this::shownByWordPress).collect(Collectors.joining("\n"));
    }

    private String shownByWordPress(Language language) {
        var book = TextBook.open(BOOK, language.locale());
        return "\t'" + language.tag() + "' => array(\n" + SHOWN_BY_WORDPRESS.stream()
                .map(key -> "\t\t'" + key + "' => '" + book.get(key, facts).replace("\\", "\\\\").replace("'", "\\'") + "',\n")
                .collect(Collectors.joining()) + "\t),";
    }
}
