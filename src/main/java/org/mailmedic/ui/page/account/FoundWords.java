package org.mailmedic.ui.page.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailmedic.advice.ReadableName;
import org.mailmedic.discover.Candidate;
import org.mailmedic.discover.Origin;
import org.mailmedic.provider.Provider;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.ui.part.Texts;

/// Puts what was found for an address into a sentence, with its source and whether that can be trusted.
final class FoundWords {
    private final ProviderBook book;
    private final Texts texts;

    FoundWords(ProviderBook book, Texts texts) {
        this.book = book;
        this.texts = texts;
    }

    /// `Gmail: smtp.gmail.com, port 465, encrypted (SSL/TLS)`.
    String title(Candidate candidate) {
        String server = texts.get("account.found.server", ReadableName.of(candidate.host()), Integer.toString(candidate.port()),
                texts.get("account.found.security." + candidate.security().id()));
        return book.byHost(candidate.host()).map(provider -> texts.get("account.found.named", provider.name(), server)).orElse(server);
    }

    /// Whether the person has to say that it is their provider's before a password goes there. A server of the built-in list is a
    /// provider's own, and has to prove its name: whoever made up the way to it gains nothing.
    boolean doubtful(Candidate candidate) {
        return candidate.confirm() && !known(candidate);
    }

    boolean known(Candidate candidate) {
        return book.byHost(candidate.host()).isPresent();
    }

    /// Where it comes from, who else says so, and what to make of it.
    String source(Found found) {
        Candidate best = found.best().orElseThrow();
        String domain = found.person().orElseThrow().domain();
        var sentences = new ArrayList<String>();
        List<Origin> others = found.confirmedBy();
        sentences.add(others.isEmpty() ? texts.get("account.found.in", from(best.origin(), domain))
                : texts.get("account.found.confirmed", from(best.origin(), domain), from(others.getFirst(), domain)));
        if (doubtful(best)) {
            sentences.add(texts.get("account.found.confirm", domain));
        } else if (!best.trusted() && !known(best)) {
            sentences.add(texts.get("account.found.untrusted"));
        }
        if (best.user().isEmpty()) {
            sentences.add(texts.get("account.found.own_name"));
        }
        return String.join(" ", sentences);
    }

    private String from(Origin origin, String domain) {
        return texts.get("account.found.from." + origin.id(), domain);
    }

    /// What people trip over with the provider, when it is in the book.
    Optional<String> note(Found found) {
        return found.best().flatMap(best -> book.byHost(best.host())).map(Provider::note).filter(note -> !note.isBlank());
    }

    /// The provider's own help page.
    Optional<String> help(Found found) {
        return found.best().flatMap(best -> book.byHost(best.host())).map(Provider::help).filter(page -> page.startsWith("https://"));
    }
}
