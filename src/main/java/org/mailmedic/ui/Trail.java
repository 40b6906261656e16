package org.mailmedic.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.mailmedic.ui.page.Page;

/// The places that the person came through. Back leads to the one before, made anew over the same model, so that everything is as it was.
/// What is only passed through, such as a check-up under way, leaves no trace.
final class Trail {
    enum Kind {
        /// Check-ups begin here: something is typed or chosen.
        SOURCE,
        /// What a check-up came to.
        ANSWER,
        OTHER
    }

    /// @param page made each time that the place is shown
    record Place(Kind kind, Supplier<Page> page) {}

    private final Deque<Place> places = new ArrayDeque<>();
    /// Whether something is shown that leaves no trace.
    private boolean aside;

    /// From here there is no way back.
    Page begin(Place first) {
        places.clear();
        return go(first);
    }

    Page go(Place place) {
        aside = false;
        places.push(place);
        return place.page().get();
    }

    /// A new answer takes the place of the one before, and of everything that was reached from there.
    Page answer(Place place) {
        while (places.stream().anyMatch(each -> each.kind() == Kind.ANSWER)) {
            places.pop();
        }
        return go(place);
    }

    /// Something is shown that leaves no trace; back then leads to where it began.
    void aside() {
        aside = true;
    }

    boolean isAside() {
        return aside;
    }

    /// The place before.
    Optional<Page> back() {
        if (!aside && places.size() > 1) {
            places.pop();
        }
        return here();
    }

    /// The place where the person is, or came from last.
    Optional<Page> here() {
        aside = false;
        return Optional.ofNullable(places.peek()).map(place -> place.page().get());
    }

    Optional<Kind> kind() {
        return Optional.ofNullable(places.peek()).map(Place::kind);
    }
}
