package org.mailmedic.ui.details;

import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.layout.HBox;
import org.mailmedic.ui.part.CopyButton;
import org.mailmedic.ui.part.Texts;

/// Under a view: copies all of it as text.
final class CopyBar extends HBox {
    CopyBar(Texts texts, Supplier<String> what) {
        getChildren().add(CopyButton.link(texts, texts.get("details.copy_all"), what));
        setPadding(new Insets(4, 0, 0, -4));
    }
}
