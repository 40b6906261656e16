package org.mailmedic.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// Paints every page and state to `target/screens/`, to be looked at.
@Tag("screens")
final class ScreensTest {
    private static final Path FOLDER = Path.of("target", "screens");
    private static final int[][] SIZES = {{1080, 720}, {880, 600}};
    private static final int[] PER_CENT = {100, 200};

    @Test
    void paintsEveryPageAndState() throws Exception {
        Files.createDirectories(FOLDER);
        Map<String, Consumer<TestWindow>> states = States.all();
        String only = System.getProperty("mailmedic.screens", "");
        var index = new ArrayList<String>();
        for (var state : states.entrySet()) {
            if (!state.getKey().contains(only)) {
                continue;
            }
            TestWindow window = TestWindow.open();
            state.getValue().accept(window);
            for (int[] size : SIZES) {
                for (int perCent : PER_CENT) {
                    for (Appearance.Look look : List.of(Appearance.Look.LIGHT, Appearance.Look.DARK)) {
                        String name = "%s-%dx%d-%d-%s.png".formatted(state.getKey(), size[0], size[1], perCent, look.name().toLowerCase(Locale.ROOT));
                        paint(window, size, perCent, look, FOLDER.resolve(name));
                        index.add(name);
                    }
                }
            }
            window.close();
        }
        Files.write(FOLDER.resolve("index.html"), index.stream().map(name -> "<p>" + name + "<br><img src='" + name + "'>").toList());
    }

    private static void paint(TestWindow window, int[] size, int perCent, Appearance.Look look, Path file) throws Exception {
        window.does(() -> {
            window.stage().setWidth(size[0]);
            window.stage().setHeight(size[1]);
            window.appearance().lookProperty().set(look);
            window.appearance().sizeProperty().set(perCent);
        });
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> window.sees(() ->
                window.scene().getWidth() == size[0] && window.scene().getHeight() == size[1]));
        TestWindow.settle();
        WritableImage image = window.sees(() -> {
            Scene scene = window.scene();
            ((BorderPane) scene.getRoot()).getCenter().setOpacity(1);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return scene.snapshot(null);
        });
        save(image, file);
    }

    private static void save(WritableImage image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        ImageIO.write(picture, "png", file.toFile());
    }
}
