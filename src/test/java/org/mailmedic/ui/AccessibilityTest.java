package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.skin.VirtualFlow;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The page's headline has the focus when it appears, or the field where something is to be typed.
final class AccessibilityTest {
    @TestFactory
    Stream<DynamicTest> theHeadlineTakesTheFocus() {
        return Stream.of("1-start", "3-checkup", "3-checkup-stopped", "4-answer", "4-answer-healthy", "6-contacts",
                "6-about")
                .map(name -> DynamicTest.dynamicTest(name, () -> headlineIsFocused(name)));
    }

    /// What one types at once shall not be lost.
    @Test
    void theFirstFieldTakesTheFocusWhereSomethingIsToBeTyped() throws TimeoutException {
        TestWindow window = TestWindow.open();
        try {
            States.all().get("2-account-empty").accept(window);
            Node owner = window.sees(() -> window.scene().getFocusOwner());
            assertTrue(owner != null && "account-address".equals(owner.getId()), "the focus is on " + owner);
        } finally {
            window.close();
        }
    }

    private static void headlineIsFocused(String name) throws TimeoutException {
        TestWindow window = TestWindow.open();
        try {
            States.all().get(name).accept(window);
            Node owner = window.sees(() -> window.scene().getFocusOwner());
            assertTrue(owner != null && owner.getStyleClass().contains("headline"), "the focus is on " + owner);
        } finally {
            window.close();
        }
    }

    /// Whatever can take the focus on the page that is shown has a role and a name.
    static void everythingHasARoleAndAName(TestWindow window) {
        List<Node> focusable = window.sees(() -> focusable(window.scene().getRoot()));
        assertTrue(focusable.size() > 1, "there is something to do on every page");
        assertEquals(List.of(), window.sees(() -> focusable.stream().filter(AccessibilityTest::nameless).map(Node::toString).toList()));
    }

    static List<Node> focusable(Node from) {
        var found = new ArrayList<Node>();
        collect(from, found);
        return found;
    }

    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible() || node instanceof VirtualFlow) {
            return;
        }
        if (node.isFocusTraversable()) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static boolean nameless(Node node) {
        Object role = node.queryAccessibleAttribute(AccessibleAttribute.ROLE);
        return role == null || role == AccessibleRole.NODE || role == AccessibleRole.PARENT
                || node.getAccessibleText() == null || node.getAccessibleText().isBlank();
    }
}
