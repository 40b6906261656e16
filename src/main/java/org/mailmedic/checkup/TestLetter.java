package org.mailmedic.checkup;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mailmedic.advice.TextBook;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Evidence.SignIn;
import org.mailmedic.evidence.Evidence.TlsHandshake;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.net.smtp.MessageSender.Letter;
import org.mailmedic.plan.Route;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.Settings;

/// The test message, which names the settings that worked: whoever finds it in the mailbox has the record of what to enter. No password,
/// and no user name, is in it.
///
/// @param clock this computer's wall clock
record TestLetter(EmailAddress from, EmailAddress to, TextBook texts, InstantSource clock) {
    static Optional<TestLetter> of(Settings settings, TextBook texts, InstantSource clock) {
        return settings.send() ? settings.to().map(to -> new TestLetter(settings.sender().orElse(to), to, texts, clock)) : Optional.empty();
    }

    /// @param evidence of the dialogue so far
    /// @param route    the way that the message goes
    Letter written(List<Evidence> evidence, Route route) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("host", route.host());
        facts.put("port", route.port());
        facts.put("address", route.addressText());
        facts.put("encryption", on(evidence, route, TlsHandshake.class).flatMap(t -> t.outcome().seen())
                .map(session -> texts.get("encrypted." + route.mode().id(), Map.of("protocol", session.protocol(), "cipher",
                        session.cipherSuite())))
                .orElseGet(() -> texts.get("unencrypted")));
        facts.put("signIn", on(evidence, route, SignIn.class).filter(s -> !(s.outcome() instanceof Outcome.Skipped<?>))
                .map(SignIn::mechanism).orElseGet(() -> texts.get("unsigned")));
        facts.put("times", evidence.stream().filter(e -> e.onRoute().filter(route::equals).isPresent() && e.outcome().seen().isPresent())
                .map(e -> texts.get("step." + e.kind().id(), Map.of("ms", Math.round(e.span().durationMs()))))
                        .collect(Collectors.joining(", ")));
        facts.put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS));
        return new Letter(from, to, texts.get("subject"), texts.get("body") + texts.get("settings", facts));
    }

    private static <E extends Evidence> Optional<E> on(List<Evidence> evidence, Route route, Class<E> kind) {
        return evidence.stream().filter(kind::isInstance).map(kind::cast).filter(e -> e.onRoute().filter(route::equals).isPresent())
                .reduce((_, last) -> last);
    }
}
