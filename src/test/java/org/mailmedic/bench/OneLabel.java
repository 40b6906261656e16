package org.mailmedic.bench;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The least that a JavaFX program can be: a window with one label. What start-up is compared with.
public final class OneLabel extends Application {
    /// Set for the run that trains its AOT cache: it ends by itself then.
    private static final String TRAINING = "training";

    public static void main(String[] args) {
        launch(OneLabel.class, args);
    }

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new StackPane(new Label("Hello")), 1080, 720));
        stage.show();
        if (Boolean.getBoolean(TRAINING)) {
            Thread.startVirtualThread(() -> {
                try {
                    Thread.sleep(2000);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                Platform.exit();
            });
        }
    }
}
