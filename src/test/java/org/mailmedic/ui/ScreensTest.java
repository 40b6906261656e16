package org.mailmedic.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailmedic.settings.Symptom;
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
        Map<String, Consumer<TestWindow>> states = states();
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
                        String name = "%s-%dx%d-%d-%s.png".formatted(state.getKey(), size[0], size[1], perCent, look.name().toLowerCase());
                        paint(window, size, perCent, look, FOLDER.resolve(name));
                        index.add(name);
                    }
                }
            }
            window.close();
        }
        Files.write(FOLDER.resolve("index.html"), index.stream().map(name -> "<p>" + name + "<br><img src='" + name + "'>").toList());
    }

    private static Map<String, Consumer<TestWindow>> states() {
        Map<String, Consumer<TestWindow>> states = new LinkedHashMap<>();
        states.put("1-start", _ -> { });
        states.put("2-account-empty", w -> w.does(() -> w.walk().account(Symptom.MAIL_PROGRAM)));
        states.put("2-account-slips", w -> {
            w.does(() -> w.walk().account(Symptom.WEBSITE));
            fill(w, "shop @gmx.net", "https://mail.gmx.net:587/", "99999", "someone@");
            w.does(() -> press(w, "Start the check-up"));
        });
        states.put("2-account-filled", w -> {
            w.does(() -> w.walk().account(Symptom.WEBSITE));
            fill(w, "shop@gmx.net", "mail.gmx.net", "465", "me@example.com");
        });
        states.put("2-practice", w -> w.does(() -> w.walk().practice()));
        states.put("3-checkup-begun", w -> check(w));
        states.put("3-checkup", w -> {
            check(w);
            w.does(w.engine::asFarAsTheDoor);
        });
        states.put("3-checkup-stopped", w -> {
            check(w);
            w.does(w.engine::asFarAsTheDoor);
            w.does(() -> press(w, "Stop"));
        });
        states.put("4-answer", w -> answer(w, Samples.blocked()));
        states.put("4-answer-details", w -> {
            answer(w, Samples.blocked());
            w.does(() -> press(w, "Technical details"));
        });
        states.put("4-answer-two-causes", w -> {
            answer(w, Samples.twoCauses());
            w.does(() -> press(w, "It could also be (1), closed"));
        });
        states.put("4-answer-healthy", w -> {
            check(w);
            w.does(() -> w.engine.passAll(Samples.healthy()));
        });
        states.put("4-answer-inconclusive", w -> answer(w, Samples.inconclusive()));
        states.put("4-answer-unruly", w -> answer(w, Samples.unruly()));
        states.put("5-contacts", w -> w.does(() -> w.walk().contacts()));
        return states;
    }

    private static void fill(TestWindow w, String user, String host, String port, String recipient) {
        w.does(() -> {
            text(w, "#account-user", user);
            text(w, "#account-host", host);
            text(w, "#account-port", port);
            text(w, "#account-recipient", recipient);
        });
    }

    private static void text(TestWindow w, String id, String value) {
        ((javafx.scene.control.TextField) w.scene().lookup(id)).setText(value);
    }

    private static void check(TestWindow w) {
        w.does(() -> w.walk().account(Symptom.MAIL_PROGRAM));
        fill(w, "shop@gmx.net", "mail.gmx.net", "587", "");
        w.does(() -> press(w, "Start the check-up"));
    }

    private static void answer(TestWindow w, org.mailmedic.report.Report report) {
        check(w);
        w.does(w.engine::asFarAsTheDoor);
        w.does(w.engine::silentDoor);
        w.does(() -> w.engine.end(report));
    }

    private static void press(TestWindow w, String spoken) {
        for (Node node : w.scene().getRoot().lookupAll(".button")) {
            if (node instanceof Button button && spoken.equals(button.getAccessibleText())) {
                button.fire();
                return;
            }
        }
        throw new AssertionError("no button says " + spoken);
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
            ((javafx.scene.layout.BorderPane) scene.getRoot()).getCenter().setOpacity(1);
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
        image.getPixelReader().getPixels(0, 0, width, height, javafx.scene.image.PixelFormat.getIntArgbInstance(), pixels, 0, width);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        ImageIO.write(picture, "png", file.toFile());
    }
}
