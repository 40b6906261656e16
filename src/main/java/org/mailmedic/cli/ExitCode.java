package org.mailmedic.cli;

/// The exit codes of the contract, the same for all commands.
final class ExitCode {
    /// Healthy, done or explained.
    static final int FINE = 0;
    static final int PROBLEM = 1;
    /// The call or its input is wrong.
    static final int USAGE = 2;
    /// Inconclusive, or the program itself failed.
    static final int INCONCLUSIVE = 3;

    private ExitCode() {}
}
