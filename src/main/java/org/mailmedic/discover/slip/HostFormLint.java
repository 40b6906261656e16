package org.mailmedic.discover.slip;

import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.provider.Provider;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.HostName;
import org.mailmedic.settings.UserInfo;

/// What stands in the host field and is no host name.
final class HostFormLint implements Lint {
    @Override
    public Stream<Slip> look(Draft draft, ProviderBook book) {
        String typed = draft.host();
        String plain = SlipWords.plainWidth(typed);
        if (!plain.equals(typed) && !SlipWords.ascii(typed) && SlipWords.ascii(plain) && HostName.read(plain) instanceof HostName.Usable) {
            return Stream.of(new Slip(Slip.Kind.HOST_FULL_WIDTH, SlipField.HOST, typed, plain));
        }
        return switch (HostName.read(typed)) {
            case HostName.Usable(var ascii, var _) when typed.endsWith(".") ->
                    Stream.of(new Slip(Slip.Kind.HOST_TRAILING_DOT, SlipField.HOST, typed, ascii));
            case HostName.Usable(var _, var _) -> Stream.empty();
            case HostName.Slip(var kind, var _, var suggestion) -> kind(kind)
                    .map(found -> new Slip(found, SlipField.HOST, UserInfo.masked(typed),
                    suggestion.or(() -> serverOf(typed, book)).or(() -> deeper(typed)).orElse(""))).stream();
        };
    }

    /// Empty for an empty field.
    private static Optional<Slip.Kind> kind(HostName.Kind kind) {
        return switch (kind) {
            case EMPTY -> Optional.empty();
            case URL -> Optional.of(Slip.Kind.HOST_URL);
            case EMAIL_ADDRESS -> Optional.of(Slip.Kind.HOST_ADDRESS);
            case PATH -> Optional.of(Slip.Kind.HOST_PATH);
            case PORT_INSIDE -> Optional.of(Slip.Kind.HOST_PORT_INSIDE);
            case BLANKS -> Optional.of(Slip.Kind.HOST_BLANKS);
            case INVISIBLE -> Optional.of(Slip.Kind.HOST_INVISIBLE);
            case QUOTES -> Optional.of(Slip.Kind.HOST_QUOTES);
            case MIXED_SCRIPTS -> Optional.of(Slip.Kind.HOST_MIXED_SCRIPTS);
            case BAD_CHARACTER, TOO_LONG, BAD_LABEL, BAD_ADDRESS -> Optional.of(Slip.Kind.HOST_IMPOSSIBLE);
        };
    }

    /// An address in the host field: the server of its provider.
    private static Optional<String> serverOf(String typed, ProviderBook book) {
        return EmailAddress.parse(typed).flatMap(address -> book.byDomain(address.domain()).flatMap(p -> p.serversFor(address.domain())
                .stream().findFirst())
                .map(Provider.Server::host));
    }

    /// Two slips at once: mends the first and looks again.
    private static Optional<String> deeper(String typed) {
        String mended = SlipWords.visible(typed).replaceAll("[\"'`“”„‘’‚«»‹›<>()]", "");
        return switch (HostName.read(mended)) {
            case HostName.Usable(var _, var _) when mended.indexOf('.') > 0 && !mended.equals(typed) -> Optional.of(mended);
            case HostName.Usable(var _, var _) -> Optional.empty();
            case HostName.Slip(var _, var _, var suggestion) -> suggestion;
        };
    }
}
