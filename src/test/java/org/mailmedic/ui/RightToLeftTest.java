package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.geometry.NodeOrientation;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.testfx.util.WaitForAsyncUtils;

/// In a language that is written from right to left the window is the other way round, the journey as well, and names of hosts are not.
final class RightToLeftTest {
    private static final double WIDTH = 880;
    private static final double HEIGHT = 600;
    private static final Set<String> TECHNICAL = Set.of("account-address", "account-host", "account-port", "account-user",
            "account-recipient", "account-paste", "explain-text");
    private static TestWindow window;

    @BeforeAll
    static void open() throws TimeoutException {
        window = TestWindow.open(Tongue.MIRRORED);
        window.does(() -> {
            window.stage().setWidth(WIDTH);
            window.stage().setHeight(HEIGHT);
        });
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> window.sees(() -> window.scene().getWidth() == WIDTH));
    }

    @AfterAll
    static void close() throws TimeoutException {
        window.close();
    }

    @TestFactory
    Stream<DynamicTest> everyStateIsMirrored() {
        return Stream.of("1-start", "2-account-slips", "2-account-found", "3-checkup", "4-answer", "4-details-timeline",
                "7-explain")
                .map(state -> DynamicTest.dynamicTest(state, () -> isMirrored(state)));
    }

    @Test
    void theNameOfAHostReadsFromLeftToRightBetweenLettersThatDoNot() {
        var text = new Text("\u05e9\u05e8\u05ea mail.gmx.net \u05db\u05d0\u05df");
        window.does(() -> {
            var group = new Group(text);
            group.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
            new Scene(group);
        });
        int at = text.getText().indexOf("mail");
        assertTrue(window.sees(() -> x(text, at + 1)) < window.sees(() -> x(text, at + 3)));
        assertTrue(window.sees(() -> x(text, 0)) > window.sees(() -> x(text, at + 3)), "and the sentence begins at the right");
    }

    private static void isMirrored(String state) {
        window.does(() -> {
            window.appearance().sizeProperty().set(100);
            window.walk().startOver();
        });
        States.all().get(state).accept(window);
        for (int perCent : List.of(100, 200)) {
            window.does(() -> window.appearance().sizeProperty().set(perCent));
            assertEquals(NodeOrientation.RIGHT_TO_LEFT, window.sees(() -> window.scene().getRoot().getEffectiveNodeOrientation()));
            assertEquals(List.of(), window.sees(RightToLeftTest::troubles), perCent + " %");
        }
    }

    private static List<String> troubles() {
        window.scene().getRoot().applyCss();
        window.scene().getRoot().layout();
        var troubles = new ArrayList<>(Cuts.in(window.scene().getRoot(), WIDTH));
        List<Node> all = Cuts.shown(window.scene().getRoot()).toList();
        stations(all, troubles);
        all.forEach(node -> look(node, troubles));
        all.stream().filter(node -> node.getId() != null && TECHNICAL.contains(node.getId()))
                .filter(node -> node.getEffectiveNodeOrientation() != NodeOrientation.LEFT_TO_RIGHT)
                .forEach(node -> troubles.add("what is typed there runs from left to right: " + node.getId()));
        double brand = middle(all.stream().filter(node -> node.getStyleClass().contains("brand")).findFirst().orElseThrow());
        if (brand < WIDTH / 2) {
            troubles.add("the header begins at the left");
        }
        return troubles;
    }

    /// One after the other from right to left, where they stand in a row.
    private static void stations(List<Node> all, List<String> troubles) {
        List<Node> stations = all.stream().filter(node -> node.getStyleClass().contains("station")).toList();
        boolean row = stations.stream().map(node -> Math.round(node.localToScene(node.getLayoutBounds()).getMinY())).distinct()
                .count() == 1;
        List<Double> middles = stations.stream().map(RightToLeftTest::middle).toList();
        if (row && !middles.equals(middles.stream().sorted(Comparator.reverseOrder()).toList())) {
            troubles.add("the journey runs from left to right: " + middles);
        }
    }

    private static double middle(Node node) {
        return node.localToScene(node.getLayoutBounds()).getCenterX();
    }

    private static void look(Node node, List<String> troubles) {
        if (node instanceof Text text) {
            int at = text.getText().indexOf("mail.gmx.net");
            if (at >= 0 && x(text, at + 1) >= x(text, at + 3)) {
                troubles.add("reads from right to left: mail.gmx.net in " + text.getText());
            }
        }
    }

    /// Where the caret would stand in front of a letter. What a text says of its carets is counted from where its reading begins.
    private static double x(Text text, int at) {
        for (PathElement element : text.caretShape(at, true)) {
            if (element instanceof MoveTo move) {
                boolean turned = text.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
                double place = turned ? text.getLayoutBounds().getWidth() - move.getX() : move.getX();
                return text.localToScene(place, move.getY()).getX();
            }
        }
        throw new AssertionError("a caret stands somewhere");
    }
}
