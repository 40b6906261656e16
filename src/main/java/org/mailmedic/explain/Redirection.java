package org.mailmedic.explain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.explain.CauseCandidate.Weight;

/// The host of a large provider was asked, and somebody else's mail server answers: the hosting company turns connections round.
final class Redirection {
    private static final Pattern KNOWN_HOST = Pattern.compile("(?i)(?:gmail|google|office365|outlook|live|hotmail|yahoo|icloud|me|zoho|s"
            + "endgrid|mailgun|amazonaws|gmx|web|ionos|yandex|mail\\.ru|qq|163)\\.(?:com|net|de|org|eu|ru|[a-z]{2})$");
    private static final Pattern STRANGER = Pattern.compile("(?i)220[ -](?<banner>[\\w.-]{4,200}) ESMTP (?:Exim|Postfix)|We do not autho"
            + "rize the use of this system|Incorrect authentication data");

    private Redirection() {}

    static void lead(String text, FactReader.Facts facts, List<CauseCandidate> candidates) {
        boolean known = facts.host().filter(host -> KNOWN_HOST.matcher(host).find()).isPresent();
        var stranger = STRANGER.matcher(text);
        if (known && stranger.find() && !candidates.isEmpty()) {
            String banner = stranger.group("banner") == null ? "" : stranger.group("banner");
            if (banner.isEmpty() || !KNOWN_HOST.matcher(banner).find()) {
                candidates.add(0, new CauseCandidate(Finding.of(Code.PORT_BLOCKED_BY_HOSTING, 0.75, Facts.of("banner", banner).and("where",
                        "greeting")), List.of(Code.SMTP_REDIRECTED), Weight.WORDS,
                        TextReadings.line(text, stranger.start()).strip(), stranger.start(), stranger.end(), false, 0, Optional.empty()));
            }
        }
    }
}
