package org.mailmedic.ui.page.account;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.mailmedic.discover.slip.Draft;
import org.mailmedic.discover.slip.Slip;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.discover.slip.Slips;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.Secret;
import org.mailmedic.ui.part.Hint;
import org.mailmedic.ui.part.Texts;

/// The password of the account page: only ever held as a [Secret], looked at in the making, and wiped. On the JavaFX thread.
public final class HeldPassword {
    private final AccountHints hints;
    private final Function<Optional<Secret>, Draft> draft;
    private final ProviderBook book;
    private final Texts texts;
    private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper();
    private Optional<Secret> secret = Optional.empty();

    /// @param draft what counts as typed, with a password
    HeldPassword(AccountHints hints, Function<Optional<Secret>, Draft> draft, ProviderBook book, Texts texts) {
        this.hints = hints;
        this.draft = draft;
        this.book = book;
        this.texts = texts;
    }

    /// True while a password is held that stands in no field any more.
    public ReadOnlyBooleanProperty heldProperty() {
        return held.getReadOnlyProperty();
    }

    Optional<Secret> secret() {
        return secret;
    }

    /// Takes over the secret; an empty one leaves what is held already.
    public void take(Secret typed) {
        if (typed.isEmpty()) {
            typed.close();
            return;
        }
        forget();
        secret = Optional.of(typed);
        held.set(true);
    }

    public void forget() {
        secret.ifPresent(Secret::close);
        secret = Optional.empty();
        held.set(false);
        hints.show(AccountField.PASSWORD, Optional.empty());
    }

    /// Looks at a password in the making, and wipes the copy.
    ///
    /// @param mend takes the blanks out of the field; run when the person asks for it
    public void settle(Secret copy, Runnable mend) {
        try (copy) {
            boolean blanks = !copy.isEmpty() && Slips.in(draft.apply(Optional.of(copy)), book).stream()
                    .anyMatch(slip -> slip.kind() == Slip.Kind.PASSWORD_BLANKS);
            hints.show(AccountField.PASSWORD, blanks ? Optional.of(Hint.caution(texts.get("paste.slip.password_blanks"))
                    .mending(texts.get("account.password.mend"), () -> {
                        mend.run();
                        hints.show(AccountField.PASSWORD, Optional.empty());
                    })) : Optional.empty());
        }
    }

    /// The password without what is probably not part of it. Wipes `typed`; the caller wipes the result.
    public static Secret withoutBlanks(Secret typed) {
        try (typed) {
            var slip = new Slip(Slip.Kind.PASSWORD_BLANKS, SlipField.PASSWORD, "", "");
            return Draft.EMPTY.withPassword(Optional.of(typed)).mended(slip).password().orElseThrow();
        }
    }
}
