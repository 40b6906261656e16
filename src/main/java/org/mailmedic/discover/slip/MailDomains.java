package org.mailmedic.discover.slip;

import java.util.Optional;
import org.mailmedic.provider.ProviderBook;

/// Slips in the domain of an address.
public final class MailDomains {
    private MailDomains() {}

    /// The known mail domain that `typed` (lower case) is one slip away from, as `gmial.com` is from `gmail.com`.
    public static Optional<String> meant(String typed, ProviderBook book) {
        return book.byMailDomain(typed).isPresent() ? Optional.empty() : book.allDomains().filter(known -> Typo.inLetters(typed, known))
                .findFirst();
    }
}
