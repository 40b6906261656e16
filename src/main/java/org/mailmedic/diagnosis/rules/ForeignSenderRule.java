package org.mailmedic.diagnosis.rules;

import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.Dialogue;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Reply;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.EmailAddress;

/// `send.sender_rejected` as a warning: the provider is known to take any sender at first, and to refuse after the message one that is not
/// the account's own. A check-up that sends no message cannot see that, and must not say that all is well.
final class ForeignSenderRule implements Rule {
    private static final String AFTER_MESSAGE = "message";
    private final ProviderBook book;

    ForeignSenderRule(ProviderBook book) {
        this.book = book;
    }

    @Override
    public Stream<Finding> examine(CaseFile file) {
        var settings = file.settings();
        Optional<EmailAddress> account = settings.login().userName().flatMap(EmailAddress::parse);
        Optional<EmailAddress> sender = settings.from();
        boolean differ = account.isPresent() && sender.isPresent()
                && !account.get().toString().equalsIgnoreCase(sender.get().toString());
        if (!differ || settings.send()) {
            return Stream.empty();
        }
        var dialogue = Dialogue.of(file);
        Optional<Evidence> seen = dialogue.envelope(Evidence.Part.SENDER)
                .filter(e -> e.outcome().seen().filter(Reply::positive).isPresent()).map(e -> (Evidence) e)
                .or(() -> dialogue.offers().isPresent() && dialogue.envelope(Evidence.Part.SENDER).isEmpty()
                        ? dialogue.hello().map(h -> (Evidence) h) : Optional.empty());
        return book.byHost(file.plan().host()).filter(provider -> book.details(provider).ownSender()
                        .filter(fact -> fact.value().equals(AFTER_MESSAGE)).isPresent()).stream()
                .flatMap(_ -> seen.stream()).map(e -> Finding.of(Code.SEND_SENDER_REJECTED, 0.7, Facts.of("seen", "foreign"),
                        e).asWarning());
    }
}
