package org.mailmedic.ui.page.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;

/// A field whose text shows in colour what was understood in it. Which colour stands for what is said beside the field; F3 selects the next
/// place, Shift and F3 the one before.
final class MarkedField extends StackPane {
    /// A mark over more characters is drawn as far as this.
    private static final int LONGEST = 400;
    private static final double AIR = 2;
    private final TextArea field;
    private final Supplier<List<ShownText.Mark>> marks;
    private final Pane layer = new Pane();
    private final Rectangle clip = new Rectangle();
    private final Subscription watching;
    /// Whose places the marks are.
    private String marked = "";

    MarkedField(TextArea field, Supplier<List<ShownText.Mark>> marks) {
        super(field);
        this.field = field;
        this.marks = marks;
        layer.setMouseTransparent(true);
        layer.setManaged(false);
        layer.setFocusTraversable(false);
        layer.getStyleClass().add("marks");
        layer.setClip(clip);
        getChildren().add(layer);
        Runnable moved = this::requestLayout;
        watching = field.scrollTopProperty().subscribe(moved).and(field.textProperty().subscribe(moved))
                .and(field.fontProperty().subscribe(moved)).and(field.widthProperty().subscribe(moved))
                .and(field.heightProperty().subscribe(moved));
        field.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.F3 && !shown().isEmpty()) {
                next(key.isShiftDown());
                key.consume();
            }
        });
    }

    /// The style of a mark, in the text and beside it.
    static String style(String what) {
        return switch (what) {
            case "reply", "cause" -> "broken";
            case "host", "port" -> "accent";
            case "program" -> "fine";
            default -> "caution";
        };
    }

    /// The text was read: its marks are to be shown.
    void read() {
        marked = field.getText();
        requestLayout();
    }

    /// Selects the place of a mark.
    void show(ShownText.Mark mark) {
        field.requestFocus();
        field.selectRange(mark.to(), mark.from());
    }

    private void next(boolean back) {
        List<ShownText.Mark> all = shown();
        int here = Math.min(field.getSelection().getStart(), field.getSelection().getEnd());
        ShownText.Mark found = back ? all.getLast() : all.getFirst();
        if (back) {
            found = all.reversed().stream().filter(mark -> mark.from() < here).findFirst().orElse(found);
        } else {
            boolean none = field.getSelection().getLength() == 0;
            found = all.stream().filter(mark -> none ? mark.from() >= here : mark.from() > here).findFirst().orElse(found);
        }
        show(found);
    }

    /// What is typed since the text was read has moved the places.
    private List<ShownText.Mark> shown() {
        return field.getText().equals(marked) ? marks.get().stream().filter(mark -> mark.to() <= field.getLength())
                .sorted((one, other) -> Integer.compare(one.from(), other.from())).toList() : List.of();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        layer.resizeRelocate(field.getLayoutX(), field.getLayoutY(), field.getWidth(), field.getHeight());
        clip.setX(AIR);
        clip.setY(AIR);
        clip.setWidth(Math.max(0, field.getWidth() - 2 * AIR));
        clip.setHeight(Math.max(0, field.getHeight() - 2 * AIR));
        var boxes = new ArrayList<Region>();
        List<ShownText.Mark> all = shown();
        if (!all.isEmpty() && field.getSkin() instanceof TextAreaSkin skin) {
            field.layout();
            Node content = field.lookup(".content");
            Point2D origin = field.sceneToLocal(content.localToScene(0, 0));
            all.forEach(mark -> rows(skin, mark).forEach(row -> boxes.add(box(row, origin.getX() + field.getScrollLeft(),
                    origin.getY() + field.getScrollTop(), style(mark.what())))));
        }
        layer.getChildren().setAll(boxes);
    }

    /// The rows that a mark takes, from where the text begins.
    private static List<Rectangle2D> rows(TextAreaSkin skin, ShownText.Mark mark) {
        var rows = new ArrayList<Rectangle2D>();
        for (int i = mark.from(); i < Math.min(mark.to(), mark.from() + LONGEST); i++) {
            Rectangle2D at = skin.getCharacterBounds(i);
            if (at == null || at.getWidth() == 0) {
                continue;
            }
            Rectangle2D last = rows.isEmpty() ? null : rows.getLast();
            if (last != null && Math.abs(last.getMinY() - at.getMinY()) < 1 && at.getMinX() >= last.getMinX()) {
                rows.set(rows.size() - 1, new Rectangle2D(last.getMinX(), last.getMinY(), at.getMaxX() - last.getMinX(),
                        last.getHeight()));
            } else {
                rows.add(at);
            }
        }
        return rows;
    }

    /// @param x,y where the text begins in the field, however far it is scrolled
    private static Region box(Rectangle2D place, double x, double y, String style) {
        var box = new Region();
        box.getStyleClass().addAll("mark", style);
        box.resizeRelocate(x + place.getMinX(), y + place.getMinY(), place.getWidth(), place.getHeight());
        box.setManaged(false);
        return box;
    }

    void left() {
        watching.unsubscribe();
    }
}
