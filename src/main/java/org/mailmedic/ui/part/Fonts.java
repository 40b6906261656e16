package org.mailmedic.ui.part;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;
import org.kordamp.ikonli.feather.FeatherIkonHandler;

/// Makes the bundled fonts known to JavaFX, once, before the first scene; on any thread.
public final class Fonts {
    private static final List<String> WEIGHTS = List.of("Regular", "Medium", "SemiBold", "Bold");
    private static final double ANY_SIZE = 14;

    private Fonts() {}

    public static void load() {
        for (String weight : WEIGHTS) {
            load(Fonts.class.getResourceAsStream("/org/mailmedic/font/Inter-" + weight + ".ttf"));
        }
        load(new FeatherIkonHandler().getFontResourceAsStream());
    }

    private static void load(InputStream stream) {
        try (InputStream font = stream) {
            Font.loadFont(font, ANY_SIZE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
