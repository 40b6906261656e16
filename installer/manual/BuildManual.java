import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mailmedic.advice.Language;
import org.mailmedic.cli.CliMain;
import org.mailmedic.cli.Terminal;
import picocli.AutoComplete;
import picocli.CommandLine;

/// Writes what a shell and `man` want to know about `mailmedic-cli`, from the very commands that the program has.
///
/// Run by Maven in the phase `package`, with the program on the class path: `java installer/manual/BuildManual.java TARGET VERSION DATE`.
///
/// ```
/// TARGET/man/man1/*.1                         one page for the program, one for each command, one for the window
/// TARGET/man/LANGUAGE/man1/*.1                the same in each other language
/// TARGET/bash-completion/completions/…        for bash
/// TARGET/zsh/site-functions/_mailmedic-cli    for zsh, with what each thing means, in every language
/// TARGET/fish/vendor_completions.d/…          the same for fish
/// ```
final class BuildManual {
    private BuildManual() {}

    public static void main(String[] args) throws IOException {
        var target = Path.of(args[0]);
        for (var language : Language.values()) {
            var words = Words.in(language);
            write(new ManPage(words, args[1], args[2].substring(0, 10)), program(language), Files.createDirectories(target.resolve(
                    words.section())));
        }
        completions(Arrays.stream(Language.values()).map(each -> new Completions.Spoken(each, program(each))).toList(), target);
    }

    private static CommandLine program(Language language) {
        return CliMain.commandLine(new Terminal(System.in, System.out, System.err, Map.of(), false, _ -> null), language);
    }

    private static void write(ManPage writer, CommandLine program, Path pages) throws IOException {
        Files.writeString(pages.resolve(program.getCommandName() + ".1"), writer.page(program));
        for (CommandLine command : program.getSubcommands().values()) {
            if (!command.getCommandSpec().usageMessage().hidden()) {
                Files.writeString(pages.resolve(program.getCommandName() + "-" + command.getCommandName() + ".1"), writer.page(command));
            }
        }
        Files.writeString(pages.resolve("MailMedic.1"), writer.windowPage());
    }

    private static void completions(List<Completions.Spoken> languages, Path target) throws IOException {
        var program = program(Language.ENGLISH);
        var name = program.getCommandName();
        // It is read by a shell and never run.
        write(target.resolve("bash-completion", "completions", name), AutoComplete.bash(name, program).replaceFirst("^#!.*\\R", ""));
        write(target.resolve("zsh", "site-functions", "_" + name), new ZshCompletions().of(languages));
        write(target.resolve("fish", "vendor_completions.d", name + ".fish"), new FishCompletions().of(languages));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
