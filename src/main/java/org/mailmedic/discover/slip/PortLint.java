package org.mailmedic.discover.slip;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Spelling;

/// A port that is no number, is for receiving mail, or has its digits in a muddle. An unusual port by itself is no slip.
final class PortLint implements Lint {
    private static final List<String> USUAL = List.of("587", "465");
    /// Ports that mail is really submitted on, though they look like slips of each other.
    private static final Set<String> REAL = Set.of("25", "26", "465", "587", "2525", "2587", "2465", "8025", "8465");
    private static final Set<String> INCOMING = Set.of("110", "143", "220", "993", "995");
    private static final int DIGITS = 3;

    @Override
    public Stream<Slip> look(Draft draft, ProviderBook book) {
        String typed = draft.port();
        if (typed.isBlank()) {
            return Stream.empty();
        }
        String digits = SlipWords.plainWidth(typed).replaceAll("\\D", "");
        if (draft.portNumber().isEmpty()) {
            boolean sensible = draft.with(SlipField.PORT, digits).portNumber().isPresent();
            return Stream.of(new Slip(Slip.Kind.PORT_NO_NUMBER, SlipField.PORT, typed, sensible ? digits : usual(draft)));
        }
        if (INCOMING.contains(typed)) {
            return Stream.of(new Slip(Slip.Kind.PORT_INCOMING, SlipField.PORT, typed, usual(draft)));
        }
        if (REAL.contains(typed)) {
            return Stream.empty();
        }
        return USUAL.stream().filter(port -> muddled(typed, port)).limit(1)
                .map(port -> new Slip(Slip.Kind.PORT_SWAPPED, SlipField.PORT, typed, port));
    }

    private static String usual(Draft draft) {
        return Integer.toString(draft.security() == Security.TLS ? Security.TLS.usualPort() : Security.STARTTLS.usualPort());
    }

    private static boolean muddled(String typed, String port) {
        boolean shuffled = typed.length() == DIGITS && Spelling.rearranged(typed, port);
        return shuffled || Spelling.distance(typed, port) == 1;
    }
}
