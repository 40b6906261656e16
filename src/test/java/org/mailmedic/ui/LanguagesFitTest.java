package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mailmedic.advice.TextBook;
import org.testfx.util.WaitForAsyncUtils;

/// At the smallest window with the largest text, in each language that people speak: no text is shortened, and nothing sticks out.
final class LanguagesFitTest {
    private static final double WIDTH = 880;
    private static final double HEIGHT = 600;
    private static final int LARGEST = 200;

    @TestFactory
    Stream<DynamicTest> everyTextIsWhole() {
        return Tongue.spoken().stream().map(language -> DynamicTest.dynamicTest(language.id(), () -> everyTextIsWhole(language)));
    }

    private static void everyTextIsWhole(Tongue language) throws TimeoutException {
        assumeTrue(TextBook.exists("ui/answer_" + language.id().replace('-', '_')), "there are words of that language");
        TestWindow window = TestWindow.open(language);
        try {
            window.does(() -> {
                window.stage().setWidth(WIDTH);
                window.stage().setHeight(HEIGHT);
            });
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> window.sees(() -> window.scene().getWidth() == WIDTH));
            LanguageStates.all().forEach((name, state) -> {
                window.does(() -> {
                    window.appearance().sizeProperty().set(Appearance.SIZES.getFirst());
                    window.walk().startOver();
                });
                state.accept(window);
                window.does(() -> window.appearance().sizeProperty().set(LARGEST));
                assertEquals(List.of(), window.sees(() -> {
                    window.scene().getRoot().applyCss();
                    window.scene().getRoot().layout();
                    return Cuts.in(window.scene().getRoot(), WIDTH);
                }), name);
            });
        } finally {
            window.close();
        }
    }
}
