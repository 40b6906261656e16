package org.mailmedic.cli;

import java.util.concurrent.Callable;
import org.mailmedic.report.Product;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The program without a command: says what there is.
@Command(name = "mailmedic-cli", description = "Tells why mail does not go out, whose job it is to fix it, and what to do.",
        footer = {"", "Exit codes: 0 healthy or done, 1 a problem was found, 2 the call is wrong, 3 inconclusive."})
final class MailMedicCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
    private boolean help;

    @Option(names = {"-V", "--version"}, description = "Shows the version.")
    private boolean version;

    MailMedicCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (version) {
            return sayVersion(terminal);
        }
        spec.commandLine().usage(terminal.err());
        return ExitCode.USAGE;
    }

    static int sayVersion(Terminal terminal) {
        terminal.out().println(Product.name() + " " + Product.version());
        return ExitCode.FINE;
    }
}
