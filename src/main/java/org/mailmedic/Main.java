package org.mailmedic;

import org.mailmedic.ui.MailMedicApp;

/// Where the program starts: it opens the window. The terminal starts at `org.mailmedic.cli.CliMain`.
public final class Main {
    /// As mailmedic-cli says that it could do nothing.
    private static final int COULD_NOT = 3;

    private Main() {}

    public static void main(String[] args) {
        try {
            MailMedicApp.open(args);
        } catch (RuntimeException | Error noWindow) {
            // most often there is no display to open it on
            System.err.println(said(noWindow.getClass().getSimpleName()));
            Runtime.getRuntime().halt(COULD_NOT);
        }
    }

    private static String said(String kind) {
        try {
            return MailMedicApp.unopened(kind);
        } catch (RuntimeException | Error wordsToo) {
            return "Mail Medic: " + kind;
        }
    }
}
