package org.mailmedic.ui.part;

import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;

/// The journey of a mail as a row of stations, joined by a line that is solid where mail passed and dashed where it broke.
/// Where the row gets too narrow for the names the stations stand below each other.
public final class JourneyBar extends Control {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private final ObjectProperty<List<StationState>> stations = new SimpleObjectProperty<>(this, "stations", List.of());
    private final Texts texts;
    private final boolean compact;
    private final BooleanSupplier still;
    private String place = "";

    /// @param compact the small form of the answer page
    /// @param still   whether the system asks for reduced motion
    public JourneyBar(Texts texts, boolean compact, BooleanSupplier still) {
        this.texts = texts;
        this.compact = compact;
        this.still = still;
        getStyleClass().add("journey");
        pseudoClassStateChanged(COMPACT, compact);
        setFocusTraversable(false);
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(texts.get("journey.title"));
    }

    public ObjectProperty<List<StationState>> stationsProperty() {
        return stations;
    }

    /// The journey as the website's own server saw it: what stands first is that server and its network, not this computer.
    public void fromWebsite() {
        place = "website.";
    }

    /// What a station is called in this place.
    String name(Station station) {
        return texts.get("journey." + (station == Station.COMPUTER || station == Station.NETWORK ? place : "") + station.id());
    }

    boolean compact() {
        return compact;
    }

    boolean still() {
        return still.getAsBoolean();
    }

    Texts texts() {
        return texts;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new JourneySkin(this);
    }
}
