package org.mailmedic.ui.page.account;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.mailmedic.discover.slip.Draft;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.HostName;
import org.mailmedic.settings.Security;
import org.mailmedic.ui.part.Hint;
import org.mailmedic.ui.part.Texts;

/// What is said beside the fields of the account page. A hint disappears as soon as it no longer holds; a new one appears only when it is
/// asked for. On the JavaFX thread.
final class AccountHints {
    private final AccountFields fields;
    private final Supplier<Draft> draft;
    private final ProviderBook book;
    private final Texts texts;
    private final SlipHints slips;
    private final AddressHint addresses;
    private final Map<AccountField, ReadOnlyObjectWrapper<Hint>> hints = new EnumMap<>(AccountField.class);

    /// @param draft what counts as typed, with the password that is held
    AccountHints(AccountFields fields, ProviderBook book, Supplier<Draft> draft, Texts texts) {
        this.fields = fields;
        this.draft = draft;
        this.book = book;
        this.texts = texts;
        slips = new SlipHints(book, texts, fields::put);
        addresses = new AddressHint(texts);
        for (AccountField field : AccountField.values()) {
            hints.put(field, new ReadOnlyObjectWrapper<>());
        }
    }

    ReadOnlyObjectProperty<Hint> of(AccountField field) {
        return hint(field).getReadOnlyProperty();
    }

    /// Every field has one.
    private ReadOnlyObjectWrapper<Hint> hint(AccountField field) {
        return Objects.requireNonNull(hints.get(field));
    }

    void show(AccountField field, Optional<Hint> hint) {
        hint(field).set(hint.orElse(null));
    }

    /// Says what there is to say about a field, unless it is empty.
    void settle(AccountField field) {
        if (!fields.text(field).isBlank()) {
            show(field, about(field, slips.in(draft.get())));
        }
    }

    /// Says what there is to say about every field, also about the empty ones.
    ///
    /// @return the first one that has to be mended
    Optional<AccountField> settleAll() {
        Map<AccountField, Hint> found = slips.in(draft.get());
        Optional<AccountField> first = Optional.empty();
        for (AccountField field : AccountField.values()) {
            Optional<Hint> hint = about(field, found);
            show(field, hint);
            if (first.isEmpty() && hint.filter(Hint::isSlip).isPresent()) {
                first = Optional.of(field);
            }
        }
        return first;
    }

    /// Something was typed: what is said already is said anew, or no more.
    void changed() {
        Map<AccountField, Hint> found = slips.in(draft.get());
        for (AccountField field : AccountField.values()) {
            if (hint(field).get() != null && field != AccountField.PASSWORD) {
                show(field, about(field, found));
            }
        }
    }

    /// The language has changed: what is said is said anew. A hint that a start gave comes back with the next start.
    void reworded() {
        show(AccountField.PASSWORD, Optional.empty());
        changed();
    }

    private Optional<Hint> about(AccountField field, Map<AccountField, Hint> found) {
        Optional<Hint> slip = Optional.ofNullable(found.get(field));
        boolean manual = fields.manual().get();
        return switch (field) {
            case ADDRESS -> slip.or(() -> manual || !fields.address().get().isBlank()
                    ? addresses.about(fields.address().get(), fields.address()::set).or(() -> addresses.ending(fields.address().get(),
                            domain -> book.byMailDomain(domain).isPresent(), fields.address()::set))
                    : Optional.of(Hint.slip(texts.get("account.address.missing"))));
            case HOST -> slip.or(this::aboutHost);
            case PORT -> slip;
            case SECURITY -> slip.or(() -> manual && fields.security().get() == Security.NONE
                    ? Optional.of(Hint.caution(texts.get("account.security.open"))) : Optional.empty());
            case USER -> slip.or(() -> manual ? addresses.aboutUser(fields.user().get(), fields.user()::set) : Optional.empty());
            case PASSWORD -> Optional.ofNullable(hint(AccountField.PASSWORD).get());
            case RECIPIENT -> slip.or(this::aboutRecipient);
        };
    }

    private Optional<Hint> aboutHost() {
        return fields.manual().get() && HostName.read(fields.host().get()) instanceof HostName.Slip(var kind, var _, var _)
                && kind == HostName.Kind.EMPTY ? Optional.of(Hint.slip(texts.get("account.host.empty"))) : Optional.empty();
    }

    private Optional<Hint> aboutRecipient() {
        String recipient = fields.recipient().get();
        if (recipient.isBlank()) {
            return fields.send().get() ? Optional.of(Hint.slip(texts.get("account.recipient.missing"))) : Optional.empty();
        }
        boolean senderless = EmailAddress.parse(fields.address().get()).isEmpty() && EmailAddress.parse(fields.user().get()).isEmpty();
        return addresses.about(recipient, fields.recipient()::set).or(() -> senderless
                ? Optional.of(Hint.caution(texts.get("account.recipient.no_sender"))) : Optional.empty());
    }
}
