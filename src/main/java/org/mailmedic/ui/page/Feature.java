package org.mailmedic.ui.page;

import java.nio.file.Path;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/// Something that the window can do beside the check-up. A feature brings its page, words, looks and ways in one place. A new one is:
///
/// 1. a folder `ui/page/<id>/` with the feature, its page and its model;
/// 2. `text/ui/<id>.properties`: its words, found by that name; every key begins with the feature's id when it is asked for
///    (`texts.get("explain.headline")` is `headline` there);
/// 3. `style/<id>.css`: its looks, found by that name; no need for one where the parts suffice;
/// 4. one line in `ui/Features`, the only file outside its own that a feature touches.
///
/// A feature is made once for each window and lives as long as that: what is to outlive its page, it keeps itself until [#forget]. All
/// methods on the JavaFX thread unless they say otherwise.
public interface Feature {
    /// Lower-case letters; names its words and its looks.
    String id();

    /// Its card on the first page, with the words `card` and `card.line`; empty where none leads to it.
    default Optional<Feather> card() {
        return Optional.empty();
    }

    /// Its link on an answer, with the words `link`; empty where it has nothing to add to this one.
    default Optional<Feather> link(ShownReport answer) {
        return Optional.empty();
    }

    /// Whether it is the one for a file that was dropped on the window and is no report. Looks at the name and at most at its first bytes;
    /// on a thread of the background.
    default boolean takes(Path file) {
        return false;
    }

    /// Its page, each time that the person comes or comes back: what was typed before has to be on it again.
    ///
    /// @param occasion why the person comes; when they come back to it, the one they came with
    Page open(Occasion occasion);

    /// Reads what it will need, after the first page is shown; on a thread of the background.
    default void prepare() {}

    /// The language has changed: what was put into words is put into words anew. The page is opened again after that.
    default void reworded() {}

    /// The person starts over, or the window closes: what runs is stopped, what was typed is forgotten, what is secret is wiped.
    default void forget() {}
}
