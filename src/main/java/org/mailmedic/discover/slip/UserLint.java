package org.mailmedic.discover.slip;

import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.provider.Provider;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.EmailAddress;

/// A sign-in name that is not what the provider of this server takes.
final class UserLint implements Lint {
    @Override
    public Stream<Slip> look(Draft draft, ProviderBook book) {
        String typed = draft.user();
        if (typed.isBlank()) {
            return Stream.empty();
        }
        String visible = SlipWords.visible(typed);
        if (!visible.equals(typed) && (visible.equals(typed.strip()) || visible.indexOf('@') > 0)) {
            return Stream.of(new Slip(Slip.Kind.USER_BLANKS, SlipField.USER, typed, visible));
        }
        return book.byHost(draft.host()).filter(p -> !p.unverified().contains("user_name")).flatMap(p -> meant(p, draft))
                .filter(meant -> !meant.equals(typed)).map(meant -> new Slip(Slip.Kind.USER_FORM, SlipField.USER, typed, meant)).stream();
    }

    /// What was probably meant; an empty text when the form is wrong and only the person knows the right one.
    private static Optional<String> meant(Provider provider, Draft draft) {
        Optional<EmailAddress> address = EmailAddress.parse(draft.user());
        return switch (provider.userName()) {
            case LOCAL_PART -> address.map(EmailAddress::localPart);
            case OWN -> provider.login().isEmpty() ? Optional.empty() : Optional.of(provider.login());
            case ADDRESS -> address.isPresent() || draft.user().indexOf('@') >= 0 ? Optional.empty()
                    : Optional.of(completed(provider, draft));
        };
    }

    private static String completed(Provider provider, Draft draft) {
        Optional<String> from = EmailAddress.parse(draft.from()).filter(address -> address.localPart().equalsIgnoreCase(draft.user()))
                .map(EmailAddress::toString);
        // who hands out app passwords has mailboxes of its own; a hosting company's customers have their own domains
        boolean mailbox = provider.signIn() == Provider.SignIn.APP_PASSWORD || provider.signIn() == Provider.SignIn.OAUTH;
        return from.orElse(mailbox ? draft.user() + "@" + provider.domains().getFirst() : "");
    }
}
