package org.mailmedic;

import org.mailmedic.ui.MailMedicApp;

/// Where the program starts: it opens the window. The terminal starts at `org.mailmedic.cli.CliMain`.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        MailMedicApp.open(args);
    }
}
