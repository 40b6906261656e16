package org.mailmedic.ui.part;

import java.util.EnumSet;
import java.util.Set;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;

/// A line icon that is drawn as text, so that it grows with the text beside it. It says nothing by itself:
/// whoever shows it puts the meaning into words too.
public final class Icon extends Text {
    private static final Set<Feather> POINTING = EnumSet.of(Feather.ARROW_LEFT, Feather.ARROW_RIGHT, Feather.CHEVRON_RIGHT, Feather.LOG_IN,
            Feather.EXTERNAL_LINK);
    private boolean pointing;

    public Icon(Feather what, String... styles) {
        getStyleClass().add("icon");
        getStyleClass().addAll(styles);
        setAccessibleRole(AccessibleRole.NODE);
        setMouseTransparent(true);
        effectiveNodeOrientationProperty().subscribe(_ -> point());
        show(what);
    }

    /// A text is not mirrored with the window: what points somewhere has to be turned.
    private void point() {
        boolean turned = pointing && getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
        setScaleX(turned ? -1 : 1);
    }

    public void show(Feather what) {
        pointing = POINTING.contains(what);
        point();
        setText(Character.toString(what.getCode()));
    }
}
