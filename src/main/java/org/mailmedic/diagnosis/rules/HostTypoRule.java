package org.mailmedic.diagnosis.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.NameAnswers;
import org.mailmedic.diagnosis.observation.OneSlip;
import org.mailmedic.diagnosis.observation.ServerReach;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.provider.Provider;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.Spelling;

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
        boolean deaf = names.system().isPresent() && names.system().get().answers() && new ServerReach(file).lost()
                && new ServerReach(file).gotOut();
        String typed = file.plan().host().toLowerCase(Locale.ROOT);
        if (!unresolved && !deaf || book.byHost(typed).isPresent()) {
            return Stream.empty();
        }
        Stream<Finding> byMx = inPlaceOf(typed, file).map(meant -> finding(typed, meant, 0.85, file)).stream();
        Stream<Finding> sure = letters(typed, file).map(meant -> finding(typed, meant, unresolved ? 0.92 : 0.7, file)).stream();
        Stream<Finding> guessed = unresolved
                ? ending(typed, file).map(meant -> finding(typed, meant, 0.75, file)).stream()
                : submissionSideOf(typed).map(meant -> finding(typed, meant, 0.75, file)).stream();
        return Stream.of(byMx, sure, guessed).flatMap(s -> s).limit(1);
    }

    /// The domain in place of its mail server: its MX record says where its mail lives, and the book which server of that provider sends.
    private Optional<String> inPlaceOf(String typed, CaseFile file) {
        List<String> hosts = file.all(Evidence.NameLookup.class).filter(Evidence.NameLookup::aboutMx)
                .flatMap(l -> l.outcome().seen().stream()).flatMap(answer -> answer.aliases().stream())
                .map(host -> host.toLowerCase(Locale.ROOT)).toList();
        Optional<String> provider = hosts.stream().flatMap(host -> book.byMx(host).stream()).map(HostTypoRule::firstHost).findFirst();
        return provider.or(() -> hosts.stream().filter(host -> !host.equals(typed)
                && host.endsWith("." + typed.replaceFirst("^www\\.", ""))).findFirst());
    }

    private static Finding finding(String typed, String meant, double confidence, CaseFile file) {
        return Finding.of(Code.SETTINGS_HOST_TYPO, confidence, Facts.of("typed", typed).and("suggestion", meant),
                file.evidence().stream().filter(e -> e instanceof Evidence.NameLookup || e instanceof Evidence.TcpConnect));
    }

    private Optional<String> letters(String typed, CaseFile file) {
        return Stream.concat(book.allHosts(), ownServers(typed, file)).filter(host -> OneSlip.inLetters(typed, host))
                .filter(host -> !Spelling.otherEnding(typed, host) || book.byHost(host).isPresent()).findFirst();
    }

    /// Somebody else's name under another ending is common, so this counts only for a name that does not exist at all.
    private Optional<String> ending(String typed, CaseFile file) {
        return Stream.concat(ownServers(typed, file), book.allHosts()).filter(host -> Spelling.otherEnding(typed, host)).findFirst();
    }

    /// How servers of the person's own domain are usually called, and the typed name moved into that domain.
    private static Stream<String> ownServers(String typed, CaseFile file) {
        return file.settings().sender().stream().map(address -> address.domain().toLowerCase(Locale.ROOT))
                .flatMap(own -> Stream.of("smtp." + own, "mail." + own, firstLabel(typed) + "." + own, own));
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
