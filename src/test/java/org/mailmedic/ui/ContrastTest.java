package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/// Every text and icon stands out from its ground in both looks: 4.5:1 at least, 7:1 for the headline, the party badge and the steps
/// (WCAG 2.2, 1.4.3 and 1.4.6).
final class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double LEADING = 7;

    /// @param text  what is read
    /// @param ratio what was measured
    record Measured(String text, double ratio, double wanted, Color ink, Color ground) {}

    @Test
    void measuresKnownPairs() {
        assertEquals(21, ratio(Color.BLACK, Color.WHITE), 0.01);
        assertEquals(4.48, ratio(Color.web("#777777"), Color.WHITE), 0.01);
    }

    /// Of the page that is shown, in both looks; the light one is there again afterwards.
    static void everyTextStandsOutFromItsGround(TestWindow window) {
        for (var look : List.of(Appearance.Look.LIGHT, Appearance.Look.DARK)) {
            window.does(() -> window.appearance().lookProperty().set(look));
            List<Measured> all = window.sees(() -> {
                window.scene().getRoot().applyCss();
                var measured = new ArrayList<Measured>();
                measure(window.scene().getRoot(), measured);
                return measured;
            });
            assertTrue(all.size() > 5, "texts were found");
            assertEquals(List.of(), all.stream().filter(each -> each.ratio() < each.wanted()).toList(), look.name());
        }
    }

    private static void measure(Node node, List<Measured> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Text text && !text.getText().isBlank() && text.getFill() instanceof Color ink) {
            Color ground = ground(text);
            found.add(new Measured(text.getText(), ratio(ink, ground), wanted(text), ink, ground));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> measure(child, found));
        }
    }

    private static double wanted(Text text) {
        boolean done = has(text.getParent(), PseudoClass.getPseudoClass("done"));
        boolean party = within(text, "badge") && !within(text, "outline");
        boolean leading = within(text, "headline") || party || within(text, "step") && within(text, "plain") && !done;
        return leading ? LEADING : TEXT;
    }

    private static boolean has(Node node, PseudoClass state) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.getPseudoClassStates().contains(state)) {
                return true;
            }
        }
        return false;
    }

    private static boolean within(Node node, String style) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.getStyleClass().contains(style)) {
                return true;
            }
        }
        return false;
    }

    /// The nearest fill behind the node that lets nothing through.
    private static Color ground(Node node) {
        for (Node each = node.getParent(); each != null; each = each.getParent()) {
            if (each instanceof Region region && region.getBackground() != null) {
                List<BackgroundFill> fills = region.getBackground().getFills();
                for (BackgroundFill fill : fills.reversed()) {
                    if (fill.getFill() instanceof Color color && color.getOpacity() == 1) {
                        return color;
                    }
                }
            }
        }
        throw new AssertionError("nothing behind " + node);
    }

    /// WCAG 2.2, relative luminance and contrast ratio.
    static double ratio(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
