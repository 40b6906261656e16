package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// What breaks in the background is heard of: a window that waits for it for ever says nothing.
final class BackgroundTest {
    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void whatBreaksIsHeardOfOnTheJavaFxThread() throws Exception {
        for (Throwable fault : new Throwable[] {new ArithmeticException("long overflow"), new StackOverflowError()}) {
            var heard = new CompletableFuture<Throwable>();
            Platform.runLater(() -> {
                var background = new Background();
                background.whenBroken(broken -> {
                    assertTrue(Platform.isFxApplicationThread());
                    heard.complete(broken);
                });
                background.execute(() -> {
                    if (fault instanceof Error error) {
                        throw error;
                    }
                    throw (RuntimeException) fault;
                });
            });
            assertEquals(fault, heard.get(20, TimeUnit.SECONDS));
        }
    }
}
