package org.mailmedic.report;

import java.net.IDN;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Certainty;
import org.mailmedic.evidence.EvidenceKind;

/// The one rule for how a piece of evidence looks and which one speaks for a part of the journey, for the terminal, HTML, PDF and the
/// window. It looks at all evidence there is of a check-up, in whatever order it came, and judges nothing. Immutable.
///
/// What lies on the way to the server speaks for its station; what was only looked at beside it speaks where it decided the answer, and
/// what was seen on another way, at another server or by another resolver never does.
public final class Witnesses {
    /// What a clock may be off before it matters, in seconds.
    private static final double TOLERANCE_S = 300;
    /// RFC 1035 §2.3.4.
    private static final int LONGEST_NAME = 253;
    private final List<Seen> all;
    private final String host;

    /// @param all  what is known of one check-up so far
    /// @param host the server that was asked about, as it was typed
    public Witnesses(Collection<Seen> all, String host) {
        this.all = List.copyOf(all);
        this.host = name(host);
    }

    public static Witnesses of(Report report) {
        return new Witnesses(Seen.in(report), report.settings().get("host") instanceof String typed ? typed : "");
    }

    /// Lower-case and in ASCII (RFC 5891 §4.4), since that is how a resolver is asked.
    private static String name(String text) {
        String stripped = text.strip();
        if (stripped.endsWith(".")) {
            stripped = stripped.substring(0, stripped.length() - 1);
        }
        if (stripped.length() > LONGEST_NAME) {
            return stripped;
        }
        try {
            return IDN.toASCII(stripped).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noName) {
            return stripped.toLowerCase(Locale.ROOT);
        }
    }

    /// How it looks at first sight.
    public Tone tone(Seen seen) {
        if (seen.text("failure").equals("defect")) {
            return Tone.CAUTION;
        }
        boolean lure = seen.text("role").equals("canary") || seen.is(EvidenceKind.DNS_CANARY);
        return switch (seen.status()) {
            case "ok" -> lure || hollow(seen) || unexpected(seen) ? Tone.CAUTION : Tone.FINE;
            case "failed" -> lure ? Tone.FINE : failed(seen);
            default -> Tone.QUIET;
        };
    }

    /// Encrypted, but the certificate proves nothing.
    private static boolean hollow(Seen seen) {
        return seen.part("certificate").map(certificate -> !certificate.texts("problems").isEmpty()).orElse(false);
    }

    private static boolean unexpected(Seen seen) {
        return seen.is(EvidenceKind.PAGE) && seen.has("answer_status") && !seen.text("answer_status").equals(seen.text("expected_status"))
                || seen.is(EvidenceKind.CLOCK) && Math.abs(seen.number("ahead_s")) > TOLERANCE_S
                || seen.is(EvidenceKind.FIREWALL) && !seen.texts("rules").isEmpty()
                || seen.is(EvidenceKind.SENDER_DOMAIN) && !seen.parts("faults").isEmpty();
    }

    private Tone failed(Seen seen) {
        if (seen.text("failure").equals("cancelled") || seen.at(EvidenceKind.Place.SURROUNDINGS)) {
            return Tone.QUIET;
        }
        // a name has addresses of one kind, of the other, or of both
        if (seen.is(EvidenceKind.DNS) && seen.text("failure").equals("no_address") && !seen.text("type").equals("any")) {
            return seen.text("type").equals("AAAA") ? Tone.FINE : Tone.QUIET;
        }
        return !onTheWay(seen) || anotherWorks(seen) ? Tone.CAUTION : Tone.BROKEN;
    }

    /// A server with several addresses is reached when one of them answers.
    private boolean anotherWorks(Seen seen) {
        return seen.is(EvidenceKind.TCP) && doors(seen).anyMatch(Seen::ok);
    }

    private Stream<Seen> doors(Seen seen) {
        return all.stream().filter(each -> each.is(EvidenceKind.TCP) && each.onTarget() && each.text("port").equals(seen.text("port")));
    }

