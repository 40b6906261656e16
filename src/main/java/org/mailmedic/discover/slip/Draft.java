package org.mailmedic.discover.slip;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.Secret;
import org.mailmedic.settings.Security;

/// Settings as they were typed or pasted, slips and all. An empty text means that nothing was given.
///
/// @param port     as text, since it may be no number
/// @param password wiped by whoever made the draft
public record Draft(String host, String port, Security security, String user, String from, String to, Optional<Secret> password) {
    public static final Draft EMPTY = new Draft("", "", Security.AUTO, "", "", "", Optional.empty());

    /// The port when it is one.
    public OptionalInt portNumber() {
        return port.matches("[0-9]{1,5}") && Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= 65535
                ? OptionalInt.of(Integer.parseInt(port)) : OptionalInt.empty();
    }

    public String text(SlipField field) {
        return switch (field) {
            case HOST -> host;
            case PORT -> port;
            case SECURITY -> security.id();
            case USER -> user;
            case PASSWORD -> password.map(Secret::toString).orElse("");
            case FROM -> from;
            case TO -> to;
        };
    }

    /// With one field changed. For the password see [#mended].
    public Draft with(SlipField field, String value) {
        return switch (field) {
            case HOST -> new Draft(value, port, security, user, from, to, password);
            case PORT -> new Draft(host, value, security, user, from, to, password);
            case SECURITY -> new Draft(host, port, Security.of(value).orElse(security), user, from, to, password);
            case USER -> new Draft(host, port, security, value, from, to, password);
            case PASSWORD -> this;
            case FROM -> new Draft(host, port, security, user, value, to, password);
            case TO -> new Draft(host, port, security, user, from, value, password);
        };
    }

    public Draft withPassword(Optional<Secret> other) {
        return new Draft(host, port, security, user, from, to, other);
    }

    /// What the button beside a slip does: puts in what was suggested, or takes the blanks out of the password.
    public Draft mended(Slip slip) {
        return slip.field() == SlipField.PASSWORD ? withPassword(password.map(Draft::withoutBlanks)) : slip.suggestion().isEmpty() ? this
                : with(slip.field(), slip.suggestion());
    }

    /// The address that this mail comes from, as far as it can be told.
    public Optional<EmailAddress> sender() {
        return EmailAddress.parse(from).or(() -> EmailAddress.parse(user));
    }

    private static Secret withoutBlanks(Secret password) {
        char[] all = password.chars();
        var kept = new char[all.length];
        int count = 0;
        for (char c : all) {
            if (!SlipWords.blankOrInvisible(c)) {
                kept[count++] = c;
            }
        }
        char[] exact = Arrays.copyOf(kept, count);
        var mended = Secret.of(exact);
        Arrays.fill(all, '\0');
        Arrays.fill(kept, '\0');
        Arrays.fill(exact, '\0');
        return mended;
    }
}
