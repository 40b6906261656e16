import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mailmedic.advice.Language;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What a shell shows while a command is typed: each command and each option with what it does, in the language of the person who types.
/// One file holds all languages, since shells know of one alone.
abstract sealed class Completions permits FishCompletions, ZshCompletions {
    /// What follows a word of the command line.
    enum Follows { NOTHING, WORD, FILE, FOLDER }

    /// @param languages the program in each of them
    final String of(List<Spoken> languages) {
        var text = new StringBuilder(head(languages.getFirst().program()));
        languages.stream().filter(each -> each.language() != Language.ENGLISH).forEach(each -> language(text,
                each.language().locale().getLanguage() + "*", each.program()));
        language(text, "*", languages.stream().filter(each -> each.language() == Language.ENGLISH).findFirst().orElseThrow().program());
        return text.append(foot(languages.getFirst().program())).toString();
    }

    /// The program in one language.
    record Spoken(Language language, CommandLine program) {}

    abstract String head(CommandLine program);

    /// @param locales a pattern of the shell for the names of its locales
    abstract void language(StringBuilder text, String locales, CommandLine program);

    abstract String foot(CommandLine program);

    static List<CommandLine> commands(CommandLine program) {
        return program.getSubcommands().values().stream().filter(each -> !each.getCommandSpec().usageMessage().hidden()).toList();
    }

    static List<String> names(CommandLine program) {
        return commands(program).stream().map(CommandLine::getCommandName).toList();
    }

    /// Those that have commands of their own.
    static List<CommandLine> families(CommandLine program) {
        return commands(program).stream().filter(each -> !each.getSubcommands().isEmpty()).toList();
    }

    /// How the commands of one of those are called: `"website make"|"website ask"`.
    static String calls(CommandLine family, String quote, String between) {
        return names(family).stream().map(name -> quote + family.getCommandName() + " " + name + quote)
                .collect(Collectors.joining(between));
    }

    /// All commands below, each with the words that call it: `website make`.
    static List<CommandLine> all(CommandLine program) {
        var all = new ArrayList<CommandLine>();
        for (var each : commands(program)) {
            all.add(each);
            all.addAll(all(each));
        }
        return all;
    }

    /// The words that call it, without the program's own.
    static String path(CommandLine command) {
        var words = command.getCommandSpec().qualifiedName(" ");
        return words.contains(" ") ? words.substring(words.indexOf(' ') + 1) : "";
    }

    static List<OptionSpec> options(CommandLine command) {
        return command.getCommandSpec().options().stream().filter(option -> !option.hidden()).toList();
    }

    static boolean takesFile(CommandLine command) {
        return command.getCommandSpec().positionalParameters().stream().map(Completions::follows).anyMatch(Follows.FILE::equals);
    }

    static Follows follows(ArgSpec argument) {
        if (argument.arity().max() == 0) {
            return Follows.NOTHING;
        }
        return switch (argument.paramLabel().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "")) {
            case "DIR" -> Follows.FOLDER;
            case "FILE", "OLD", "NEW" -> Follows.FILE;
            default -> Follows.WORD;
        };
    }

    static String line(CommandLine command) {
        return line(command.getCommandSpec().usageMessage().description());
    }

    /// The first sentence, without its full stop: a line has no room for more.
    static String line(String[] description) {
        var text = Arrays.stream(description).map(each -> Help.Ansi.OFF.string(each.formatted())).collect(Collectors.joining(" "))
                .replaceAll("\\s+", " ").strip();
        return text.replaceFirst("\\.(?: .*+)?$", "");
    }
}
