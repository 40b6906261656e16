package org.mailmedic;

/// Where the program starts: with arguments for the terminal it runs the command line, otherwise the window.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
    }
}
