package org.mailmedic.settings;

import java.util.List;

/// The ports where servers take mail.
public final class MailPorts {
    /// Between servers (RFC 5321 §4.5.4.2). Networks and hosting companies often shut it for everybody else.
    public static final int BETWEEN_SERVERS = 25;
    /// For programs, with TLS from the start (RFC 8314 §3.3).
    public static final int SUBMISSIONS = 465;
    /// For programs, with STARTTLS (RFC 6409 §3.1).
    public static final int SUBMISSION = 587;
    /// A stand-in for 587 where that one is shut; by custom alone, and not at every provider.
    public static final int LAST_RESORT = 2525;
    /// Those for programs.
    public static final List<Integer> FOR_PROGRAMS = List.of(SUBMISSIONS, SUBMISSION, LAST_RESORT);
    /// All of them, in rising order.
    public static final List<Integer> ALL = List.of(BETWEEN_SERVERS, SUBMISSIONS, SUBMISSION, LAST_RESORT);

    private MailPorts() {}
}
