package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;

/// The build leaves rules out of the base theme; nothing that the window shows may be without its style for it.
record LeftOutStyles(List<String> unused) {
    static LeftOutStyles read() {
        try {
            List<String> unused = Files.readAllLines(Path.of("installer/styles/unused.txt")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
            assertFalse(unused.isEmpty());
            return new LeftOutStyles(unused);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    void areNotMissed(TestWindow window) {
        var shown = new TreeSet<String>();
        window.does(() -> collect(window.scene().getRoot(), shown));
        shown.removeIf(name -> unused.stream().noneMatch(each -> name.equals(each) || name.startsWith(each + "-")));
        assertEquals(List.of(), List.copyOf(shown));
    }

    private static void collect(Node node, TreeSet<String> shown) {
        shown.addAll(node.getStyleClass());
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, shown));
        }
    }
}
