package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailmedic.ui.Trail.Kind;
import org.mailmedic.ui.Trail.Place;
import org.mailmedic.ui.page.Page;

final class TrailTest {
    private final Page start = () -> null;
    private final Page account = () -> null;
    private final Page answer = () -> null;
    private final Page again = () -> null;
    private final Trail trail = new Trail();

    private void arrived() {
        trail.begin(new Place(Kind.SOURCE, () -> start));
        trail.go(new Place(Kind.SOURCE, () -> account));
        trail.aside();
        trail.answer(new Place(Kind.ANSWER, () -> answer));
    }

    @Test
    void backLeadsThroughEveryPlaceAndStopsAtTheFirst() {
        arrived();
        assertSame(account, trail.back().orElseThrow());
        assertSame(start, trail.back().orElseThrow());
        assertSame(start, trail.back().orElseThrow());
        assertEquals(Optional.empty(), new Trail().back());
    }

    @Test
    void whatLeavesNoTraceLeadsBackToWhereItBegan() {
        arrived();
        trail.aside();
        assertSame(answer, trail.back().orElseThrow());
        assertSame(account, trail.back().orElseThrow());
    }

    @Test
    void anAnswerTakesThePlaceOfTheOneBeforeAndOfWhatWasReachedFromThere() {
        arrived();
        trail.go(new Place(Kind.SOURCE, () -> account));
        trail.aside();
        assertSame(again, trail.answer(new Place(Kind.ANSWER, () -> again)));
        assertSame(account, trail.back().orElseThrow());
        assertSame(start, trail.back().orElseThrow());
    }
}
