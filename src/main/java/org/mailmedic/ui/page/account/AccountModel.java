package org.mailmedic.ui.page.account;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.StringProperty;
import org.mailmedic.discover.Candidate;
import org.mailmedic.discover.Person;
import org.mailmedic.discover.paste.SettingsReader;
import org.mailmedic.discover.slip.Draft;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;
import org.mailmedic.settings.Symptom;
import org.mailmedic.ui.page.Contacts;
import org.mailmedic.ui.page.Errand;
import org.mailmedic.ui.page.Finder;
import org.mailmedic.ui.page.Way;
import org.mailmedic.ui.part.Hint;
import org.mailmedic.ui.part.Texts;

/// What is typed on the account page, what was found for it, and what is to be said about it.
///
/// A hint disappears as soon as it no longer holds; a new one appears when the person pauses ([#settle]) or starts.
public final class AccountModel {
    /// What the model needs from outside.
    ///
    /// @param background for what must not hold up the window
    public record Needs(Finder finder, ProviderBook book, Contacts contacts, Executor background, Executor fx, Texts texts) {}

    private Symptom symptom;
    private final Contacts contacts;
    private final Executor fx;
    private final Way way;
    private final Texts texts;
    private final AccountHints hints;
    private final AddressLookup lookup;
    private final TypedSettings typed;
    private final HeldPassword password;
    private final FoundWords foundWords;
    private final PasteModel paste;
    private final AccountFields fields = AccountFields.empty();
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private Optional<AccountFields.Values> before = Optional.empty();
    private Optional<Candidate> confirmed = Optional.empty();
    /// Whether the fields under "other settings" stand open because nothing was found, and not because the person wanted them.
    private boolean forWant;

    public AccountModel(Symptom symptom, Needs needs, Way way) {
        this.symptom = symptom;
        this.way = way;
        contacts = needs.contacts();
        fx = needs.fx();
        texts = needs.texts();
        lookup = new AddressLookup(needs.finder(), needs.fx(), contacts::sources);
        typed = new TypedSettings(fields, lookup);
        hints = new AccountHints(fields, needs.book(), this::draft, texts);
        password = new HeldPassword(hints, typed::draft, needs.book(), texts);
        foundWords = new FoundWords(needs.book(), texts);
        paste = new PasteModel(new SettingsReader(needs.book()), needs.background(), needs.fx(), this::take, this::untake, texts);
        fields.address().subscribe(address -> {
            waiting.set(false);
            lookup.typed(address);
        });
        fields.watch(hints::changed);
        lookup.foundProperty().subscribe(this::heard);
    }

    private Draft draft() {
        return typed.draft(password.secret());
    }

    public Symptom symptom() {
        return symptom;
    }

    /// Another choice on the first page; what was typed stays.
    public void symptom(Symptom chosen) {
        symptom = chosen;
    }

    public StringProperty addressProperty() {
        return fields.address();
    }

    public StringProperty hostProperty() {
        return fields.host();
    }

    public StringProperty portProperty() {
        return fields.port();
    }

    public ObjectProperty<Security> securityProperty() {
        return fields.security();
    }

    public StringProperty userProperty() {
        return fields.user();
    }

    public StringProperty recipientProperty() {
        return fields.recipient();
    }

    public BooleanProperty sendProperty() {
        return fields.send();
    }

    /// Whether the person enters server, port and the like by hand; what was found is not used then.
    public ReadOnlyBooleanProperty manualProperty() {
        return fields.manual();
    }

    /// True while a check-up waits for the settings to be found.
    public ReadOnlyBooleanProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    public HeldPassword password() {
        return password;
    }

    public ReadOnlyObjectProperty<Hint> hintProperty(AccountField field) {
        return hints.of(field);
    }

    public ReadOnlyObjectProperty<Found> foundProperty() {
        return lookup.foundProperty();
    }

    FoundWords foundWords() {
        return foundWords;
    }

    public PasteModel paste() {
        return paste;
    }

    /// The language has changed; what was typed and found stays, and what is looked for is looked for on.
    public void reworded() {
        boolean wanted = forWant && hints.of(AccountField.HOST).get() != null;
        hints.reworded();
        paste.reworded();
        if (wanted) {
            sayWhyHost();
        }
    }

    /// Opens the fields for settings that the person was given, filled with what was found, or goes back to what was found.
    public void manual(boolean wanted) {
        forWant = false;
        if (wanted && fields.host().get().isBlank()) {
            typed.found().ifPresent(best -> {
                fields.host().set(best.host());
                fields.port().set(Integer.toString(best.port()));
                fields.security().set(best.security());
                fields.user().set(best.user().equals(fields.address().get().strip()) ? "" : best.user());
            });
        }
        fields.manual().set(wanted);
    }

