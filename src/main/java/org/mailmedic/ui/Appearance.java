package org.mailmedic.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/// Light or dark, and the size of the text; changes apply at once.
public final class Appearance {
    /// Which look is wanted.
    public enum Look { SYSTEM, LIGHT, DARK }

    /// Text sizes in per cent.
    public static final List<Integer> SIZES = List.of(100, 125, 150, 175, 200);
    private static final double BASE = 14;
    private static final List<String> SHEETS =
            List.of("type", "window", "controls", "start", "form", "account", "journey", "checkup", "answer", "compare", "details", "timeline", "grid", "certificate");
    private final ObjectProperty<Look> look = new SimpleObjectProperty<>(this, "look", Look.SYSTEM);
    private final IntegerProperty size = new SimpleIntegerProperty(this, "size", SIZES.getFirst());
    private final Scene scene;

    public Appearance(Scene scene) {
        this.scene = scene;
        look.subscribe(_ -> apply());
        size.subscribe(now -> scene.getRoot().setStyle("-fx-font-size: " + BASE * now.intValue() / 100 + "px;"));
        Platform.getPreferences().colorSchemeProperty().subscribe(_ -> apply());
    }

    public ObjectProperty<Look> lookProperty() {
        return look;
    }

    public IntegerProperty sizeProperty() {
        return size;
    }

    /// The next text size up or down the list; stays at its ends.
    public void resize(int by) {
        int at = SIZES.indexOf(size.get()) + by;
        size.set(SIZES.get(Math.clamp(at, 0, SIZES.size() - 1)));
    }

    public boolean dark() {
        return switch (look.get()) {
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
            case LIGHT -> false;
            case DARK -> true;
        };
    }

    /// Whether the system asks for reduced motion.
    public static boolean still() {
        return Platform.getPreferences().isReducedMotion();
    }

    private void apply() {
        var base = dark() ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(base.getUserAgentStylesheet());
        var sheets = new ArrayList<String>();
        sheets.add(sheet(dark() ? "tokens-dark" : "tokens-light"));
        SHEETS.forEach(name -> sheets.add(sheet(name)));
        scene.getStylesheets().setAll(sheets);
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Appearance.class.getResource("/org/mailmedic/style/" + name + ".css"), name).toExternalForm();
    }
}
