package org.mailmedic.ui.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

final class InTurnTest {
    private final List<Long> pulses = new ArrayList<>();
    private long pulse;

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void eachPartInAPulseOfItsOwnAndInOrder() throws Exception {
        var clock = new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulse = now;
            }
        };
        InTurn parts = onFx(() -> {
            clock.start();
            var made = new InTurn(Stream.of("one", "two", "three").map(this::part).toList());
            assertEquals(List.of(), pulses, "nothing is made at once");
            assertEquals(List.of(InTurn.COMING), made.getStyleClass());
            return made;
        });
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> onFx(() -> !parts.getStyleClass().contains(InTurn.COMING)));
        assertEquals(List.of("one", "two", "three"),
                onFx(() -> parts.getChildren().stream().map(node -> ((Label) node).getText()).toList()));
        assertEquals(3, new HashSet<>(pulses).size(), () -> "in pulses " + pulses);
        onFx(() -> {
            clock.stop();
            return true;
        });
    }

    @Test
    void nothingIsToComeOfNothing() throws Exception {
        assertFalse(onFx(() -> new InTurn(List.of()).getStyleClass().contains(InTurn.COMING)));
    }

    private Supplier<Node> part(String words) {
        return () -> {
            pulses.add(pulse);
            return new Label(words);
        };
    }

    private static <T> T onFx(Supplier<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work::get).get(10, TimeUnit.SECONDS);
    }
}