    /// The person has paused in a field or left it: says what there is to say about it, unless it is empty.
    public void settle(AccountField field) {
        if (field == AccountField.ADDRESS) {
            lookup.paused();
        }
        hints.settle(field);
    }

    /// The server that was found is the right one, says the person.
    public void confirm() {
        confirmed = typed.found();
        hints.show(AccountField.ADDRESS, Optional.empty());
    }

    public boolean isConfirmed() {
        return confirmed.isPresent() && confirmed.equals(typed.found());
    }

    /// Starts the check-up, or says which field needs a look first. Where the settings are still being looked for, it starts when they
    /// are found.
    public Optional<AccountField> start() {
        waiting.set(false);
        backToWhatWasFound();
        Optional<AccountField> slipped = hints.settleAll();
        if (slipped.isPresent()) {
            if (forWant && slipped.get() == AccountField.HOST) {
                sayWhyHost();
            }
            return slipped;
        }
        if (!fields.manual().get() && typed.found().isEmpty()) {
            return withoutServer();
        }
        if (!fields.manual().get() && password.secret().isPresent() && foundWords.doubtful(typed.found().orElseThrow()) && !isConfirmed()) {
            hints.show(AccountField.ADDRESS, Optional.of(Hint.caution(texts.get("account.confirm.first"))));
            return Optional.of(AccountField.ADDRESS);
        }
        if (password.secret().isPresent() && typed.userName().isEmpty()) {
            manual(true);
            hints.show(AccountField.USER, Optional.of(Hint.slip(texts.get("account.user.needed"))));
            return Optional.of(AccountField.USER);
        }
        Settings settings = typed.settings(symptom, password.secret());
        lookup.cancel();
        way.check(new Errand(settings, contacts.options(), false));
        return Optional.empty();
    }

    public void back() {
        leave();
        way.back();
    }

    /// The page is left: nothing is looked for any more.
    public void leave() {
        waiting.set(false);
        lookup.cancel();
    }

    private Optional<AccountField> withoutServer() {
        lookup.paused();
        if (lookup.foundProperty().get().phase() == Found.Phase.LOOKING) {
            waiting.set(true);
            return Optional.empty();
        }
        if (typed.found().isPresent()) {
            return start();
        }
        manual(true);
        forWant = true;
        sayWhyHost();
        return Optional.of(AccountField.HOST);
    }

    /// Why the server has to be entered, as long as it is not.
    private void sayWhyHost() {
        if (!fields.host().get().isBlank()) {
            return;
        }
        String domain = lookup.foundProperty().get().person().map(Person::domain).orElse("");
        hints.show(AccountField.HOST, Optional.of(Hint.slip(domain.isEmpty() ? texts.get("account.host.unknown")
                : texts.get("account.found.none", domain))));
    }

    /// The address was mended, and now something is found for it: the fields that were opened for want of that are not needed.
    private void backToWhatWasFound() {
        if (forWant && fields.host().get().isBlank() && typed.found().isPresent()) {
            manual(false);
            hints.show(AccountField.HOST, Optional.empty());
        }
    }

    private void heard(Found found) {
        backToWhatWasFound();
        if (waiting.get() && (found.phase() == Found.Phase.ENDED || found.best().map(Candidate::trusted).orElse(false))) {
            // not at once: the start takes the page away, and with it listeners that are just being called
            fx.execute(() -> {
                if (waiting.get()) {
                    start();
                }
            });
        }
    }

    /// Fills the fields with what was pasted, or is known from elsewhere. A password in it is copied.
    public void take(Draft draft) {
        before = Optional.of(fields.values());
        fields.host().set(draft.host());
        fields.port().set(draft.port());
        fields.security().set(draft.security());
        Optional<EmailAddress> own = draft.sender();
        if (fields.address().get().isBlank() && own.isPresent()) {
            fields.address().set(own.get().toString());
        }
        fields.user().set(draft.user().equals(fields.address().get().strip()) ? "" : draft.user());
        if (fields.recipient().get().isBlank()) {
            fields.recipient().set(draft.to());
        }
        draft.password().ifPresent(secret -> password.take(secret.copy()));
        fields.manual().set(true);
        for (AccountField field : AccountField.values()) {
            settle(field);
        }
    }

    /// Puts back what stood in the fields before something was taken over. A password that was taken over is forgotten.
    void untake() {
        before.ifPresent(fields::put);
        before = Optional.empty();
        password.forget();
    }
}
