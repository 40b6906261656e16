package org.mailmedic.discover;

import java.util.Locale;
import java.util.Optional;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.HostName;

/// Whose settings are looked for.
///
/// @param address as it was typed
/// @param domain  its domain in ASCII and lower case (RFC 5891 A-labels)
public record Person(EmailAddress address, String domain) {
    /// Empty when `typed` cannot be an address, or when its domain is an IP address or has no dot.
    public static Optional<Person> parse(String typed) {
        return EmailAddress.parse(typed).flatMap(address -> HostName.read(address.domain()) instanceof HostName.Usable(var ascii,
                var literal)
                && !literal && ascii.indexOf('.') > 0 ? Optional.of(new Person(address, ascii.toLowerCase(Locale.ROOT)))
                : Optional.empty());
    }

    /// Whether `host` is the domain or lies below it.
    boolean owns(String host) {
        return host.equals(domain) || host.endsWith("." + domain);
    }
}
