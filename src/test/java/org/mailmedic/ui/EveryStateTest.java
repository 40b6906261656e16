package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertAll;

import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What holds on every page in every state. One window for all of it, since a window is what takes the time.
final class EveryStateTest {
    private final LeftOutStyles leftOut = LeftOutStyles.read();

    @TestFactory
    Stream<DynamicTest> isSpokenStyledLegibleAndWhole() {
        return Arrays.stream(Tongue.values()).flatMap(tongue -> States.all().entrySet().stream().map(state ->
                DynamicTest.dynamicTest(state.getKey() + " " + tongue.id(), () -> holds(tongue, state.getValue()))));
    }

    private void holds(Tongue tongue, Consumer<TestWindow> state) throws TimeoutException {
        TestWindow window = TestWindow.open(tongue);
        try {
            state.accept(window);
            if (tongue == Tongue.ENGLISH) {
                assertAll(() -> AccessibilityTest.everythingHasARoleAndAName(window), () -> leftOut.areNotMissed(window),
                        () -> ContrastTest.everyTextStandsOutFromItsGround(window), () -> NothingCutOff.is(window));
            } else {
                NothingCutOff.is(window);
            }
        } finally {
            window.close();
        }
    }
}
