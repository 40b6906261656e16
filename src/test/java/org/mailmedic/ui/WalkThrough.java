package org.mailmedic.ui;

import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;

/// A window of its own for every test, and hands for its mouse and keyboard.
abstract class WalkThrough {
    final FxRobot robot = new FxRobot();
    TestWindow window;

    @BeforeEach
    final void open() throws TimeoutException {
        window = TestWindow.open();
    }

    @AfterEach
    final void close() throws TimeoutException {
        window.close();
    }

    final Hands hands() {
        return new Hands(window, robot);
    }
}
