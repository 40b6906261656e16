package org.mailmedic.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mailmedic.advice.EvidenceWords;
import org.mailmedic.ui.Appearance;
import org.mailmedic.ui.WindowMemory;
import org.mailmedic.ui.part.Texts;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

final class WarmUpTest {
    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void goesThroughAllOfItAndShowsNothing() throws Exception {
        var scene = WaitForAsyncUtils.asyncFx(() -> new Scene(new VBox(), 880, 600)).get(10, TimeUnit.SECONDS);
        List<Window> windows = WaitForAsyncUtils.asyncFx(() -> List.copyOf(Window.getWindows())).get(10, TimeUnit.SECONDS);
        var warmUp = WaitForAsyncUtils.asyncFx(() -> {
            new Appearance(scene, WindowMemory.forgetful());
            var made = new WarmUp(scene, Texts.in(Locale.ENGLISH), new EvidenceWords(Locale.ENGLISH), () -> true, () -> true);
            made.begin();
            return made;
        }).get(10, TimeUnit.SECONDS);
        int all = WaitForAsyncUtils.asyncFx(warmUp::left).get(10, TimeUnit.SECONDS);
        assertTrue(all > 5, all + " things");
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(warmUp::left).get(10, TimeUnit.SECONDS) == 0);
        assertEquals(List.<Node>of(), scene.getRoot().getChildrenUnmodifiable());
        assertEquals(windows, WaitForAsyncUtils.asyncFx(() -> List.copyOf(Window.getWindows())).get(10, TimeUnit.SECONDS));
    }

    @Test
    void endsWithTheWindowThatItIsFor() throws Exception {
        var asked = new AtomicInteger();
        var warmUp = WaitForAsyncUtils.asyncFx(() -> {
            var scene = new Scene(new VBox(), 880, 600);
            new Appearance(scene, WindowMemory.forgetful());
            var made = new WarmUp(scene, Texts.in(Locale.ENGLISH), new EvidenceWords(Locale.ENGLISH), () -> true,
                    () -> asked.incrementAndGet() <= 2);
            made.begin();
            return made;
        }).get(10, TimeUnit.SECONDS);
        int all = WaitForAsyncUtils.asyncFx(warmUp::left).get(10, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> asked.get() > 2);
        assertEquals(all - 2, WaitForAsyncUtils.asyncFx(warmUp::left).get(10, TimeUnit.SECONDS));
    }
}
