package org.mailmedic.report.mask;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class SeenViewsTest {
    private static DecodedView view(String text) {
        return DecodedView.of(text);
    }

    @Test
    void whatWasLookedAtIsNotNewUnlessItWasDeeper() {
        var seen = new SeenViews(100);
        assertTrue(seen.isNew(view("hello"), 2));
        assertFalse(seen.isNew(view("hello"), 2));
        assertFalse(seen.isNew(view("hello"), 3));
        assertTrue(seen.isNew(view("hello"), 1));
        assertFalse(seen.isNew(view("hello"), 2));
        assertTrue(seen.isNew(view("hallo"), 3));
    }

    /// It is looked at again then, which takes time and no memory.
    @Test
    void whatHasNoRoomIsAlwaysNew() {
        var seen = new SeenViews(10);
        assertTrue(seen.isNew(view("sixsix"), 1));
        assertTrue(seen.isNew(view("another"), 1));
        assertTrue(seen.isNew(view("another"), 1));
        assertFalse(seen.isNew(view("sixsix"), 1));
        assertTrue(seen.isNew(view("four"), 1));
        assertFalse(seen.isNew(view("four"), 1));
    }
}
