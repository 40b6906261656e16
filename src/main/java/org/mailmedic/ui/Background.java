package org.mailmedic.ui;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.concurrent.Service;
import javafx.concurrent.Task;

/// For the few things that would hold up the window. The threads belong to JavaFX and end with it.
final class Background implements Executor {
    private Consumer<Throwable> failed = _ -> { };

    /// @param listener hears what broke in work of ours, on the JavaFX thread: nobody else would
    void whenBroken(Consumer<Throwable> listener) {
        failed = listener;
    }

    /// To be called on the JavaFX thread.
    @Override
    public void execute(Runnable work) {
        var service = new Service<Void>() {
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
        };
        service.setOnFailed(_ -> failed.accept(service.getException()));
        service.start();
    }
}
