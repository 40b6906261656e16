package org.mailmedic.ui.page.account;

import java.util.Optional;
import java.util.OptionalInt;
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
import org.mailmedic.discover.slip.Slip;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.discover.slip.Slips;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Secret;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;
import org.mailmedic.settings.Symptom;
import org.mailmedic.ui.page.Contacts;
import org.mailmedic.ui.page.Errand;
import org.mailmedic.ui.page.Finder;
import org.mailmedic.ui.page.Way;
import org.mailmedic.ui.part.Hint;
import org.mailmedic.ui.part.Texts;

/// What is typed on the account page, what was found for it, and what is to be said about it. A password is only ever held as a [Secret].
///
/// A hint disappears as soon as it no longer holds; a new one appears when the person pauses ([#settle]) or starts.
public final class AccountModel {
    /// What the model needs from outside.
    ///
    /// @param background for what must not hold up the window
    public record Needs(Finder finder, ProviderBook book, Contacts contacts, Executor background, Executor fx, Texts texts) {}

    private Symptom symptom;
    private final Contacts contacts;
    private final ProviderBook book;
    private final Executor fx;
    private final Way way;
    private final Texts texts;
    private final AccountHints hints;
    private final AddressLookup lookup;
    private final FoundWords foundWords;
    private final PasteModel paste;
    private final AccountFields fields = AccountFields.empty();
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper kept = new ReadOnlyBooleanWrapper();
    private Optional<Secret> password = Optional.empty();
    private Optional<AccountFields.Values> before = Optional.empty();
    private Optional<Candidate> confirmed = Optional.empty();
    /// Whether the fields under "other settings" stand open because nothing was found, and not because the person wanted them.
    private boolean forWant;

    public AccountModel(Symptom symptom, Needs needs, Way way) {
        this.symptom = symptom;
        this.way = way;
        contacts = needs.contacts();
        book = needs.book();
        fx = needs.fx();
        texts = needs.texts();
        hints = new AccountHints(fields, book, () -> draft(password), texts);
        lookup = new AddressLookup(needs.finder(), needs.fx(), contacts::sources);
        foundWords = new FoundWords(book, texts);
        paste = new PasteModel(new SettingsReader(book), needs.background(), needs.fx(), this::take, this::untake, texts);
        fields.address().subscribe(typed -> {
            waiting.set(false);
            lookup.typed(typed);
        });
        fields.watch(hints::changed);
        lookup.foundProperty().subscribe(this::heard);
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

    /// True while a password is held that stands in no field any more.
    public ReadOnlyBooleanProperty keptProperty() {
        return kept.getReadOnlyProperty();
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
            lookup.foundProperty().get().best().ifPresent(best -> {
                fields.host().set(best.host());
                fields.port().set(Integer.toString(best.port()));
                fields.security().set(best.security());
                fields.user().set(best.user().equals(fields.address().get().strip()) ? "" : best.user());
            });
        }
        fields.manual().set(wanted);
    }

    /// Takes over the secret; an empty one leaves what is held already.
    public void password(Secret typed) {
        if (typed.isEmpty()) {
            typed.close();
            return;
        }
        forgetPassword();
        password = Optional.of(typed);
        kept.set(true);
    }

    public void forgetPassword() {
        password.ifPresent(Secret::close);
        password = Optional.empty();
        kept.set(false);
        hints.show(AccountField.PASSWORD, Optional.empty());
    }

    /// Looks at a password in the making, and wipes the copy.
    ///
    /// @param mend takes the blanks out of the field; run when the person asks for it
    public void settlePassword(Secret copy, Runnable mend) {
        try (copy) {
            boolean blanks = !copy.isEmpty() && Slips.in(draft(Optional.of(copy)), book).stream()
                    .anyMatch(slip -> slip.kind() == Slip.Kind.PASSWORD_BLANKS);
            hints.show(AccountField.PASSWORD, blanks ? Optional.of(Hint.caution(texts.get("paste.slip.password_blanks"))
                    .mending(texts.get("account.password.mend"), () -> {
                        mend.run();
                        hints.show(AccountField.PASSWORD, Optional.empty());
                    })) : Optional.empty());
        }
    }

