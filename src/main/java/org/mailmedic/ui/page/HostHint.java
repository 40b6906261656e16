package org.mailmedic.ui.page;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailmedic.settings.HostName;
import org.mailmedic.ui.part.Hint;
import org.mailmedic.ui.part.Texts;

/// What is to be said about the host as typed.
final class HostHint {
    private static final Pattern PORT_AT_END = Pattern.compile("[:,;](\\d{1,5})(?:[/?#].*)?$");
    private static final Pattern INCOMING = Pattern.compile("(?i)^(imap|pop|pop3|imaps|pop3s)[.-].*");
    private final Texts texts;
    private final Consumer<String> setHost;
    private final Consumer<String> setPort;

    HostHint(Texts texts, Consumer<String> setHost, Consumer<String> setPort) {
        this.texts = texts;
        this.setHost = setHost;
        this.setPort = setPort;
    }

    Optional<Hint> about(String typed) {
        return switch (HostName.read(typed)) {
            case HostName.Usable(var _, var literal) -> literal ? Optional.empty() : incoming(typed);
            case HostName.Slip(var kind, var _, var suggestion) -> Optional.of(suggestion
                    .map(better -> mended(kind, typed, better))
                    .orElseGet(() -> Hint.slip(texts.get("account.host." + key(kind)))));
        };
    }

    private Hint mended(HostName.Kind kind, String typed, String better) {
        Optional<String> port = kind == HostName.Kind.PORT_INSIDE || kind == HostName.Kind.URL ? portIn(typed) : Optional.empty();
        String label = port.map(number -> texts.get("account.host.use_with_port", better, number))
                .orElseGet(() -> texts.get("account.host.use", better));
        return Hint.slip(texts.get("account.host." + key(kind))).mending(label, () -> {
            setHost.accept(better);
            port.ifPresent(setPort);
        });
    }

    private Optional<Hint> incoming(String typed) {
        return INCOMING.matcher(typed.strip()).matches() ? Optional.of(Hint.caution(texts.get("account.host.incoming"))) : Optional.empty();
    }

    private static Optional<String> portIn(String typed) {
        Matcher matcher = PORT_AT_END.matcher(typed.strip());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String key(HostName.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
