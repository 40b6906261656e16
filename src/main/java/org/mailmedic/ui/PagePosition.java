package org.mailmedic.ui;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.IndexRange;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import org.mailmedic.ui.part.Fold;
import org.mailmedic.ui.part.InTurn;
import org.mailmedic.ui.part.NextPulse;
import org.mailmedic.ui.part.PageScroll;

/// Where the person is on a page, so that they are there again when the same page is made in another language.
///
/// @param focus     what has the focus; may be beside the page
/// @param selection from the anchor to the caret, where the focus is in a text
/// @param scrolled  as a scroll bar counts
/// @param open      which folds are open, from top to bottom
record PagePosition(Optional<Node> focus, Optional<IndexRange> selection, double scrolled, List<Boolean> open) {
    static PagePosition in(BorderPane window) {
        Optional<Node> focus = Optional.ofNullable(window.getScene()).map(Scene::getFocusOwner);
        Optional<IndexRange> selection = focus.filter(TextInputControl.class::isInstance).map(TextInputControl.class::cast)
                .map(text -> new IndexRange(text.getAnchor(), text.getCaretPosition()));
        double scrolled = window.getCenter() instanceof PageScroll scroll ? scroll.getVvalue() : 0;
        return new PagePosition(focus, selection, scrolled, folds(window).stream().map(Fold::isOpen).toList());
    }

    /// On the page that is shown in the window now.
    void restore(BorderPane window) {
        boolean focused = focus.map(before -> refocus(before, window)).orElse(true);
        whenWhole(window.getCenter(), window, () -> {
            List<Fold> folds = folds(window);
            for (int i = 0; i < Math.min(open.size(), folds.size()); i++) {
                if (open.get(i) != folds.get(i).isOpen()) {
                    folds.get(i).turn();
                }
            }
            if (!focused) {
                focus.ifPresent(before -> refocus(before, window));
            }
            window.layout();
            if (window.getCenter() instanceof PageScroll scroll) {
                scroll.setVvalue(scrolled);
            }
        });
    }

    private static List<Fold> folds(BorderPane window) {
        return window.getCenter() == null ? List.of()
                : all(window.getCenter()).filter(Fold.class::isInstance).map(Fold.class::cast).toList();
    }

    /// When all parts of a page that is made in turn are there, unless another page is shown by then.
    private static void whenWhole(Node shown, BorderPane window, Runnable work) {
        if (shown != window.getCenter()) {
            return;
        }
        if (shown.lookup("." + InTurn.COMING) == null) {
            work.run();
        } else {
            NextPulse.run(() -> whenWhole(shown, window, work));
        }
    }

    /// @return false when what had the focus is not there
    private boolean refocus(Node before, BorderPane window) {
        if (before.getScene() != null) {
            before.requestFocus();
            return true;
        }
        Optional<Node> same = before.getId() == null ? Optional.empty()
                : all(window).filter(node -> before.getId().equals(node.getId())).findFirst();
        // without its skin it would select everything once it gets it
        same.ifPresent(Node::applyCss);
        same.ifPresent(Node::requestFocus);
        same.filter(TextInputControl.class::isInstance).map(TextInputControl.class::cast)
                .ifPresent(text -> selection.ifPresent(range -> text.selectRange(range.getStart(), range.getEnd())));
        return same.isPresent();
    }

    private static Stream<Node> all(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(PagePosition::all)) : Stream.of(node);
    }
}
