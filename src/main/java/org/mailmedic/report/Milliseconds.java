package org.mailmedic.report;

/// Times as the report writes them: milliseconds with at most three decimals.
public final class Milliseconds {
    private Milliseconds() {}

    public static double rounded(double milliseconds) {
        return Double.isFinite(milliseconds) ? Math.round(milliseconds * 1000) / 1000.0 : 0;
    }
}