    /// Whether it is one address of the server that did not answer, while another one was not tried yet: during a check-up, that decides
    /// nothing.
    public boolean undecided(Seen seen) {
        long known = all.stream().filter(each -> each.is(EvidenceKind.DNS) && each.ok() && onTheWay(each))
                .flatMap(each -> each.texts("addresses").stream()).distinct().count();
        return seen.is(EvidenceKind.TCP) && seen.onTarget() && doors(seen).map(each -> each.text("address")).distinct().count() < known;
    }

    /// Whether it lies on the way that the mail takes: the system's own lookup of the server's name, and the one connection to it.
    public boolean onTheWay(Seen seen) {
        if (seen.at(EvidenceKind.Place.COMPARISON)) {
            return false;
        }
        return seen.is(EvidenceKind.DNS)
                ? seen.text("resolver").equals("system") && (host.isEmpty() || name(seen.text("name")).equals(host))
                : seen.onTarget();
    }

    /// Which one speaks for a part of the journey, in agreement with how that part ended.
    ///
    /// @param stages  of that part
    /// @param ended   how it ended
    /// @param because ids of what the answer rests on, the most important first
    public Optional<Seen> speaking(Collection<String> stages, Tone ended, List<String> because) {
        List<Seen> here = all.stream().filter(seen -> stages.contains(seen.stage()) && !seen.skipped())
                .sorted(Comparator.comparingDouble((Seen seen) -> seen.startedMs() + seen.durationMs()).thenComparing(Seen::id).reversed())
                .toList();
        List<Seen> way = here.stream().filter(this::onTheWay).toList();
        Stream<Seen> deciding = because.stream().flatMap(id -> here.stream().filter(seen -> seen.id().equals(id) && maySpeak(seen)));
        return switch (ended) {
            case FINE -> toned(way, Tone.FINE);
            case BROKEN -> deciding.filter(seen -> tone(seen) == Tone.BROKEN || tone(seen) == Tone.CAUTION)
                    .min(Comparator.comparing(seen -> !onTheWay(seen))).or(() -> toned(way, Tone.BROKEN));
            case CAUTION -> deciding.filter(seen -> tone(seen) != Tone.FINE && tone(seen) != Tone.QUIET).findFirst()
                    .or(() -> toned(way, Tone.CAUTION)).or(() -> toned(way, Tone.FINE));
            case QUIET -> Optional.empty();
        };
    }

    private boolean maySpeak(Seen seen) {
        return onTheWay(seen) || seen.text("role").isEmpty() && !seen.is(EvidenceKind.DNS) && !seen.is(EvidenceKind.DNS_CANARY);
    }

    private Optional<Seen> toned(List<Seen> some, Tone tone) {
        return some.stream().filter(seen -> tone(seen) == tone).findFirst();
    }

    /// Where along the way the one who has to act is: this device or the network around it. No such part may be ticked as if nothing were
    /// wrong there. Empty where it is neither, or not known.
    ///
    /// @return the stage, whose part then is worth a look
    public static Optional<Cause> cause(Report report) {
        return report.headline().flatMap(verdict -> switch (verdict.party()) {
            case "device" -> Optional.of(new Cause("settings", Certainty.SURE.reachedBy(verdict.confidence())));
            case "network" -> Optional.of(new Cause("network", Certainty.SURE.reachedBy(verdict.confidence())));
            default -> Optional.empty();
        });
    }

    /// @param stage whose part of the journey it is
    /// @param sure  whether that is more than likely
    public record Cause(String stage, boolean sure) {
        /// The word for it, see [org.mailmedic.advice.FactWords#status].
        public String status() {
            return sure ? "cause" : "cause_maybe";
        }

        /// Whether it has to be said of this part, which ended like that.
        public boolean at(String otherStage, String status) {
            return stage.equals(otherStage) && status.equals("ok");
        }
    }

    /// Everything that the answer and the warnings rest on, the most important first.
    public static List<String> because(Report report) {
        return Stream.concat(report.diagnoses().stream(), report.warnings().stream()).flatMap(verdict -> verdict.evidence().stream())
                .distinct().toList();
    }
}
