package org.mailmedic.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// What the person typed, as they typed it: a slip in a value is a finding of the check-up, not an exception here.
///
/// @param host      the outgoing mail server as typed, but for a password inside of it, as in a whole address; empty when none was given
/// @param port      1 to 65535; empty means the usual one for `security`
/// @param mechanism one SASL mechanism to force (RFC 4422); empty means the strongest offered
/// @param from      envelope sender; empty means the user name if that is an address
/// @param to        envelope recipient; empty means that no recipient is checked
/// @param send      whether one real test message is sent to `to`
/// @param allowPlaintextPassword whether signing in without encryption is permitted
public record Settings(String host, OptionalInt port, Security security, Login login, Optional<String> mechanism,
                       Optional<EmailAddress> from, Optional<EmailAddress> to, Symptom symptom, boolean send,
                       boolean allowPlaintextPassword) {

    public Settings {
        host = UserInfo.masked(host);
        if (port.isPresent() && (port.getAsInt() < 1 || port.getAsInt() > 65535)) {
            throw new IllegalArgumentException("a port lies between 1 and 65535");
        }
    }

    /// The barest settings: a host, everything else as usual.
    public static Settings of(String host) {
        return new Settings(host, OptionalInt.empty(), Security.AUTO, new Login.None(), Optional.empty(), Optional.empty(),
                Optional.empty(), Symptom.MAIL_PROGRAM, false, false);
    }

    /// A value that is needed and was left empty.
    public enum Need {
        HOST, USER, PASSWORD, RECIPIENT;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What is needed for what was asked, and is empty; in the order in which a form asks.
    public List<Need> missing() {
        List<Need> missing = new ArrayList<>();
        if (HostName.read(host) instanceof HostName.Slip(var kind, var _, var _) && kind == HostName.Kind.EMPTY) {
            missing.add(Need.HOST);
        }
        if (login.userName().map(String::isBlank).orElse(false)) {
            missing.add(Need.USER);
        }
        if (login.secret().map(Secret::isEmpty).orElse(false)) {
            missing.add(Need.PASSWORD);
        }
        if (send && to.isEmpty()) {
            missing.add(Need.RECIPIENT);
        }
        return missing;
    }

    public int effectivePort() {
        return port.orElse(security.usualPort());
    }

    /// The envelope sender: the one given, else the user name if it is an address.
    public Optional<EmailAddress> sender() {
        return from.or(() -> login.userName().flatMap(EmailAddress::parse));
    }

    public Settings withPort(int newPort) {
        return new Settings(host, OptionalInt.of(newPort), security, login, mechanism, from, to, symptom, send, allowPlaintextPassword);
    }

    public Settings withSecurity(Security other) {
        return new Settings(host, port, other, login, mechanism, from, to, symptom, send, allowPlaintextPassword);
    }

    public Settings withLogin(Login other) {
        return new Settings(host, port, security, other, mechanism, from, to, symptom, send, allowPlaintextPassword);
    }

    public Settings withMechanism(String name) {
        return new Settings(host, port, security, login, Optional.of(name), from, to, symptom, send, allowPlaintextPassword);
    }

    public Settings withFrom(EmailAddress sender) {
        return new Settings(host, port, security, login, mechanism, Optional.of(sender), to, symptom, send, allowPlaintextPassword);
    }

    public Settings withTo(EmailAddress recipient) {
        return new Settings(host, port, security, login, mechanism, from, Optional.of(recipient), symptom, send, allowPlaintextPassword);
    }

    public Settings withSymptom(Symptom other) {
        return new Settings(host, port, security, login, mechanism, from, to, other, send, allowPlaintextPassword);
    }

    public Settings sending() {
        return new Settings(host, port, security, login, mechanism, from, to, symptom, true, allowPlaintextPassword);
    }

    public Settings withoutSending() {
        return new Settings(host, port, security, login, mechanism, from, to, symptom, false, allowPlaintextPassword);
    }

    public Settings allowingPlaintextPassword() {
        return new Settings(host, port, security, login, mechanism, from, to, symptom, send, true);
    }
}
