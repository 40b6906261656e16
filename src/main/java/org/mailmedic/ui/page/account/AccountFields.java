package org.mailmedic.ui.page.account;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.mailmedic.settings.Security;

/// What stands in the fields of the account page; never the password. On the JavaFX thread.
///
/// @param send   whether a real test message is wanted
/// @param manual whether the person enters server, port and the like by hand
record AccountFields(StringProperty address, StringProperty host, StringProperty port, ObjectProperty<Security> security,
        StringProperty user,
                     StringProperty recipient, BooleanProperty send, BooleanProperty manual) {
    static AccountFields empty() {
        return new AccountFields(new SimpleStringProperty(""), new SimpleStringProperty(""), new SimpleStringProperty(""),
                new SimpleObjectProperty<>(Security.AUTO), new SimpleStringProperty(""), new SimpleStringProperty(""),
                new SimpleBooleanProperty(),
                new SimpleBooleanProperty());
    }

    /// Runs at each change of any field, and once for each of them now.
    void watch(Runnable changed) {
        for (Property<?> field : List.of(address, host, port, security, user, recipient, send, manual)) {
            field.subscribe(_ -> changed.run());
        }
    }

    /// What stands in the fields at one moment.
    record Values(String address, String host, String port, Security security, String user, String recipient, boolean send,
            boolean manual) {}

    Values values() {
        return new Values(address.get(), host.get(), port.get(), security.get(), user.get(), recipient.get(), send.get(), manual.get());
    }

    void put(Values values) {
        address.set(values.address());
        host.set(values.host());
        port.set(values.port());
        security.set(values.security());
        user.set(values.user());
        recipient.set(values.recipient());
        send.set(values.send());
        manual.set(values.manual());
    }

    String text(AccountField field) {
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

    /// @param value for [AccountField#SECURITY] its id
    void put(AccountField field, String value) {
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
}
