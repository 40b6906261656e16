package org.mailmedic.explain.log;

import java.util.Locale;

/// Whose log it is.
enum MailProgram {
    POSTFIX, EXIM, SENDMAIL, OPENSMTPD, EXCHANGE;

    /// The word that documents use.
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
