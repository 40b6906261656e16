package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mailmedic.ui.part.PageScroll;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
final class PracticePageTest {
    private final FxRobot robot = new FxRobot();
    private TestWindow window;

    @BeforeEach
    void open() throws TimeoutException {
        window = TestWindow.open(new FakeEngine(), new PracticeServers());
        window.does(() -> {
            window.stage().setWidth(880);
            window.stage().setHeight(600);
            window.walk().practice();
        });
    }

    @AfterEach
    void close() throws TimeoutException {
        window.close();
    }

    @Test
    void onlyThePageScrolls() {
        assertEquals(0, window.sees(() -> window.scene().getRoot().lookupAll(".scroll-pane, .list-view").stream()
                .filter(node -> !(node instanceof PageScroll)).count()));
        assertFalse(window.sees(() -> window.scene().getRoot().lookupAll("*").stream().anyMatch(VirtualFlow.class::isInstance)));
        assertTrue(rows().size() > 40, () -> "all faults at once, not " + rows().size());
    }

    @Test
    void theWheelGoesOnThroughTheList() {
        robot.moveTo("#practice-search").scroll(20, VerticalDirection.DOWN);
        double first = position();
        robot.moveTo(rows().stream().filter(this::inSight).findFirst().orElseThrow()).scroll(40, VerticalDirection.DOWN);
        assertTrue(position() > first, first + " " + position());
    }

    @Test
    void arrowKeysChooseAndWhatIsChosenIsInSight() {
        window.does(() -> window.scene().lookup("#practice-search").requestFocus());
        robot.push(KeyCode.DOWN);
        for (int i = 0; i < 12; i++) {
            robot.push(KeyCode.DOWN);
        }
        assertEquals(List.of(rows().get(12)), chosen());
        assertEquals(rows().get(12), window.sees(() -> window.scene().getFocusOwner()));
        assertTrue(window.sees(() -> inSight(rows().get(12))));
        assertTrue(position() > 0);
    }

    @Test
    void tabGoesPastTheListInOneStep() {
        window.does(() -> window.scene().lookup("#practice-search").requestFocus());
        robot.push(KeyCode.TAB);
        assertEquals(chosen(), List.of(window.sees(() -> window.scene().getFocusOwner())));
        robot.push(KeyCode.TAB);
        assertFalse(window.sees(() -> window.scene().getFocusOwner()) instanceof RadioButton);
    }

    @Test
    void searchingKeepsWhatIsChosenWhileItIsThere() {
        robot.clickOn("#practice-search").write("certificate");
        RadioButton first = rows().getFirst();
        assertEquals(List.of(first), chosen());
        window.does(() -> rows().getLast().fire());
        RadioButton last = rows().getLast();
        robot.clickOn("#practice-search").eraseText(3);
        assertEquals(List.of(last), chosen());
        robot.write("no server does this");
        assertEquals(List.of(), rows());
        assertTrue(new Hands(window, robot).shows("No practice server does that."));
        assertTrue(window.sees(() -> window.scene().lookup(".button.accent").isDisabled()));
        robot.eraseText("no server does this".length());
        assertEquals(1, chosen().size());
    }

    private List<RadioButton> rows() {
        return window.sees(() -> window.scene().lookup("#practice-faults").lookupAll(".radio-button").stream().map(RadioButton.class::cast)
                .toList());
    }

    private List<RadioButton> chosen() {
        return window.sees(() -> rows().stream().filter(RadioButton::isSelected).toList());
    }

    private double position() {
        TestWindow.settle();
        return window.sees(() -> ((ScrollPane) window.scene().lookup(".page-scroll")).getVvalue());
    }

    private boolean inSight(Node node) {
        var view = window.scene().lookup(".page-scroll");
        return view.localToScene(view.getLayoutBounds()).contains(node.localToScene(node.getLayoutBounds()));
    }
}
