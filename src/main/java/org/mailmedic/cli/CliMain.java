package org.mailmedic.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/// The terminal's way in: `mailmedic-cli`. Standard output carries the result alone; everything else goes to standard error.
public final class CliMain {
    private CliMain() {}

    public static void main(String[] args) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(args, Terminal.system(out, err));
        out.flush();
        // threads that block in native name lookup would keep the program alive
        Runtime.getRuntime().halt(code);
    }

    /// Runs one command.
    ///
    /// @return the exit code of the contract
    public static int run(String[] args, Terminal terminal) {
        var line = new CommandLine(new MailMedicCommand(terminal));
        line.addSubcommand(new DiagnoseCommand(terminal));
        line.addSubcommand(new ReportCommand(terminal));
        line.addSubcommand(new CompareCommand(terminal));
        line.addSubcommand(new PracticeCommand(terminal));
        line.addSubcommand(new DiscoverCommand(terminal));
        line.addSubcommand(new SettingsCommand(terminal));
        line.setOut(new PrintWriter(terminal.out(), true));
        line.setErr(new PrintWriter(terminal.err(), true));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setParameterExceptionHandler((problem, _) -> {
            terminal.say(firstLine(problem.getMessage()));
            terminal.say("See: " + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((problem, _, _) -> {
            if (problem instanceof UsageException usage) {
                terminal.say(usage.getMessage());
                return ExitCode.USAGE;
            }
            terminal.say("Mail Medic itself broke: " + problem.getClass().getSimpleName() + ". This is our fault, not your server's.");
            return ExitCode.INCONCLUSIVE;
        });
        return line.execute(args);
    }

    private static String firstLine(String message) {
        return String.valueOf(message).lines().findFirst().orElse("This call cannot be understood.");
    }
}
