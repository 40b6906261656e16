package org.mailmedic.ui.page.account;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.ui.part.Hint;
import org.mailmedic.ui.part.Texts;

/// What is to be said about an address as typed.
final class AddressHint {
    private static final Pattern AROUND = Pattern.compile("(?i)^mailto:|[\\p{Cf}\\p{Z}\\s]");
    private static final Pattern BRACKETED = Pattern.compile("<([^<>]+@[^<>]+)>");
    private static final Pattern EDGES = Pattern.compile("^[<\"'“”‘’.,;:]+|[>\"'“”‘’.,;:]+$");
    private static final List<String> ENDINGS = List.of(".com", ".net", ".org", ".de", ".fr", ".it");
    private final Texts texts;

    AddressHint(Texts texts) {
        this.texts = texts;
    }

    /// An address whose domain has no dot, as in `shop@gmail`. Mail within one network is sent to such, so that it may be meant.
    ///
    /// @param known whether a provider has that domain
    Optional<Hint> ending(String typed, Predicate<String> known, Consumer<String> set) {
        String bare = typed.strip();
        if (EmailAddress.parse(bare).filter(address -> address.domain().indexOf('.') < 0).isEmpty()) {
            return Optional.empty();
        }
        var hint = Hint.caution(texts.get("account.address.ending"));
        String domain = bare.substring(bare.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return Optional.of(ENDINGS.stream().map(ending -> domain + ending).filter(known).findFirst()
                .map(whole -> bare.substring(0, bare.lastIndexOf('@') + 1) + whole)
                .map(better -> hint.mending(texts.get("account.use", better), () -> set.accept(better))).orElse(hint));
    }

    /// For a field that can only hold an address: what cannot be one is a slip.
    Optional<Hint> about(String typed, Consumer<String> set) {
        if (typed.isBlank() || EmailAddress.parse(typed).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(mending(Hint.slip(texts.get("account.address.impossible")), typed, set));
    }

    /// For a user name: it may be anything, but what looks like an address is looked at as one.
    Optional<Hint> aboutUser(String typed, Consumer<String> set) {
        if (typed.indexOf('@') < 0 || EmailAddress.parse(typed).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(mending(Hint.caution(texts.get("account.address.odd")), typed, set));
    }

    private Hint mending(Hint hint, String typed, Consumer<String> set) {
        return repaired(typed).map(better -> hint.mending(texts.get("account.use", better), () -> set.accept(better))).orElse(hint);
    }

    /// The address that was probably meant.
    static Optional<String> repaired(String typed) {
        var bracketed = BRACKETED.matcher(typed);
        String inside = bracketed.find() ? bracketed.group(1) : typed;
        String bare = EDGES.matcher(AROUND.matcher(inside).replaceAll("")).replaceAll("");
        return EmailAddress.parse(bare).map(EmailAddress::toString).filter(better -> !better.equals(typed));
    }
}
