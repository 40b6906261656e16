package org.mailmedic.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/// `website`: the same look from the website's own server.
final class WebsiteCommand implements Callable<Integer> {
    private final Terminal terminal;
    private @Nullable CommandSpec spec;

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
        Objects.requireNonNull(spec).commandLine().usage(terminal.err());
        return ExitCode.USAGE;
    }
}
