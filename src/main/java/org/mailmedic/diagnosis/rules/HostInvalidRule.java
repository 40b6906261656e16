package org.mailmedic.diagnosis.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.FactText;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.HostName;

/// `settings.host_invalid`: not a host name or address, but a URL, an e-mail address, blanks, a port inside the field …
final class HostInvalidRule implements Rule {
    private final ProviderBook book;

    HostInvalidRule(ProviderBook book) {
        this.book = book;
    }

    @Override
    public Stream<Finding> examine(CaseFile file) {
        if (!(HostName.read(file.settings().host()) instanceof HostName.Slip(var kind, var typed, var suggestion))
                || kind == HostName.Kind.EMPTY) {
            return Stream.empty();
        }
        return Stream.of(Finding.of(Code.SETTINGS_HOST_INVALID, 1, Facts.of("slip", kind.name().toLowerCase(Locale.ROOT))
                .and("typed", FactText.oneLine(typed))
                .and("suggestion", suggestion.or(() -> providersHost(typed)).orElse(""))));
    }

    /// Somebody's address was typed: the server of their provider is meant.
    private Optional<String> providersHost(String typed) {
        return EmailAddress.parse(typed).flatMap(address -> book.byDomain(address.domain()))
                .map(provider -> provider.servers().getFirst().host());
    }
}
