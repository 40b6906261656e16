package org.mailmedic.ui;

import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.util.Subscription;

/// Light or dark, the size of the text, and whether things move; changes apply at once and are remembered.
public final class Appearance {
    /// Which look is wanted.
    public enum Look { SYSTEM, LIGHT, DARK }

    private static final String LOOK = "look";
    private static final String SIZE = "text_size";
    private static final String STILL = "less_movement";

    /// Text sizes in per cent.
    public static final List<Integer> SIZES = List.of(100, 125, 150, 175, 200);
    private static final double BASE = 14;
    private final ObjectProperty<Look> look = new SimpleObjectProperty<>(this, "look", Look.SYSTEM);
    private final IntegerProperty size = new SimpleIntegerProperty(this, "size", SIZES.getFirst());
    private final BooleanProperty lessMovement = new SimpleBooleanProperty(this, "lessMovement");
    private final Scene scene;
    private final Subscription system;

    public Appearance(Scene scene, WindowMemory keepsakes) {
        this.scene = scene;
        remember(keepsakes);
        look.subscribe(_ -> apply());
        size.subscribe(now -> scene.getRoot().setStyle("-fx-font-size: " + BASE * now.intValue() / 100 + "px;"));
        system = Platform.getPreferences().colorSchemeProperty().subscribe(_ -> apply());
    }

    /// The window is gone: the system's preferences, which outlive it, hold on to it no longer.
    void leave() {
        system.unsubscribe();
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

    /// Whether the person wants less movement, whatever the system asks for.
    public BooleanProperty lessMovementProperty() {
        return lessMovement;
    }

    /// Whether nothing is to move: the person or the system asks for it.
    public boolean still() {
        return lessMovement.get() || Platform.getPreferences().isReducedMotion();
    }

    /// What was kept by another version, or by hand, may be anything.
    private void remember(WindowMemory keepsakes) {
        keepsakes.find(LOOK).flatMap(name -> Arrays.stream(Look.values()).filter(each -> each.name().equals(name)).findFirst())
                .ifPresent(look::set);
        keepsakes.find(SIZE).flatMap(text -> SIZES.stream().filter(each -> each.toString().equals(text)).findFirst()).ifPresent(size::set);
        keepsakes.find(STILL).map(Boolean::parseBoolean).ifPresent(lessMovement::set);
        look.addListener((_, _, now) -> keepsakes.keep(LOOK, now.name()));
        size.addListener((_, _, now) -> keepsakes.keep(SIZE, now.toString()));
        lessMovement.addListener((_, _, now) -> keepsakes.keep(STILL, now.toString()));
    }

    /// The address of the window's own stylesheet, as the build has put it together, see installer/styles.
    static URL own(boolean dark) {
        return sheet("", dark);
    }

    private void apply() {
        // AtlantaFX's Primer, less what the window never shows
        String base = sheet("base-", dark()).toExternalForm();
        if (!base.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(base);
        }
        List<String> own = List.of(own(dark()).toExternalForm());
        if (!own.equals(scene.getStylesheets())) {
            scene.getStylesheets().setAll(own);
        }
    }

    private static URL sheet(String kind, boolean dark) {
        String name = "/org/mailmedic/style/" + kind + (dark ? "dark" : "light") + ".bss";
        return Objects.requireNonNull(Appearance.class.getResource(name), name);
    }
}
