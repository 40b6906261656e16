package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The build leaves rules out of the base theme; nothing that the window shows is without its style for it.
final class BaseThemeTest {
    @TestFactory
    Stream<DynamicTest> noPageShowsAControlWhoseStyleWasLeftOut() throws IOException {
        List<String> unused = Files.readAllLines(Path.of("installer/styles/unused.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        assertFalse(unused.isEmpty());
        return States.all().entrySet().stream().map(state -> DynamicTest.dynamicTest(state.getKey(), () -> {
            TestWindow window = TestWindow.open();
            try {
                state.getValue().accept(window);
                var shown = new TreeSet<String>();
                window.does(() -> collect(window.scene().getRoot(), shown));
                shown.removeIf(name -> unused.stream().noneMatch(each -> name.equals(each) || name.startsWith(each + "-")));
                assertEquals(List.of(), List.copyOf(shown));
            } finally {
                window.close();
            }
        }));
    }

    private static void collect(Node node, TreeSet<String> shown) {
        shown.addAll(node.getStyleClass());
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, shown));
        }
    }
}
