package org.mailmedic.ui.part;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/// Heights are worked out once for each width, and anew as soon as something inside has changed.
final class ReflowingTest {
    private static final double WIDTH = 400;

    private final Region inside = new Region();
    private int workedOut;
    private final Reflowing box = new Reflowing(inside) {
        @Override
        protected double heightAt(double width) {
            workedOut++;
            return inside.prefHeight(width);
        }
    };

    @Test
    void sameWidthIsWorkedOutOnce() {
        inside.setPrefHeight(20);
        assertEquals(20, box.prefHeight(WIDTH));
        assertEquals(20, box.minHeight(WIDTH));
        assertEquals(20, box.prefHeight(WIDTH));
        assertEquals(1, workedOut);
        box.prefHeight(WIDTH + 1);
        assertEquals(2, workedOut);
    }

    @Test
    void followsWhatChangesInside() {
        inside.setPrefHeight(20);
        box.prefHeight(WIDTH);
        inside.setPrefHeight(60);
        assertEquals(60, box.prefHeight(WIDTH));
        assertEquals(60, box.minHeight(WIDTH));
    }

    @Test
    void followsWhatChangesDeeperInside() {
        var deep = new Region();
        deep.setPrefHeight(20);
        var outer = new Flow(0, 0, new Flow(0, 0, deep));
        assertEquals(20, outer.prefHeight(WIDTH));
        deep.setPrefHeight(60);
        assertEquals(60, outer.prefHeight(WIDTH));
    }

    @Test
    void followsWhoComesAndGoes() {
        inside.setPrefHeight(20);
        var flow = new Flow(0, 0, inside);
        assertEquals(20, flow.prefHeight(WIDTH));
        inside.setManaged(false);
        assertEquals(0, flow.prefHeight(WIDTH));
        inside.setManaged(true);
        flow.getChildren().clear();
        assertEquals(0, flow.prefHeight(WIDTH));
    }

    @Test
    void followsWhatChangesWhileItIsPlaced() {
        var changing = new Reflowing(inside) {
            @Override
            protected double heightAt(double width) {
                return inside.prefHeight(width);
            }

            @Override
            protected void layoutChildren() {
                inside.setPrefHeight(60);
                forgetHeights();
            }
        };
        inside.setPrefHeight(20);
        assertEquals(20, changing.prefHeight(WIDTH));
        changing.layout();
        assertEquals(60, changing.prefHeight(WIDTH));
    }
}
