package org.mailmedic.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.mailmedic.ui.part.PageScroll;
import org.testfx.util.WaitForAsyncUtils;

/// Paints every page and state to `target/screens/`, to be looked at: light and dark, two sizes of window and of text, in English and in
/// words that are longer than those of any language. `mailmedic.screens` narrows it down to names that contain all of its words.
@Tag("screens")
final class ScreensTest {
    private static final Path FOLDER = Path.of("target", "screens");
    /// What the README shows.
    private static final Path SHOWN = Path.of("assets", "screenshots");
    private static final List<String> WANTED = List.of(System.getProperty("mailmedic.screens", "").split(","));

    /// One picture.
    ///
    /// @param end whether the page is scrolled to its end
    private record Picture(String state, Tongue language, int width, int height, int perCent, Appearance.Look look, boolean end) {
        String file() {
            return "%s-%s-%dx%d-%d-%s%s.png".formatted(state, language.id(), width, height, perCent, look.name().toLowerCase(Locale.ROOT),
                    end ? "-end" : "");
        }

        boolean wanted() {
            return WANTED.stream().allMatch(file()::contains);
        }
    }

    @BeforeAll
    static void folder() throws IOException {
        Files.createDirectories(FOLDER);
    }

    @TestFactory
    Stream<DynamicTest> everyPageAndState() {
        return States.all().keySet().stream().flatMap(state -> Arrays.stream(Tongue.values())
                .map(language -> DynamicTest.dynamicTest(state + " " + language.id(),
                () -> paint(pictures(state, language).filter(Picture::wanted).toList(), FOLDER))));
    }

    /// The pages that a language shows itself on, in each that people speak, and from right to left.
    @TestFactory
    Stream<DynamicTest> everyLanguage() {
        return Stream.concat(Tongue.spoken().stream(), Stream.of(Tongue.MIRRORED))
                .flatMap(language -> LanguageStates.all().keySet().stream()
                .map(state -> DynamicTest.dynamicTest(state + " " + language.id(), () -> paint(Stream.of(
                        new Picture(state, language, 1080, 720, 100, Appearance.Look.LIGHT, false),
                        new Picture(state, language, 880, 600, 200, Appearance.Look.LIGHT, false),
                        new Picture(state, language, 880, 600, 200, Appearance.Look.LIGHT, true)).filter(Picture::wanted).toList(),
                        FOLDER))));
    }

    @TestFactory
    Stream<DynamicTest> whatTheReadMeShows() {
        return Stream.of("1-start", "2-account-filled", "3-checkup", "4-answer", "4-details-timeline").map(state -> {
            var look = state.contains("details") ? Appearance.Look.DARK : Appearance.Look.LIGHT;
            var picture = new Picture(state, Tongue.ENGLISH, 1080, 720, 100, look, false);
            return DynamicTest.dynamicTest(picture.state(), () -> paint(Stream.of(picture).filter(Picture::wanted).toList(), SHOWN));
        });
    }

    private static Stream<Picture> pictures(String state, Tongue language) {
        var all = new ArrayList<Picture>();
        for (int[] size : new int[][] {{1280, 800}, {880, 600}}) {
            for (int perCent : new int[] {100, 200}) {
                for (Appearance.Look look : List.of(Appearance.Look.LIGHT, Appearance.Look.DARK)) {
                    all.add(new Picture(state, language, size[0], size[1], perCent, look, false));
                }
            }
        }
        for (Appearance.Look look : List.of(Appearance.Look.LIGHT, Appearance.Look.DARK)) {
            all.add(new Picture(state, language, 880, 600, 200, look, true));
        }
        return all.stream();
    }

    @AfterAll
    static void index() throws IOException {
        try (var files = Files.list(FOLDER)) {
            List<String> names = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".png")).sorted().toList();
            Files.writeString(FOLDER.resolve("index.html"), names.stream()
                    .map(name -> "<figure><img loading=lazy src='" + name + "' alt='" + name + "'><figcaption>" + name
                            + "</figcaption></figure>")
                    .collect(Collectors.joining("\n", "<!doctype html><meta charset=utf-8><title>Every page and state</title>"
                            + "<style>body{font-family:sans-serif;background:#888}img{max-width:100%}</style>\n", "\n")));
        }
    }

    private static void paint(List<Picture> pictures, Path folder) throws Exception {
        if (pictures.isEmpty()) {
            return;
        }
        TestWindow window = TestWindow.open(pictures.getFirst().language());
        try {
            LanguageStates.find(pictures.getFirst().state()).accept(window);
            for (Picture picture : pictures) {
                paint(window, picture, folder.resolve(folder.equals(SHOWN) ? shownName(picture) : picture.file()));
            }
        } finally {
            window.close();
        }
    }

    private static String shownName(Picture picture) {
        return picture.state().replace("4-details-timeline", "5-details-dark") + ".png";
    }

    private static void paint(TestWindow window, Picture picture, Path file) throws Exception {
        window.does(() -> {
            window.stage().setWidth(picture.width());
            window.stage().setHeight(picture.height());
            window.appearance().lookProperty().set(picture.look());
            window.appearance().sizeProperty().set(picture.perCent());
        });
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> window.sees(() ->
                window.scene().getWidth() == picture.width() && window.scene().getHeight() == picture.height()));
        TestWindow.settle();
        WritableImage image = window.sees(() -> {
            Scene scene = window.scene();
            ((BorderPane) scene.getRoot()).getCenter().setOpacity(1);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            if (picture.end() && ((BorderPane) scene.getRoot()).getCenter() instanceof PageScroll scroll) {
                scroll.toEnd();
            }
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
