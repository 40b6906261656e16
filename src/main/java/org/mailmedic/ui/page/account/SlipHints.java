package org.mailmedic.ui.page.account;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailmedic.discover.slip.Draft;
import org.mailmedic.discover.slip.Slip;
import org.mailmedic.discover.slip.Slips;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.HostName;
import org.mailmedic.settings.Security;
import org.mailmedic.ui.part.Hint;
import org.mailmedic.ui.part.Texts;

/// Slips of what was typed, as hints beside the fields, each with what mends it.
final class SlipHints {
    private static final Pattern PORT_AT_END = Pattern.compile("[:,;](\\d{1,5})(?:[/?#].*)?$");
    private static final Set<Slip.Kind> PORT_BESIDE = EnumSet.of(Slip.Kind.HOST_URL, Slip.Kind.HOST_PORT_INSIDE);
    private final ProviderBook book;
    private final Texts texts;
    private final BiConsumer<AccountField, String> set;

    /// @param set puts a value into a field; for [AccountField#SECURITY] its id
    SlipHints(ProviderBook book, Texts texts, BiConsumer<AccountField, String> set) {
        this.book = book;
        this.texts = texts;
        this.set = set;
    }

    /// The first slip of each field. A password's hint has no button: only the page has the password.
    Map<AccountField, Hint> in(Draft draft) {
        Map<AccountField, Hint> hints = new EnumMap<>(AccountField.class);
        List<Slip> slips = Slips.in(draft, book);
        boolean portSlipped = slips.stream().anyMatch(slip -> field(slip) == AccountField.PORT);
        for (Slip slip : slips) {
            AccountField field = field(slip);
            // whether the encryption fits can be said once the port is right
            if (field != AccountField.SECURITY || !portSlipped) {
                hints.putIfAbsent(field, hint(slip, field, draft));
            }
        }
        return hints;
    }

    private Hint hint(Slip slip, AccountField field, Draft draft) {
        String words = texts.get("paste.slip." + slip.kind().id());
        Hint hint = impossible(slip, draft) ? Hint.slip(words) : Hint.caution(words);
        if (slip.suggestion().isEmpty()) {
            return hint;
        }
        Optional<String> port = PORT_BESIDE.contains(slip.kind()) ? portIn(draft.host()) : Optional.empty();
        return hint.mending(label(slip, field, port), () -> {
            set.accept(field, slip.suggestion());
            port.ifPresent(number -> set.accept(AccountField.PORT, number));
        });
    }

    private static AccountField field(Slip slip) {
        return switch (slip.field()) {
            case HOST -> AccountField.HOST;
            case PORT -> AccountField.PORT;
            case SECURITY -> AccountField.SECURITY;
            case USER -> AccountField.USER;
            case PASSWORD -> AccountField.PASSWORD;
            case FROM -> AccountField.ADDRESS;
            case TO -> AccountField.RECIPIENT;
        };
    }

    /// Whether a check-up makes no sense with it.
    private static boolean impossible(Slip slip, Draft draft) {
        return slip.kind() == Slip.Kind.PORT_NO_NUMBER
                || field(slip) == AccountField.HOST && HostName.read(draft.host()) instanceof HostName.Slip;
    }

    private String label(Slip slip, AccountField field, Optional<String> port) {
        if (field == AccountField.SECURITY) {
            String name = Security.of(slip.suggestion()).map(security -> texts.get("account.security." + security.id())).orElse("");
            return texts.get("account.security.use", name);
        }
        return port.map(number -> texts.get("account.use_with_port", slip.suggestion(), number))
                .orElseGet(() -> texts.get("account.use", slip.suggestion()));
    }

    private static Optional<String> portIn(String typed) {
        Matcher matcher = PORT_AT_END.matcher(typed.strip());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
