package org.mailmedic.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.mailmedic.ui.page.Page;
import org.mailmedic.ui.page.ShownReport;

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
    /// @param retell puts into words anew what is known there, when the language has changed; it is given how a report is
    record Place(Kind kind, Supplier<Page> page, Consumer<UnaryOperator<ShownReport>> retell) {
        /// Nothing there is in words before the page is made.
        Place(Kind kind, Supplier<Page> page) {
            this(kind, page, _ -> { });
        }
    }

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

    /// The language has changed.
    void retell(UnaryOperator<ShownReport> teller) {
        places.forEach(place -> place.retell().accept(teller));
    }

    /// The page where the person is, or came from last, made anew; what is aside stays aside.
    Optional<Page> anew() {
        return Optional.ofNullable(places.peek()).map(place -> place.page().get());
    }

    Optional<Kind> kind() {
        return Optional.ofNullable(places.peek()).map(Place::kind);
    }
}
