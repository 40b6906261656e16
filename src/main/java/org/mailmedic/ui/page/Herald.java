package org.mailmedic.ui.page;

import javafx.beans.property.BooleanProperty;

/// Tells the person, wherever they are on this computer, that something happened in the window: by a sound and a notification of the
/// system's. On the JavaFX thread.
public interface Herald {
    /// Whether that is wanted; remembered.
    BooleanProperty wantedProperty();

    /// Returns at once. Does nothing where it is not wanted, or where the system offers no way.
    ///
    /// @param words never anything that came from a server
    void tell(String title, String words);
}
