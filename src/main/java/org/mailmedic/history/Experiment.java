package org.mailmedic.history;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mailmedic.report.Report;
import org.mailmedic.report.Seen;
import org.mailmedic.report.diff.ReportDiff;

/// Before → what was changed → after, and what the two check-ups say about it. Pure.
///
/// It lives here since it outlasts a check-up: it joins two reports of the history.
public record Experiment(Report before, Intervention intervention, Report after) {
    /// What is typed together with a password.
    private static final Set<String> WITH_PASSWORD = Set.of("user", "auth", "from");
    private static final Set<String> TRIED = Set.of("ok", "warning", "failed");
    /// Interfaces of containers and virtual machines come and go without anybody's doing.
    private static final Pattern PASSING = Pattern.compile("(veth|docker|br-|virbr|vnet).*");

    /// What may be said, and no more: two looks show that something changed, seldom why. The sentences are `conclusion.<id>` in
    /// `text/experiment.properties`, and where there is one for the kind of change, `conclusion.<id>.<kind>`.
    public enum Conclusion {
        /// It did not work and works now, after this one change.
        HELPED,
        /// Mail gets further than before.
        HELPED_A_STEP,
        /// The same trouble as before: this was not it.
        NO_DIFFERENCE,
        /// Mail stops at a station that it passed before.
        MADE_IT_WORSE,
        /// Another reason at the same station.
        OTHER_REASON,
        /// It worked before and still does.
        WORKS_EITHER_WAY,
        /// The settings differ too, so that nobody can tell which of the two it was.
        TWO_CHANGES,
        /// This computer was connected in another way, so that nobody can tell which of the two it was.
        OTHER_CONNECTION,
        /// New settings were named, and both check-ups used the same ones.
        SAME_SETTINGS,
        /// A new password was named, and the sign-in was not reached both times.
        NOT_SIGNED_IN,
        /// Different servers, or one of the two could not tell.
        CANNOT_TELL;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Conclusion conclusion() {
        if (before.outcome() == Report.Outcome.INCONCLUSIVE) {
            return Conclusion.CANNOT_TELL;
        }
        ReportDiff diff = ReportDiff.between(before, after);
        Conclusion seen = switch (diff.conclusion()) {
            case FIXED -> Conclusion.HELPED;
            case BROKEN, EARLIER -> Conclusion.MADE_IT_WORSE;
            case FURTHER -> Conclusion.HELPED_A_STEP;
            case SAME, SAME_PROBLEM -> same();
            case OTHER_PROBLEM -> Conclusion.OTHER_REASON;
            case STILL_FINE -> Conclusion.WORKS_EITHER_WAY;
            case OTHER_SERVER, UNCLEAR, STILL_UNCLEAR, CLEARLY_FINE, CLEARLY_STOPPED -> Conclusion.CANNOT_TELL;
        };
        return seen == Conclusion.CANNOT_TELL ? seen : doubt(diff).orElse(seen);
    }

    /// What forbids to credit the change with what was seen.
    private Optional<Conclusion> doubt(ReportDiff diff) {
        Set<String> settings = diff.changes().stream().filter(change -> change.topic() == ReportDiff.Topic.SETTING)
                .map(ReportDiff.Change::subject)
                .collect(Collectors.toSet());
        return switch (intervention.kind()) {
            case SETTINGS -> settings.isEmpty() ? Optional.of(Conclusion.SAME_SETTINGS) : Optional.empty();
            case PASSWORD -> !WITH_PASSWORD.containsAll(settings) ? Optional.of(Conclusion.TWO_CHANGES)
                    : triedToSignIn(before) && triedToSignIn(after) ? Optional.empty() : Optional.of(Conclusion.NOT_SIGNED_IN);
            case VPN_OFF, VPN_ON, OTHER_NETWORK -> settings.isEmpty() ? Optional.empty() : Optional.of(Conclusion.TWO_CHANGES);
            case ANTIVIRUS_OFF, ANTIVIRUS_ON, FIREWALL_OFF, FIREWALL_ON, ROUTER_RESTARTED, COMPUTER_RESTARTED, ASKED_THEM, WAITED, OTHER ->
                    !settings.isEmpty() ? Optional.of(Conclusion.TWO_CHANGES)
                            : connectedOtherwise() ? Optional.of(Conclusion.OTHER_CONNECTION) : Optional.empty();
        };
    }

    private static boolean triedToSignIn(Report report) {
        return report.stages().stream().anyMatch(stage -> stage.stage().equals("sign_in") && TRIED.contains(stage.status()));
    }

    /// Whether both saw this computer's network interfaces, and not the same ones.
    private boolean connectedOtherwise() {
        Optional<Set<String>> then = interfaces(before);
        Optional<Set<String>> now = interfaces(after);
        return then.isPresent() && now.isPresent() && !then.equals(now);
    }

    private static Optional<Set<String>> interfaces(Report report) {
        return report.evidence().stream().map(Seen::new).filter(seen -> seen.has("interfaces")).findFirst()
                .map(seen -> seen.parts("interfaces").stream().map(each -> each.text("name"))
                        .filter(name -> !PASSING.matcher(name).matches())
                        .collect(Collectors.toSet()));
    }

    private Conclusion same() {
        return switch (after.outcome()) {
            case HEALTHY -> Conclusion.WORKS_EITHER_WAY;
            case PROBLEM -> Conclusion.NO_DIFFERENCE;
            case INCONCLUSIVE -> Conclusion.CANNOT_TELL;
        };
    }

    /// The key of the sentence for this kind of change; where the book has none, `conclusion.<id>` has the general one.
    public String key() {
        boolean refusedAgain = conclusion() == Conclusion.NO_DIFFERENCE && intervention.kind() == Intervention.Kind.OTHER
                && after.headline().map(verdict -> verdict.stage().equals("sign_in")).orElse(false);
        return refusedAgain ? "conclusion.no_difference.password" : "conclusion." + conclusion().id() + "." + intervention.kind().id();
    }
}
