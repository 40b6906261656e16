package org.mailmedic.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/// `website`: the same look from the website's own server.
final class WebsiteCommand implements Callable<Integer> {
    private final Terminal terminal;
    private CommandSpec spec;

    WebsiteCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    CommandSpec spec() {
        spec = Choice.command(this, "website");
        spec.addSubcommand("make", new WebsiteMakeCommand(terminal).spec());
        spec.addSubcommand("ask", WebsiteReportCommand.asking(terminal).spec());
        spec.addSubcommand("read", WebsiteReportCommand.reading(terminal).spec());
        return spec.addOption(Choice.help());
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(terminal.err());
        return ExitCode.USAGE;
    }
}
