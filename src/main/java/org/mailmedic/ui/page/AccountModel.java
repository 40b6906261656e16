package org.mailmedic.ui.page;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.mailmedic.discover.Candidate;
import org.mailmedic.discover.paste.SettingsReader;
import org.mailmedic.discover.slip.Draft;
import org.mailmedic.discover.slip.Slip;
import org.mailmedic.discover.slip.Slips;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.HostName;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Secret;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;
import org.mailmedic.settings.Symptom;
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
    private final SlipHints slipHints;
    private final AddressHint addressHint;
    private final AddressLookup lookup;
    private final FoundWords foundWords;
    private final PasteModel paste;
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty host = new SimpleStringProperty("");
    private final StringProperty port = new SimpleStringProperty("");
    private final ObjectProperty<Security> security = new SimpleObjectProperty<>(Security.AUTO);
    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty recipient = new SimpleStringProperty("");
    private final BooleanProperty send = new SimpleBooleanProperty();
    private final BooleanProperty manual = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper kept = new ReadOnlyBooleanWrapper();
    private final Map<Field, ReadOnlyObjectWrapper<Hint>> hints = new EnumMap<>(Field.class);
    private Optional<Secret> password = Optional.empty();
    private Optional<Candidate> confirmed = Optional.empty();

    public AccountModel(Symptom symptom, Needs needs, Way way) {
        this.symptom = symptom;
        this.way = way;
        contacts = needs.contacts();
        book = needs.book();
        fx = needs.fx();
        texts = needs.texts();
        slipHints = new SlipHints(book, texts, this::put);
        addressHint = new AddressHint(texts);
        lookup = new AddressLookup(needs.finder(), needs.fx(), contacts::sources);
        foundWords = new FoundWords(book, texts);
        paste = new PasteModel(new SettingsReader(book), needs.background(), needs.fx(), this::take, texts);
        for (Field field : Field.values()) {
            hints.put(field, new ReadOnlyObjectWrapper<>());
        }
        address.subscribe(typed -> {
            waiting.set(false);
            lookup.typed(typed);
            changed();
        });
        host.subscribe(_ -> changed());
        port.subscribe(_ -> changed());
        security.subscribe(_ -> changed());
        user.subscribe(_ -> changed());
        recipient.subscribe(_ -> changed());
        send.subscribe(_ -> changed());
        manual.subscribe(_ -> changed());
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
        return address;
    }

    public StringProperty hostProperty() {
        return host;
    }

    public StringProperty portProperty() {
        return port;
    }

    public ObjectProperty<Security> securityProperty() {
        return security;
    }

    public StringProperty userProperty() {
        return user;
    }

    public StringProperty recipientProperty() {
        return recipient;
    }

    public BooleanProperty sendProperty() {
        return send;
    }

    /// Whether the person enters server, port and the like by hand; what was found is not used then.
    public ReadOnlyBooleanProperty manualProperty() {
        return manual;
    }

    /// True while a check-up waits for the settings to be found.
    public ReadOnlyBooleanProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /// True while a password is held that stands in no field any more.
    public ReadOnlyBooleanProperty keptProperty() {
        return kept.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Hint> hintProperty(Field field) {
        return hints.get(field).getReadOnlyProperty();
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

    /// Opens the fields for settings that the person was given, filled with what was found, or goes back to what was found.
    public void manual(boolean wanted) {
        if (wanted && host.get().isBlank()) {
            lookup.foundProperty().get().best().ifPresent(best -> {
                host.set(best.host());
                port.set(Integer.toString(best.port()));
                security.set(best.security());
                user.set(best.user().equals(address.get().strip()) ? "" : best.user());
            });
        }
        manual.set(wanted);
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
        show(Field.PASSWORD, Optional.empty());
    }

    /// Looks at a password in the making, and wipes the copy.
    ///
    /// @param mend takes the blanks out of the field; run when the person asks for it
    public void settlePassword(Secret copy, Runnable mend) {
        try (copy) {
            boolean blanks = !copy.isEmpty() && Slips.in(draft(Optional.of(copy)), book).stream()
                    .anyMatch(slip -> slip.kind() == Slip.Kind.PASSWORD_BLANKS);
            show(Field.PASSWORD, blanks ? Optional.of(Hint.caution(texts.get("paste.slip.password_blanks"))
                    .mending(texts.get("account.password.mend"), () -> {
                        mend.run();
                        show(Field.PASSWORD, Optional.empty());
                    })) : Optional.empty());
        }
    }

    /// The password without what is probably not part of it. Wipes `typed`; the caller wipes the result.
    public Secret withoutBlanks(Secret typed) {
        try (typed) {
            var slip = new Slip(Slip.Kind.PASSWORD_BLANKS, org.mailmedic.discover.slip.Field.PASSWORD, "", "");
            return Draft.EMPTY.withPassword(Optional.of(typed)).mended(slip).password().orElseThrow();
        }
    }

    /// The person has paused in a field or left it: says what there is to say about it, unless it is empty.
    public void settle(Field field) {
        if (field == Field.ADDRESS) {
            lookup.paused();
        }
        if (!text(field).isBlank()) {
            show(field, about(field, slipHints.in(draft(password))));
        }
    }

    /// The server that was found is the right one, says the person.
    public void confirm() {
        confirmed = lookup.foundProperty().get().best();
        show(Field.ADDRESS, Optional.empty());
    }

    public boolean isConfirmed() {
        return confirmed.isPresent() && confirmed.equals(lookup.foundProperty().get().best());
    }

    /// Starts the check-up, or says which field needs a look first. Where the settings are still being looked for, it starts when they
    /// are found.
    public Optional<Field> start() {
        waiting.set(false);
        Map<Field, Hint> slips = slipHints.in(draft(password));
        for (Field field : Field.values()) {
            show(field, about(field, slips));
        }
        for (Field field : Field.values()) {
            Hint hint = hints.get(field).get();
            if (hint != null && hint.isSlip()) {
                return Optional.of(field);
            }
        }
        if (!manual.get() && found().isEmpty()) {
            return withoutServer();
        }
        if (!manual.get() && password.isPresent() && found().orElseThrow().confirm() && !isConfirmed()) {
            show(Field.ADDRESS, Optional.of(Hint.caution(texts.get("account.confirm.first"))));
            return Optional.of(Field.ADDRESS);
        }
        if (password.isPresent() && userName().isEmpty()) {
            manual(true);
            show(Field.USER, Optional.of(Hint.slip(texts.get("account.user.needed"))));
            return Optional.of(Field.USER);
        }
        Settings settings = settings();
        lookup.cancel();
        way.check(new Errand(settings, contacts.options(), false));
        return Optional.empty();
    }

    public void back() {
        leave();
        way.start();
    }

    /// The page is left: nothing is looked for any more.
    public void leave() {
        waiting.set(false);
        lookup.cancel();
    }

    private Optional<Candidate> found() {
        return lookup.foundProperty().get().best();
    }

    private Optional<Field> withoutServer() {
        lookup.paused();
        if (lookup.foundProperty().get().phase() == Found.Phase.LOOKING) {
            waiting.set(true);
            return Optional.empty();
        }
        if (found().isPresent()) {
            return start();
        }
        manual(true);
        return Optional.of(Field.HOST);
    }

    private void heard(Found found) {
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
        Optional<EmailAddress> to = EmailAddress.parse(recipient.get());
        Optional<EmailAddress> own = EmailAddress.parse(address.get());
        Optional<EmailAddress> from = own.filter(sender -> !userName().equals(Optional.of(sender.toString())));
        boolean sends = send.get() && to.isPresent();
        if (manual.get()) {
            return new Settings(host.get(), portNumber(), security.get(), login(), Optional.empty(), from, to, symptom, sends, false);
        }
        Candidate best = found().orElseThrow();
        return new Settings(best.host(), OptionalInt.of(best.port()), best.security(), login(), Optional.empty(), from, to, symptom, sends, false);
    }

    private OptionalInt portNumber() {
        return draft(Optional.empty()).portNumber();
    }

    private Login login() {
        return userName().<Login>map(name -> password.<Login>map(secret -> new Login.Password(name, secret))
                .orElseGet(() -> new Login.NameOnly(name))).orElseGet(Login.None::new);
    }

    /// What is signed in with; empty when nobody knows it.
    private Optional<String> userName() {
        String typed = user.get().strip();
        if (manual.get() && !typed.isEmpty()) {
            return Optional.of(typed);
        }
        String usual = manual.get() ? address.get().strip() : found().map(Candidate::user).orElse("");
        return Optional.of(usual).filter(name -> !name.isEmpty());
    }

    /// Fills the fields with what was pasted.
    private void take(Draft draft) {
        host.set(draft.host());
        port.set(draft.port());
        security.set(draft.security());
        Optional<EmailAddress> own = draft.sender();
        if (address.get().isBlank() && own.isPresent()) {
            address.set(own.get().toString());
        }
        user.set(draft.user().equals(address.get().strip()) ? "" : draft.user());
        if (recipient.get().isBlank()) {
            recipient.set(draft.to());
        }
        draft.password().ifPresent(secret -> password(secret.copy()));
        manual.set(true);
        for (Field field : Field.values()) {
            settle(field);
        }
    }

    private void put(Field field, String value) {
        switch (field) {
            case ADDRESS -> address.set(value);
            case HOST -> host.set(value);
            case PORT -> port.set(value);
            case SECURITY -> Security.of(value).ifPresent(security::set);
            case USER -> user.set(value);
            case RECIPIENT -> recipient.set(value);
            case PASSWORD -> { }
        }
    }

    private void changed() {
        Map<Field, Hint> slips = slipHints.in(draft(password));
        for (Field field : Field.values()) {
            if (hints.get(field).get() != null && field != Field.PASSWORD) {
                show(field, about(field, slips));
            }
        }
    }

    private void show(Field field, Optional<Hint> hint) {
        hints.get(field).set(hint.orElse(null));
    }

    private String text(Field field) {
        return switch (field) {
            case ADDRESS -> address.get();
            case HOST -> host.get();
            case PORT -> port.get();
            case SECURITY -> security.get().id();
            case USER -> user.get();
            case PASSWORD -> "";
            case RECIPIENT -> recipient.get();
        };
    }

    /// What counts as typed: the fields under "other settings" only while they are in use.
    private Draft draft(Optional<Secret> secret) {
        String to = recipient.get().strip();
        String from = address.get().strip();
        return manual.get() ? new Draft(host.get(), port.get().strip(), security.get(), user.get().isBlank() ? "" : user.get(), from, to, secret)
                : new Draft(found().map(Candidate::host).orElse(""), "", Security.AUTO, "", from, to, secret);
    }

    private Optional<Hint> about(Field field, Map<Field, Hint> slips) {
        Optional<Hint> slip = Optional.ofNullable(slips.get(field));
        return switch (field) {
            case ADDRESS -> slip.or(() -> manual.get() || !address.get().isBlank() ? addressHint.about(address.get(), address::set)
                    : Optional.of(Hint.slip(texts.get("account.address.missing"))));
            case HOST -> slip.or(this::aboutHost);
            case PORT -> slip;
            case SECURITY -> slip.or(() -> manual.get() && security.get() == Security.NONE
                    ? Optional.of(Hint.caution(texts.get("account.security.open"))) : Optional.empty());
            case USER -> slip.or(() -> manual.get() ? addressHint.aboutUser(user.get(), user::set) : Optional.empty());
            case PASSWORD -> Optional.ofNullable(hints.get(Field.PASSWORD).get());
            case RECIPIENT -> slip.or(this::aboutRecipient);
        };
    }

    private Optional<Hint> aboutHost() {
        return manual.get() && HostName.read(host.get()) instanceof HostName.Slip(var kind, var _, var _) && kind == HostName.Kind.EMPTY
                ? Optional.of(Hint.slip(texts.get("account.host.empty"))) : Optional.empty();
    }

    private Optional<Hint> aboutRecipient() {
        if (recipient.get().isBlank()) {
            return send.get() ? Optional.of(Hint.slip(texts.get("account.recipient.missing"))) : Optional.empty();
        }
        boolean senderless = EmailAddress.parse(address.get()).isEmpty() && EmailAddress.parse(user.get()).isEmpty();
        return addressHint.about(recipient.get(), recipient::set).or(() -> senderless
                ? Optional.of(Hint.caution(texts.get("account.recipient.no_sender"))) : Optional.empty());
    }
}
