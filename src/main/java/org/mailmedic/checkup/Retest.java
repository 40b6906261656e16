package org.mailmedic.checkup;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailmedic.evidence.EvidenceKind.Place;
import org.mailmedic.plan.Controls;
import org.mailmedic.plan.Options;
import org.mailmedic.plan.Options.Profile;
import org.mailmedic.plan.Stage;
import org.mailmedic.report.Report;
import org.mailmedic.report.Seen;
import org.mailmedic.report.Witnesses;
import org.mailmedic.settings.Settings;

/// *Check again*, no longer than needed. Every station depends on the connection before it, so the one dialogue is always held anew;
/// what can be left out are the comparisons beside it, where the earlier findings did not rest on any.
///
/// Where that short look shows something new, the comparisons are needed to tell whose fault it is, and everything is looked at after all,
/// unless the password has been used by then: it is not used twice.
public final class Retest {
    /// What comes from elsewhere than the dialogue.
    private static final Set<Place> BESIDE = EnumSet.of(Place.NAMES, Place.COMPARISON, Place.SURROUNDINGS, Place.TEXT, Place.RECORDS);

    private final Checkup checkup;

    public Retest(Checkup checkup) {
        this.checkup = checkup;
    }

    /// Starts the look at what failed and what depends on it; see [Checkup#start].
    ///
    /// @param usual    how everything would be looked at
    /// @param listener hears a second [Progress.Began] when everything is looked at after all, and one [Progress.Ended]
    public Running start(Settings settings, Options usual, Report earlier, Consumer<Progress> listener) throws IOException {
        Options narrowed = narrowed(earlier, usual);
        if (narrowed.equals(usual)) {
            return checkup.start(settings, usual, listener);
        }
        var relay = new Relay(settings, usual, earlier, listener);
        return relay.start(narrowed);
    }

    /// What has to be looked at again: `usual`, or the one dialogue alone.
    static Options narrowed(Report earlier, Options usual) {
        if (usual.profile() == Profile.QUICK || earlier.outcome() != Report.Outcome.PROBLEM || restedOnComparisons(earlier)) {
            return usual;
        }
        return usual.withProfile(Profile.QUICK).withResolvers(List.of()).withControls(Controls.none());
    }

    private static boolean restedOnComparisons(Report report) {
        List<String> because = Witnesses.because(report);
        return Seen.in(report).stream().filter(seen -> because.contains(seen.id())).anyMatch(Retest::besideTheWay);
    }

    private static boolean besideTheWay(Seen seen) {
        return seen.has("role") && !seen.onTarget() || BESIDE.stream().anyMatch(seen::at);
    }

    /// Whether a short look is not enough to answer.
    static boolean needsAll(Report earlier, Report shortLook) {
        boolean sameAnswer = shortLook.outcome() == Report.Outcome.HEALTHY
                || (shortLook.outcome() == earlier.outcome() && code(shortLook).equals(code(earlier)));
        return !sameAnswer && !signedIn(shortLook);
    }

    private static String code(Report report) {
        return report.headline().map(Report.Verdict::code).orElse("");
    }

    private static boolean signedIn(Report report) {
        return report.stages().stream().anyMatch(stage -> stage.stage().equals(Stage.SIGN_IN.id())
                && Set.of(StageStatus.OK.id(), StageStatus.WARNING.id(), StageStatus.FAILED.id()).contains(stage.status()));
    }

    /// Two check-ups that look like one from outside.
    private final class Relay {
        private final Settings settings;
        private final Options usual;
        private final Report earlier;
        private final Consumer<Progress> listener;
        private final AtomicReference<Running> second = new AtomicReference<>();
        private @Nullable Running first;
        private boolean cancelled;
        private final Running whole = new Running(this::cancel);

        private Relay(Settings settings, Options usual, Report earlier, Consumer<Progress> listener) {
            this.settings = settings;
            this.usual = usual;
            this.earlier = earlier;
            this.listener = listener;
        }

        private Running start(Options narrowed) throws IOException {
            synchronized (this) {
                first = checkup.start(settings, narrowed, this::hear);
            }
            first.whenOver((report, bug) -> {
                if (second.get() == null) {
                    complete(report, bug);
                }
            });
            return whole;
        }

        private void hear(Progress event) {
            if (event instanceof Progress.Ended(var report) && needsAll(earlier, report) && goOn()) {
                return;
            }
            listener.accept(event);
        }

        /// @return whether everything is being looked at now
        private synchronized boolean goOn() {
            if (cancelled) {
                return false;
            }
            try {
                Running all = checkup.start(settings, usual, listener);
                second.set(all);
                all.whenOver(this::complete);
                return true;
            } catch (IOException authoritiesGone) {
                // the short look's answer stands
                return false;
            }
        }

        private void complete(Optional<Report> report, Optional<Throwable> bug) {
            report.ifPresent(whole.report()::complete);
            bug.ifPresent(whole.report()::completeExceptionally);
        }

        private synchronized void cancel() {
            cancelled = true;
            Optional.ofNullable(first).ifPresent(Running::cancel);
            if (second.get() != null) {
                second.get().cancel();
            }
        }
    }
}
