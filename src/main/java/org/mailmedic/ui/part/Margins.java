package org.mailmedic.ui.part;

/// Keeps the lines of text from getting too long on a wide screen. Body, drawer and footer of a page ask the same, so that they begin at
/// the same line.
public final class Margins {
    /// The widest that a page gets, its own margins included, in pixels.
    private static final double WIDEST = 1248;

    private Margins() {}

    /// What is left free at each side of something that is as wide as the window.
    public static double beside(double width) {
        return Math.max(0, Math.floor((width - WIDEST) / 2));
    }
}
