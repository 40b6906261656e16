package org.mailmedic.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Opens a report that is dropped on the window.
final class ReportDrop {
    private final Consumer<Path> opener;

    private ReportDrop(Consumer<Path> opener) {
        this.opener = opener;
    }

    static void on(Node node, Consumer<Path> opener) {
        var drop = new ReportDrop(opener);
        node.addEventHandler(DragEvent.DRAG_OVER, drop::over);
        node.addEventHandler(DragEvent.DRAG_DROPPED, drop::dropped);
    }

    private void over(DragEvent event) {
        if (file(event).isPresent()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        Optional<Path> file = file(event);
        event.setDropCompleted(file.isPresent());
        event.consume();
        file.ifPresent(opener);
    }

    private static Optional<Path> file(DragEvent event) {
        return only(event.getDragboard().getFiles());
    }

    /// One file at a time: several reports are no way to one answer.
    static Optional<Path> only(List<File> files) {
        return files != null && files.size() == 1 ? Optional.of(files.getFirst().toPath()) : Optional.empty();
    }
}
