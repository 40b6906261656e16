package org.mailmedic.report;

import java.util.List;
import java.util.Optional;
import org.mailmedic.evidence.EvidenceKind;

/// What a report says about a domain's mail records, where it is about those and not about a mail server. Texts are as they were saved:
/// whoever shows them makes them inert.
///
/// @param headline the whole in one sentence
/// @param records  one for each record, in the order of importance
public record DomainTold(String headline, List<Told> records) {
    private static final int MOST = 100;

    /// @param title   what the record is for
    /// @param name    where it stands
    /// @param state   one of the contract's words, such as `fine`
    /// @param stateInWords the same in words
    /// @param text    what stands there; empty where nothing does
    /// @param said    how it does
    /// @param proposal where to enter what is proposed, in words; empty where nothing is
    /// @param proposed the text to enter; may be longer than a sentence takes
    public record Told(String title, String name, String state, String stateInWords, String text, String said, String proposal,
                       String proposed) {
        public Tone tone() {
            return switch (state) {
                case "fine" -> Tone.FINE;
                case "problem" -> Tone.BROKEN;
                case "warning", "missing" -> Tone.CAUTION;
                default -> Tone.QUIET;
            };
        }
    }

    public DomainTold {
        records = List.copyOf(records);
    }

    /// Empty where it is about something else.
    public static Optional<DomainTold> in(Report report) {
        return Seen.in(report, EvidenceKind.DOMAIN).stream().findFirst().map(domain -> new DomainTold(domain.text("headline"),
                Seen.in(report, EvidenceKind.DOMAIN_RECORD).stream().limit(MOST).map(seen -> new Told(seen.text("title"),
                        seen.text("name"), seen.text("state"), seen.text("state_in_words"), seen.text("text"), seen.text("summary"),
                        seen.text("proposal"), seen.text("proposed"))).toList()));
    }
}
