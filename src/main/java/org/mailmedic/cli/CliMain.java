package org.mailmedic.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.mailmedic.advice.Language;
import org.mailmedic.advice.TextBook;
import org.mailmedic.checkup.UsualCheckup;
import picocli.CommandLine;

/// The terminal's way in: `mailmedic-cli`. Standard output carries the result alone; everything else goes to standard error.
public final class CliMain {
    /// The commands by name, in the order in which the help shows them.
    private static final Map<String, Function<Terminal, Object>> COMMANDS = commands();

    private static final int DEEPEST_CAUSE = 8;
    private static final Set<String> VERSION = Set.of("-V", "--version");

    private CliMain() {}

    private static Map<String, Function<Terminal, Object>> commands() {
        var all = new LinkedHashMap<String, Function<Terminal, Object>>();
        all.put("diagnose", terminal -> new DiagnoseCommand(terminal).spec());
        all.put("watch", terminal -> new WatchCommand(terminal).spec());
        all.put("batch", terminal -> new BatchCommand(terminal).spec());
        all.put("exporter", terminal -> new ExporterCommand(terminal).spec());
        all.put("report", terminal -> new ReportCommand(terminal).spec());
        all.put("compare", terminal -> new CompareCommand(terminal).spec());
        all.put("discover", terminal -> new DiscoverCommand(terminal).spec());
        all.put("settings", terminal -> new SettingsCommand(terminal).spec());
        all.put("domain", terminal -> new DomainCommand(terminal).spec());
        all.put("website", terminal -> new WebsiteCommand(terminal).spec());
        all.put("explain", terminal -> new ExplainCommand(terminal).spec());
        all.put("practice", terminal -> new PracticeCommand(terminal).spec());
        return all;
    }

    public static void main(String[] args) {
        if (args.length > 0 && List.of("diagnose", "watch").contains(args[0])) {
            // while the command line is read
            UsualCheckup.prepare();
        }
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        // what breaks beside the main way is said in one line as well, and changes no answer
        var terminal = Terminal.system(out, err);
        Thread.setDefaultUncaughtExceptionHandler((_, broken) -> err.println(broke(broken, args, terminal)));
        TrainingCalls.make(terminal);
        int code = run(args, terminal);
        // threads that block in native name lookup would keep the program alive
        Runtime.getRuntime().halt(code);
    }

    /// All commands, their options and their words in that language: what the manual and the shells' completions are made from.
    public static CommandLine commandLine(Terminal terminal, Language words) {
        var line = grammar(terminal);
        COMMANDS.values().forEach(command -> line.addSubcommand(command.apply(terminal)));
        HelpWords.in(words.locale()).explain(line.getCommandSpec());
        return line;
    }

    /// An argument is its text and nothing else: what a form or a script passes on must not name a file whose words become options.
    private static CommandLine grammar(Terminal terminal) {
        // it would look up, by reflection, how to read dates and times of every kind, which no option has
        System.setProperty("picocli.converters.excludes", "java\\.(time|sql)\\..*");
        return new CommandLine(new MailMedicCommand(terminal).spec()).setExpandAtFiles(false);
    }

    /// Runs one command.
    ///
    /// @return the exit code of the contract
    public static int run(String[] args, Terminal terminal) {
        int code;
        try {
            code = called(args, terminal);
        } catch (Throwable broken) {
            // also what no program is to catch: an exit code of Java's own would be taken for an answer
            terminal.say(broke(broken, args, terminal));
            code = ExitCode.INCONCLUSIVE;
        }
        if (terminal.out().checkError()) {
            terminal.say(TextBook.open("terminal", spoken(args, terminal)).get("unwritten"));
            return ExitCode.INCONCLUSIVE;
        }
        return code;
    }

    private static String broke(Throwable fault, String[] args, Terminal terminal) {
        Throwable cause = fault;
        for (int i = 0; cause.getCause() != null && i < DEEPEST_CAUSE; i++) {
            cause = cause.getCause();
        }
        String kind = cause.getClass().getSimpleName();
        try {
            return TextBook.open("usage", spoken(args, terminal)).get("broke", Map.of("kind", kind));
        } catch (RuntimeException | Error wordsToo) {
            return "Mail Medic: " + kind;
        }
    }

    private static Locale spoken(String[] args, Terminal terminal) {
        return LanguageOption.spoken(List.of(args), terminal);
    }

    private static int called(String[] args, Terminal terminal) {
        if (args.length == 1 && VERSION.contains(args[0])) {
            // scripts ask this often; the command line's grammar is not needed for it
            return MailMedicCommand.sayVersion(terminal);
        }
        var line = grammar(terminal);
        // Describing a command takes time: only the one that was called is described, and all of them for the help.
        commandsFor(args).forEach(command -> line.addSubcommand(command.apply(terminal)));
        line.setOut(new PrintWriter(terminal.out(), true));
        line.setErr(new PrintWriter(terminal.err(), true));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        // words are read when they are said
        line.setHelpFactory((spec, colours) -> {
            if (spec.root().resourceBundle() == null) {
                HelpWords.in(spoken(args, terminal)).explain(spec.root());
            }
            return new CommandLine.Help(spec, colours);
        });
        line.setParameterExceptionHandler((problem, _) -> {
            new Misread(spoken(args, terminal)).say(problem, terminal);
            return ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((problem, _, _) -> {
            if (problem instanceof UsageException usage) {
                terminal.say(usage.sentence(spoken(args, terminal)));
                return ExitCode.USAGE;
            }
            if (problem instanceof UnwrittenException unwritten) {
                terminal.say(unwritten.sentence(spoken(args, terminal)));
                return ExitCode.INCONCLUSIVE;
            }
            terminal.say(broke(problem, args, terminal));
            return ExitCode.INCONCLUSIVE;
        });
        return line.execute(args);
    }

    private static Collection<Function<Terminal, Object>> commandsFor(String[] args) {
        String first = args.length == 0 ? "" : args[0];
        return COMMANDS.containsKey(first) ? List.of(COMMANDS.get(first)) : COMMANDS.values();
    }
}
