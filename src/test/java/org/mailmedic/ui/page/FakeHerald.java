package org.mailmedic.ui.page;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// Remembers what was told.
public final class FakeHerald implements Herald {
    public final List<String> told = new ArrayList<>();
    private final BooleanProperty wanted = new SimpleBooleanProperty(true);

    @Override
    public BooleanProperty wantedProperty() {
        return wanted;
    }

    @Override
    public void tell(String title, String words) {
        if (wanted.get()) {
            told.add(title + ": " + words);
        }
    }
}
