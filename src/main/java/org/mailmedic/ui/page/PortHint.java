package org.mailmedic.ui.page;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.mailmedic.settings.Security;
import org.mailmedic.ui.part.Hint;
import org.mailmedic.ui.part.Texts;

/// What is to be said about the port as typed, and about the protection that goes with it (RFC 8314 §3, RFC 6409).
final class PortHint {
    private static final Map<Integer, Integer> SWAPPED = Map.of(578, 587, 857, 587, 567, 587, 485, 465, 456, 465, 645, 465);
    /// Where mail is read, not sent: POP3 and IMAP.
    private static final Set<Integer> INCOMING = Set.of(110, 143, 993, 995);
    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;
    private static final int HIGHEST = 65_535;
    private final Texts texts;
    private final Consumer<String> setPort;
    private final Consumer<Security> setSecurity;

    PortHint(Texts texts, Consumer<String> setPort, Consumer<Security> setSecurity) {
        this.texts = texts;
        this.setPort = setPort;
        this.setSecurity = setSecurity;
    }

    /// The number that was typed, in whatever digits; empty when it is none between 1 and 65535, or nothing was typed.
    static OptionalInt read(String typed) {
        String digits = typed.strip();
        if (digits.isEmpty() || digits.length() > 5 || !digits.chars().allMatch(Character::isDigit)) {
            return OptionalInt.empty();
        }
        int port = Integer.parseInt(digits);
        return port >= 1 && port <= HIGHEST ? OptionalInt.of(port) : OptionalInt.empty();
    }

    Optional<Hint> about(String typed, Security security) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        OptionalInt port = read(typed);
        return port.isEmpty() ? Optional.of(Hint.slip(texts.get("account.port.impossible"))) : about(port.getAsInt(), security);
    }

    private Optional<Hint> about(int port, Security security) {
        if (SWAPPED.containsKey(port)) {
            int meant = SWAPPED.get(port);
            return Optional.of(Hint.caution(texts.get("account.port.unusual", text(port)))
                    .mending(texts.get("account.port.use", text(meant)), () -> setPort.accept(text(meant))));
        }
        if (INCOMING.contains(port)) {
            int meant = security == Security.TLS ? SUBMISSIONS : SUBMISSION;
            return Optional.of(Hint.caution(texts.get("account.port.incoming", text(port)))
                    .mending(texts.get("account.port.use", text(meant)), () -> setPort.accept(text(meant))));
        }
        if (port == SUBMISSIONS && security == Security.STARTTLS) {
            return Optional.of(fits(port, Security.TLS));
        }
        if (port == SUBMISSION && security == Security.TLS) {
            return Optional.of(fits(port, Security.STARTTLS));
        }
        return Optional.empty();
    }

    private Hint fits(int port, Security better) {
        String name = texts.get("account.security." + better.id());
        return Hint.caution(texts.get("account.port.other_security", text(port), name))
                .mending(texts.get("account.security.use", name), () -> setSecurity.accept(better));
    }

    private static String text(int port) {
        return Integer.toString(port);
    }
}
