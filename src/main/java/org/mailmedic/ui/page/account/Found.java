package org.mailmedic.ui.page.account;

import java.util.List;
import java.util.Optional;
import org.mailmedic.discover.Candidate;
import org.mailmedic.discover.Discovered;
import org.mailmedic.discover.Look;
import org.mailmedic.discover.Origin;
import org.mailmedic.discover.Person;

/// What is known about the settings that go with the address in the first field.
///
/// @param person empty while there is no whole address
/// @param known  what the sources have said so far
public record Found(Phase phase, Optional<Person> person, Discovered known) {
    public enum Phase {
        /// Nothing was asked but the book.
        AT_REST,
        /// Sources are being asked.
        LOOKING,
        /// All that may be asked have answered, or had their time.
        ENDED
    }

    static final Found NOTHING = new Found(Phase.AT_REST, Optional.empty(), new Discovered(List.of(), List.of(), Optional.empty()));

    public Optional<Candidate> best() {
        return known.candidates().stream().findFirst();
    }

    /// Which sources lead to the same server as the best one, without the one that it comes from.
    public List<Origin> confirmedBy() {
        return best().map(best -> known.answers().stream()
                .filter(answer -> answer.origin() != best.origin() && answer.look().found().stream().anyMatch(best::sameServer))
                .map(Discovered.Answer::origin).toList()).orElse(List.of());
    }

    /// Whether the domain says that it takes no mail from programs.
    public boolean refused() {
        return best().isEmpty() && known.answers().stream().anyMatch(answer -> answer.look() instanceof Look.NotOffered);
    }

    Found in(Phase other) {
        return new Found(other, person, known);
    }

    Found knowing(Discovered more) {
        return new Found(phase, person, more);
    }
}
