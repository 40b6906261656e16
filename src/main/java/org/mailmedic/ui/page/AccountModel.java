package org.mailmedic.ui.page;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
import org.mailmedic.plan.Options;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Secret;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;
import org.mailmedic.settings.Symptom;
import org.mailmedic.ui.part.Hint;
import org.mailmedic.ui.part.Texts;

/// What is typed on the account page, and what is to be said about it. A password is only ever held as a [Secret].
///
/// A hint disappears as soon as it no longer holds; a new one appears when the person pauses ([#settle]) or starts.
public final class AccountModel {
    private Symptom symptom;
    private final Options options;
    private final Way way;
    private final Texts texts;
    private final HostHint hostHint;
    private final PortHint portHint;
    private final AddressHint addressHint;
    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty host = new SimpleStringProperty("");
    private final StringProperty port = new SimpleStringProperty("");
    private final ObjectProperty<Security> security = new SimpleObjectProperty<>(Security.AUTO);
    private final StringProperty recipient = new SimpleStringProperty("");
    private final StringProperty sender = new SimpleStringProperty("");
    private final BooleanProperty send = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper kept = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper senderNeeded = new ReadOnlyBooleanWrapper();
    private final Map<Field, ReadOnlyObjectWrapper<Hint>> hints = new EnumMap<>(Field.class);
    private Optional<Secret> password = Optional.empty();

    public AccountModel(Symptom symptom, Options options, Way way, Texts texts) {
        this.symptom = symptom;
        this.options = options;
        this.way = way;
        this.texts = texts;
        hostHint = new HostHint(texts, host::set, port::set);
        portHint = new PortHint(texts, port::set, security::set);
        addressHint = new AddressHint(texts);
        for (Field field : Field.values()) {
            hints.put(field, new ReadOnlyObjectWrapper<>());
        }
        user.subscribe(_ -> changed(Field.USER, Field.PASSWORD, Field.SENDER));
        host.subscribe(_ -> changed(Field.HOST));
        port.subscribe(_ -> changed(Field.PORT));
        security.subscribe(_ -> changed(Field.PORT, Field.SECURITY));
        recipient.subscribe(_ -> changed(Field.RECIPIENT));
        sender.subscribe(_ -> changed(Field.SENDER));
        send.subscribe(_ -> changed(Field.RECIPIENT));
    }

    public Symptom symptom() {
        return symptom;
    }

    /// Another choice on the first page; what was typed stays.
    public void symptom(Symptom chosen) {
        symptom = chosen;
    }

    public StringProperty userProperty() {
        return user;
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

    public StringProperty recipientProperty() {
        return recipient;
    }

    public StringProperty senderProperty() {
        return sender;
    }

    public BooleanProperty sendProperty() {
        return send;
    }

    /// True while a password of an earlier check-up is still held.
    public ReadOnlyBooleanProperty keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /// True when a recipient is given and the user name cannot serve as the sender's address.
    public ReadOnlyBooleanProperty senderNeededProperty() {
        return senderNeeded.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Hint> hintProperty(Field field) {
        return hints.get(field).getReadOnlyProperty();
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

    /// The person has paused or left a field: says what there is to say about it, unless it is empty.
    public void settle(Field field) {
        if (!text(field).isBlank()) {
            show(field, about(field));
        }
    }

    /// Starts the check-up, or says which field needs a look first.
    public Optional<Field> start() {
        for (Field field : Field.values()) {
            show(field, about(field));
        }
        for (Field field : Field.values()) {
            Hint hint = hints.get(field).get();
            if (hint != null && hint.isSlip()) {
                return Optional.of(field);
            }
        }
        way.check(new Errand(settings(), options, false));
        return Optional.empty();
    }

    public void back() {
        way.start();
    }

    private Settings settings() {
        Optional<EmailAddress> to = EmailAddress.parse(recipient.get());
        Optional<EmailAddress> from = senderNeeded.get() ? EmailAddress.parse(sender.get()) : Optional.empty();
        OptionalInt number = PortHint.read(port.get());
        return new Settings(host.get(), number, security.get(), login(), Optional.empty(), from, to, symptom,
                send.get() && to.isPresent(), false);
    }

    private Login login() {
        String name = user.get().strip();
        if (name.isEmpty()) {
            return new Login.None();
        }
        return password.<Login>map(secret -> new Login.Password(name, secret)).orElseGet(() -> new Login.NameOnly(name));
    }

    private void changed(Field... fields) {
        senderNeeded.set(!recipient.get().isBlank() && EmailAddress.parse(user.get()).isEmpty());
        for (Field field : fields) {
            if (hints.get(field).get() != null) {
                show(field, about(field));
            }
        }
    }

    private void show(Field field, Optional<Hint> hint) {
        hints.get(field).set(hint.orElse(null));
    }

    private String text(Field field) {
        return switch (field) {
            case USER -> user.get();
            case HOST -> host.get();
            case PORT -> port.get();
            case SECURITY -> security.get().id();
            case PASSWORD -> "";
            case RECIPIENT -> recipient.get();
            case SENDER -> sender.get();
        };
    }

    private Optional<Hint> about(Field field) {
        return switch (field) {
            case USER -> addressHint.aboutUser(user.get(), user::set);
            case HOST -> hostHint.about(host.get());
            case PORT -> portHint.about(port.get(), security.get());
            case SECURITY -> security.get() == Security.NONE
                    ? Optional.of(Hint.caution(texts.get("account.security.open"))) : Optional.empty();
            case PASSWORD -> password.isPresent() && user.get().isBlank()
                    ? Optional.of(Hint.slip(texts.get("account.password.no_user"))) : Optional.empty();
            case RECIPIENT -> send.get() && recipient.get().isBlank()
                    ? Optional.of(Hint.slip(texts.get("account.recipient.missing"))) : addressHint.about(recipient.get(), recipient::set);
            case SENDER -> senderNeeded.get() ? addressHint.about(sender.get(), sender::set) : Optional.empty();
        };
    }
}
