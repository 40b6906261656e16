import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// For fish, in the words of its `complete`.
final class FishCompletions extends Completions {
    @Override
    String head(CommandLine program) {
        var text = new StringBuilder("""
                # Which command is being typed, and what each thing means in the language of the locale.
                function __mailmedic_cli_typing --argument-names wanted
                    set -l words (commandline -opc) ''
                    set -l command ''
                    contains -- "$words[2]" %s
                    and set command $words[2]
                    switch "$command $words[3]"
                """.formatted(String.join(" ", names(program))));
        families(program).forEach(family -> text.append("        case ").append(calls(family, "'", " "))
                .append("\n            set command \"$command $words[3]\"\n"));
        return text.append("""
                    end
                    test "$command" = "$wanted"
                end
                complete -c mailmedic-cli -f
                set -l locale (string match -v -- '' $LC_ALL $LC_MESSAGES $LANG) C
                switch $locale[1]
                """).toString();
    }

    @Override
    void language(StringBuilder text, String locales, CommandLine program) {
        text.append("    case '").append(locales).append("'\n");
        command(text, program);
        all(program).forEach(each -> command(text, each));
    }

    private static void command(StringBuilder text, CommandLine command) {
        var start = "        complete -c mailmedic-cli -n \"__mailmedic_cli_typing '" + path(command) + "'\"";
        commands(command).forEach(each -> text.append(start).append(" -a ").append(each.getCommandName()).append(" -d ")
                .append(quoted(line(each))).append('\n'));
        options(command).forEach(option -> text.append(start).append(option(option)).append(" -d ")
                .append(quoted(line(option.description()))).append('\n'));
        if (takesFile(command)) {
            text.append(start).append(" -F\n");
        }
    }

    private static String option(OptionSpec option) {
        var names = new StringBuilder();
        for (var name : option.names()) {
            names.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        return names + switch (follows(option)) {
            case NOTHING -> "";
            case WORD -> " -x";
            case FILE -> " -r -F";
            case FOLDER -> " -x -a '(__fish_complete_directories)'";
        };
    }

    @Override
    String foot(CommandLine program) {
        return "end\n";
    }

    private static String quoted(String words) {
        return "'" + words.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
