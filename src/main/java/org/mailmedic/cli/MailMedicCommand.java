package org.mailmedic.cli;

import java.util.concurrent.Callable;
import org.mailmedic.product.Product;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The program without a command: says what there is.
final class MailMedicCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final OptionSpec version = Choice.flag("-V", "--version");
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("mailmedic-cli")
            .addOption(Choice.help()).addOption(version);

    MailMedicCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        if (Choice.given(version)) {
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
