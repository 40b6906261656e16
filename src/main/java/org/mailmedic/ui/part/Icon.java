package org.mailmedic.ui.part;

import javafx.scene.AccessibleRole;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;

/// A line icon that is drawn as text, so that it grows with the text beside it. It says nothing by itself:
/// whoever shows it puts the meaning into words too.
public final class Icon extends Text {
    public Icon(Feather what, String... styles) {
        getStyleClass().add("icon");
        getStyleClass().addAll(styles);
        setAccessibleRole(AccessibleRole.NODE);
        setMouseTransparent(true);
        show(what);
    }

    public void show(Feather what) {
        setText(Character.toString(what.getCode()));
    }
}
