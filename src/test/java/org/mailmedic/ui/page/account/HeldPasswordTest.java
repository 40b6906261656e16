package org.mailmedic.ui.page.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.Secret;
import org.mailmedic.ui.FakeFinder;
import org.mailmedic.ui.part.Texts;

/// A password is held as long as it is wanted, and no copy of it is left behind.
final class HeldPasswordTest {
    private final AccountFields fields = AccountFields.empty();
    private final ProviderBook book = ProviderBook.load();
    private final Texts texts = Texts.in(Locale.ENGLISH);
    private final AddressLookup lookup = new AddressLookup(new FakeFinder(), Runnable::run, Set::of);
    private final TypedSettings typed = new TypedSettings(fields, lookup);
    private final AccountHints hints = new AccountHints(fields, book, () -> typed.draft(Optional.empty()), texts);
    private final HeldPassword password = new HeldPassword(hints, typed::draft, book, texts);

    @Test
    void anEmptyFieldKeepsThePasswordAndANewOneReplacesIt() {
        Secret first = Secret.of("first");
        password.take(first);
        password.take(Secret.of(""));
        assertFalse(first.isEmpty());
        password.take(Secret.of("second"));
        assertTrue(first.isEmpty(), "the one before was wiped");
        assertTrue(password.heldProperty().get());
    }

    @Test
    void anAppPasswordWithItsBlanksIsPointedOut() {
        lookup.typed("anna@gmail.com");
        Secret copy = Secret.of("abcd efgh ijkl mnop");
        boolean[] mended = new boolean[1];
        password.settle(copy, () -> mended[0] = true);
        assertTrue(copy.isEmpty(), "the copy was wiped");
        hints.of(AccountField.PASSWORD).get().mend().orElseThrow().action().run();
        assertTrue(mended[0]);
        assertNull(hints.of(AccountField.PASSWORD).get());
        Secret typed = Secret.of("abcd efgh ijkl mnop");
        assertEquals("abcdefghijklmnop", new String(HeldPassword.withoutBlanks(typed).chars()));
        assertTrue(typed.isEmpty());
        password.settle(Secret.of("a phrase of my own"), () -> { });
        assertNull(hints.of(AccountField.PASSWORD).get());
    }
}
