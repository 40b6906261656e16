package org.mailmedic.discover.slip;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailmedic.provider.Provider;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.HostName;
import org.mailmedic.settings.Spelling;

/// A host name that is well formed and probably not the one that was meant: another server for receiving, a mail domain, letters
/// swapped, another ending. Known servers and the person's own domain are compared.
final class HostTypoLint implements Lint {
    private static final Pattern INCOMING = Pattern.compile("(?:imaps?|imap4|pop3?s?)(\\d?|-[a-z0-9]{1,20})\\.(.{3,200})");
    private static final Set<String> NEAR_SMTP = Set.of("smpt", "stmp", "mstp", "smp", "stp", "smt", "sntp", "smttp", "smmtp", "smtpp");
    private static final Set<String> REAL = Set.of("email", "smtps", "esmtp", "mails", "emails", "asmtp", "smtpa", "smtpx");
    private static final Set<String> NEAR_MAIL = Set.of("mial", "maill", "mali", "amil", "maul");

    @Override
    public Stream<Slip> look(Draft draft, ProviderBook book) {
        if (!(HostName.read(draft.host()) instanceof HostName.Usable(var ascii, var literal)) || literal || ascii.indexOf('.') < 0) {
            return Stream.empty();
        }
        String host = ascii.toLowerCase(Locale.ROOT);
        if (book.byHost(host).isPresent()) {
            return Stream.empty();
        }
        Optional<String> own = draft.sender().map(address -> address.domain().toLowerCase(Locale.ROOT));
        return slip(Slip.Kind.HOST_ENDING, draft, renamed(host, book)).or(() -> slip(Slip.Kind.HOST_INCOMING, draft, incoming(host, book)))
                .or(() -> slip(Slip.Kind.HOST_MAIL_DOMAIN, draft, book.byDomain(host).flatMap(p -> first(p, host))))
                .or(() -> slip(Slip.Kind.HOST_LETTERS, draft, letters(host, own, book)))
                .or(() -> slip(Slip.Kind.HOST_ENDING, draft, ending(host, own, book))).stream();
    }

    private static Optional<Slip> slip(Slip.Kind kind, Draft draft, Optional<String> meant) {
        return meant.map(host -> new Slip(kind, SlipField.HOST, draft.host(), host));
    }

    private static Optional<String> first(Provider provider, String domain) {
        return provider.serversFor(domain).stream().map(Provider.Server::host).findFirst();
    }

    /// `smtp-relay.sendinblue.com`: a sender service under its former name.
    private static Optional<String> renamed(String host, ProviderBook book) {
        String label = firstLabel(host);
        return book.byDomain(host.substring(label.length() + 1)).filter(provider -> provider.signIn() == Provider.SignIn.KEY)
                .flatMap(provider -> provider.servers().stream().map(Provider.Server::host).filter(known -> known.startsWith(label + "."))
                        .findFirst());
    }

    /// `imap.gmail.com` and `imap-mail.outlook.com`, in the field for the outgoing server.
    private static Optional<String> incoming(String host, ProviderBook book) {
        Matcher matcher = INCOMING.matcher(host);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String rest = matcher.group(2);
        String twin = "smtp" + matcher.group(1) + "." + rest;
        return book.byHost(twin).map(_ -> twin).or(() -> book.byDomain(rest).flatMap(p -> first(p, rest)))
                .or(() -> Optional.of("smtp." + rest));
    }

    private static Optional<String> letters(String host, Optional<String> own, ProviderBook book) {
        return known(host, book).or(() -> service(host).flatMap(mended -> twoSlips(mended, own, book)))
                .or(() -> own.flatMap(domain -> inOwn(host, domain))).or(() -> service(host));
    }

    private static Optional<String> known(String host, ProviderBook book) {
        return book.allHosts().filter(meant -> Typo.inLetters(host, meant)).findFirst();
    }

    /// `smpt.gmial.com`, of which `smtp.gmial.com` is left when its first word is mended.
    private static Optional<String> twoSlips(String mended, Optional<String> own, ProviderBook book) {
        return known(mended, book).or(() -> own.flatMap(domain -> inOwn(mended, domain)));
    }

    /// `smtp.exmaple.org` for anna@example.org.
    private static Optional<String> inOwn(String host, String domain) {
        // these are names of their own, though they look like slips of `mail` and `smtp`
        return REAL.contains(firstLabel(host)) && host.endsWith("." + domain) ? Optional.empty()
                : Stream.of("smtp." + domain, "mail." + domain, firstLabel(host) + "." + domain)
                        .filter(meant -> Typo.inLetters(host, meant))
                        .findFirst();
    }

    private static Optional<String> service(String host) {
        String label = firstLabel(host);
        String rest = host.substring(label.length());
        if (rest.indexOf('.', 1) < 0) {
            return Optional.empty();
        }
        return NEAR_SMTP.contains(label) ? Optional.of("smtp" + rest) : NEAR_MAIL.contains(label) ? Optional.of("mail" + rest)
                : Optional.empty();
    }

    private static Optional<String> ending(String host, Optional<String> own, ProviderBook book) {
        Stream<String> ofOwn = own.stream().flatMap(domain -> Stream.of("smtp." + domain, "mail." + domain, firstLabel(host) + "."
                + domain));
        return Stream.concat(ofOwn, book.allHosts()).filter(meant -> Spelling.otherEnding(host, meant)).findFirst();
    }

    private static String firstLabel(String host) {
        return host.substring(0, host.indexOf('.'));
    }
}
