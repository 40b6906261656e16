package org.mailmedic.diagnosis.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.provider.Provider;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.EmailAddress;

/// `settings.host_typo`: the name does not resolve, or nothing there speaks SMTP, and it is one slip away from a known
/// provider's server or from the server of the person's own domain.
final class HostTypoRule implements Rule {
    private final ProviderBook book;

    HostTypoRule(ProviderBook book) {
        this.book = book;
    }

    @Override
    public Stream<Finding> examine(CaseFile file) {
        if (!file.plan().possible() || file.plan().literal()) {
            return Stream.empty();
        }
        var names = NameAnswers.of(file);
        boolean unresolved = names.system().isPresent() && names.system().get().denies() && !names.othersKnowIt();
        boolean deaf = names.system().isPresent() && names.system().get().answers() && new Reach(file).lost();
        String typed = file.plan().host().toLowerCase(Locale.ROOT);
        if (!unresolved && !deaf || book.byHost(typed).isPresent()) {
            return Stream.empty();
        }
        return meant(typed, file, unresolved).stream().map(suggestion -> Finding.of(Code.SETTINGS_HOST_TYPO, unresolved ? 0.92 : 0.7,
                Facts.of("typed", typed).and("suggestion", suggestion),
                unresolved ? names.all() : file.evidence().stream()));
    }

    private Optional<String> meant(String typed, CaseFile file, boolean unresolved) {
        return book.allHosts().filter(host -> OneSlip.inLetters(typed, host)).findFirst()
                .or(() -> ownServer(typed, file, unresolved))
                .or(() -> book.allHosts().filter(host -> OneSlip.inEnding(typed, host)).findFirst())
                .or(() -> submissionSideOf(typed));
    }

    /// The typed name with its closing labels replaced by the person's own domain, where that is one slip.
    private static Optional<String> ownServer(String typed, CaseFile file, boolean unresolved) {
        Optional<String> domain = file.settings().sender().or(() -> file.settings().login().userName().flatMap(EmailAddress::parse))
                .map(address -> address.domain().toLowerCase(Locale.ROOT));
        return domain.flatMap(own -> Stream.of("smtp." + own, "mail." + own, firstLabel(typed) + "." + own, own)
                .filter(candidate -> OneSlip.inLetters(typed, candidate) || unresolved && OneSlip.inEnding(typed, candidate))
                // A second domain under another ending is common: only a name that does not exist at all shows a slip there.
                .filter(candidate -> unresolved || !OneSlip.inEnding(typed, candidate))
                .findFirst());
    }

    private static String firstLabel(String name) {
        return name.split("\\.", 2)[0];
    }

    /// The provider's mail domain itself, or the server for receiving, in place of the one for sending.
    private Optional<String> submissionSideOf(String typed) {
        Optional<String> byDomain = book.byDomain(typed).map(HostTypoRule::firstHost);
        return byDomain.or(() -> typed.matches("(imap|imaps|pop|pop3|www|webmail)\\..+")
                ? book.byHost("smtp." + typed.split("\\.", 2)[1]).map(_ -> "smtp." + typed.split("\\.", 2)[1]) : Optional.empty());
    }

    private static String firstHost(Provider provider) {
        return provider.servers().getFirst().host();
    }
}