    /// The password without what is probably not part of it. Wipes `typed`; the caller wipes the result.
    public Secret withoutBlanks(Secret typed) {
        try (typed) {
            var slip = new Slip(Slip.Kind.PASSWORD_BLANKS, SlipField.PASSWORD, "", "");
            return Draft.EMPTY.withPassword(Optional.of(typed)).mended(slip).password().orElseThrow();
        }
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
        confirmed = lookup.foundProperty().get().best();
        hints.show(AccountField.ADDRESS, Optional.empty());
    }

    public boolean isConfirmed() {
        return confirmed.isPresent() && confirmed.equals(lookup.foundProperty().get().best());
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
        if (!fields.manual().get() && found().isEmpty()) {
            return withoutServer();
        }
        if (!fields.manual().get() && password.isPresent() && foundWords.doubtful(found().orElseThrow()) && !isConfirmed()) {
            hints.show(AccountField.ADDRESS, Optional.of(Hint.caution(texts.get("account.confirm.first"))));
            return Optional.of(AccountField.ADDRESS);
        }
        if (password.isPresent() && userName().isEmpty()) {
            manual(true);
            hints.show(AccountField.USER, Optional.of(Hint.slip(texts.get("account.user.needed"))));
            return Optional.of(AccountField.USER);
        }
        Settings settings = settings();
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

    private Optional<Candidate> found() {
        return lookup.foundProperty().get().best();
    }

    private Optional<AccountField> withoutServer() {
        lookup.paused();
        if (lookup.foundProperty().get().phase() == Found.Phase.LOOKING) {
            waiting.set(true);
            return Optional.empty();
        }
        if (found().isPresent()) {
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
        if (forWant && fields.host().get().isBlank() && found().isPresent()) {
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

    private Settings settings() {
        Optional<EmailAddress> to = EmailAddress.parse(fields.recipient().get());
        Optional<EmailAddress> own = EmailAddress.parse(fields.address().get());
        Optional<EmailAddress> from = own.filter(sender -> !userName().equals(Optional.of(sender.toString())));
        boolean sends = fields.send().get() && to.isPresent();
        if (fields.manual().get()) {
            return new Settings(fields.host().get(), portNumber(), fields.security().get(), login(), Optional.empty(), from, to, symptom,
                    sends,
                    false);
        }
        Candidate best = found().orElseThrow();
        return new Settings(best.host(), OptionalInt.of(best.port()), best.security(), login(), Optional.empty(), from, to, symptom,
                sends, false);
    }

    private OptionalInt portNumber() {
        return draft(Optional.empty()).portNumber();
    }

    private Login login() {
        // whoever has an account signs in somewhere, also where the name for it is not known here
        Optional<String> name = userName().or(() -> fields.manual().get() ? Optional.empty()
                : Optional.of(fields.address().get().strip()).filter(text -> !text.isEmpty()));
        return name.<Login>map(known -> password.<Login>map(secret -> new Login.Password(known, secret))
                .orElseGet(() -> new Login.NameOnly(known))).orElseGet(Login.None::new);
    }

    /// What is signed in with; empty when nobody knows it.
    private Optional<String> userName() {
        String typed = fields.user().get().strip();
        if (fields.manual().get() && !typed.isEmpty()) {
            return Optional.of(typed);
        }
        String usual = fields.manual().get() ? fields.address().get().strip() : found().map(Candidate::user).orElse("");
        return Optional.of(usual).filter(name -> !name.isEmpty());
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
        draft.password().ifPresent(secret -> password(secret.copy()));
        fields.manual().set(true);
        for (AccountField field : AccountField.values()) {
            settle(field);
        }
    }

    /// Puts back what stood in the fields before something was taken over. A password that was taken over is forgotten.
    void untake() {
        before.ifPresent(fields::put);
        before = Optional.empty();
        forgetPassword();
    }

    /// What counts as typed: the fields under "other settings" only while they are in use.
    private Draft draft(Optional<Secret> secret) {
        String to = fields.recipient().get().strip();
        String from = fields.address().get().strip();
        if (!fields.manual().get()) {
            return new Draft(found().map(Candidate::host).orElse(""), "", Security.AUTO, "", from, to, secret);
        }
        String user = fields.user().get();
        return new Draft(fields.host().get(), fields.port().get().strip(), fields.security().get(), user.isBlank() ? "" : user, from, to,
                secret);
    }
}
