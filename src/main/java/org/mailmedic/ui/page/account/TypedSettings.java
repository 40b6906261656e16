package org.mailmedic.ui.page.account;

import java.util.Optional;
import java.util.OptionalInt;
import org.mailmedic.discover.Candidate;
import org.mailmedic.discover.slip.Draft;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Secret;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;
import org.mailmedic.settings.Symptom;

/// What the fields come to. Those under "other settings" count only while they are in use; otherwise it is what was found for the address.
record TypedSettings(AccountFields fields, AddressLookup lookup) {
    Optional<Candidate> found() {
        return lookup.foundProperty().get().best();
    }

    Settings settings(Symptom symptom, Optional<Secret> password) {
        Optional<EmailAddress> to = EmailAddress.parse(fields.recipient().get());
        Optional<EmailAddress> own = EmailAddress.parse(fields.address().get());
        Optional<EmailAddress> from = own.filter(sender -> !userName().equals(Optional.of(sender.toString())));
        boolean sends = fields.send().get() && to.isPresent();
        if (fields.manual().get()) {
            return new Settings(fields.host().get(), draft(Optional.empty()).portNumber(), fields.security().get(), login(password),
                    Optional.empty(), from, to, symptom, sends, false);
        }
        Candidate best = found().orElseThrow();
        return new Settings(best.host(), OptionalInt.of(best.port()), best.security(), login(password), Optional.empty(), from, to, symptom,
                sends, false);
    }

    private Login login(Optional<Secret> password) {
        // whoever has an account signs in somewhere, also where the name for it is not known here
        Optional<String> name = userName().or(() -> fields.manual().get() ? Optional.empty()
                : Optional.of(fields.address().get().strip()).filter(text -> !text.isEmpty()));
        return name.<Login>map(known -> password.<Login>map(secret -> new Login.Password(known, secret))
                .orElseGet(() -> new Login.NameOnly(known))).orElseGet(Login.None::new);
    }

    /// What is signed in with; empty when nobody knows it.
    Optional<String> userName() {
        String typed = fields.user().get().strip();
        if (fields.manual().get() && !typed.isEmpty()) {
            return Optional.of(typed);
        }
        String usual = fields.manual().get() ? fields.address().get().strip() : found().map(Candidate::user).orElse("");
        return Optional.of(usual).filter(name -> !name.isEmpty());
    }

    /// What slips are looked for in.
    Draft draft(Optional<Secret> password) {
        String to = fields.recipient().get().strip();
        String from = fields.address().get().strip();
        if (!fields.manual().get()) {
            return new Draft(found().map(Candidate::host).orElse(""), "", Security.AUTO, "", from, to, password);
        }
        String user = fields.user().get();
        return new Draft(fields.host().get(), fields.port().get().strip(), fields.security().get(), user.isBlank() ? "" : user, from, to,
                password);
    }
}
