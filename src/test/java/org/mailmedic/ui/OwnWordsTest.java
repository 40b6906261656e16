package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sentences that the terminal says as well come in the words of this window, which a test may have changed.
final class OwnWordsTest {
    @ParameterizedTest
    @CsvSource({"4-refused,cut short", "7-earlier-trouble,cannot be shown", "7-earlier-not-kept,could not be kept"})
    void whatOtherRoomsSayTooIsSaidInTheWindowsWords(String state, String plain) throws TimeoutException {
        assertTrue(shown(Tongue.ENGLISH, state).stream().anyMatch(text -> text.contains(plain)), "said in English");
        List<String> changed = shown(Tongue.LONGEST, state);
        assertTrue(changed.stream().noneMatch(text -> text.contains(plain)), changed.toString());
    }

    private static List<String> shown(Tongue tongue, String state) throws TimeoutException {
        TestWindow window = TestWindow.open(tongue);
        try {
            States.all().get(state).accept(window);
            TestWindow.settle();
            return window.sees(() -> window.scene().getRoot().lookupAll(".label").stream().filter(Label.class::isInstance)
                    .map(label -> ((Label) label).getText()).toList());
        } finally {
            window.close();
        }
    }
}
