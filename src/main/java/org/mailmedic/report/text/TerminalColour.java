package org.mailmedic.report.text;

/// Colours of the terminal (ECMA-48 §8.3.117), or none at all.
public enum TerminalColour {
    BOLD("1"), QUIET("2"), FINE("32"), CAUTION("33"), BROKEN("31"), PLAIN("");

    private final String parameters;

    TerminalColour(String parameters) {
        this.parameters = parameters;
    }

    public String on(String text, boolean colour) {
        return !colour || parameters.isEmpty() ? text : "\u001b[" + parameters + "m" + text + "\u001b[0m";
    }
}
