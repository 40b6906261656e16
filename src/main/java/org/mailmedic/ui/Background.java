package org.mailmedic.ui;

import java.util.concurrent.Executor;
import javafx.concurrent.Service;
import javafx.concurrent.Task;

/// For the few things that would hold up the window. The threads belong to JavaFX and end with it.
final class Background implements Executor {
    /// To be called on the JavaFX thread.
    @Override
    public void execute(Runnable work) {
        new Service<Void>() {
            @Override
            protected Task<Void> createTask() {
                return new Task<>() {
                    @Override
                    protected Void call() {
                        work.run();
                        return null;
                    }
                };
            }
        }.start();
    }
}
