package org.mailmedic.discover.slip;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.EmailAddress;

/// An address whose domain is one slip away from a known mail domain, `anna@gmial.com`, or has a comma for its dot.
final class AddressLint implements Lint {
    @Override
    public Stream<Slip> look(Draft draft, ProviderBook book) {
        return Stream.of(SlipField.USER, SlipField.FROM, SlipField.TO).flatMap(field -> slip(field, draft.text(field), book).stream());
    }

    private static Optional<Slip> slip(SlipField field, String typed, ProviderBook book) {
        String dotted = typed.strip().replace(',', '.');
        boolean comma = typed.indexOf('@') > 0 && typed.indexOf(',') > typed.indexOf('@') && typed.indexOf(',') == typed.lastIndexOf(',');
        if (comma && EmailAddress.parse(dotted).isPresent()) {
            return Optional.of(new Slip(Slip.Kind.ADDRESS_LETTERS, field, typed, dotted));
        }
        return EmailAddress.parse(typed).flatMap(address -> MailDomains.meant(address.domain().toLowerCase(Locale.ROOT), book)
                .map(domain -> new Slip(Slip.Kind.ADDRESS_LETTERS, field, typed, address.localPart() + "@" + domain)));
    }
}
