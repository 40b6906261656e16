import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// For zsh, in the words of its `_arguments` and `_describe`.
final class ZshCompletions extends Completions {
    @Override
    String head(CommandLine program) {
        var text = new StringBuilder("""
                #compdef %1$s
                # Which command is being typed, what it may be followed by, and what each means in the language of the locale.
                local command=
                local -a names options
                case $words[2] in
                    (%2$s)
                        (( CURRENT > 2 )) && { command=$words[2]; shift words; (( CURRENT-- )) } ;;
                esac
                case "$command $words[2]" in
                """.formatted(program.getCommandName(), String.join("|", names(program))));
        families(program).forEach(family -> text.append("    (").append(calls(family, "\"", "|")).append("""
                )
                        (( CURRENT > 2 )) && { command+=" $words[2]"; shift words; (( CURRENT-- )) } ;;
                """));
        return text.append("esac\ncase ${LC_ALL:-${LC_MESSAGES:-$LANG}} in\n").toString();
    }

    @Override
    void language(StringBuilder text, String locales, CommandLine program) {
        text.append("(").append(locales).append(")\n    case $command in\n");
        command(text, program);
        all(program).forEach(each -> command(text, each));
        text.append("    esac ;;\n");
    }

    private static void command(StringBuilder text, CommandLine command) {
        text.append("    (").append(quoted(path(command))).append(")\n");
        if (!command.getSubcommands().isEmpty()) {
            text.append("        names=(\n");
            commands(command).forEach(each -> text.append("            ").append(quoted(each.getCommandName() + ":" + line(each)))
                    .append('\n'));
            text.append("        )\n");
        }
        text.append("        options=(\n");
        for (var option : options(command)) {
            for (var name : option.names()) {
                text.append("            ").append(quoted(option(option, name))).append('\n');
            }
        }
        command.getCommandSpec().positionalParameters().stream().filter(each -> !each.hidden())
                .forEach(each -> text.append("            ").append(quoted(place(each))).append('\n'));
        text.append("        ) ;;\n");
    }

    /// An option that was given once is not offered again, unless it may be.
    private static String option(OptionSpec option, String name) {
        var again = option.isMultiValue() ? "*" : option.names().length > 1 ? "(" + String.join(" ", option.names()) + ")" : "";
        return again + name + (option.arity().max() == 0 ? "" : "=") + "[" + line(option.description()).replaceAll("[\\\\\\[\\]]", "\\\\$0")
                + "]" + action(option);
    }

    private static String place(PositionalParamSpec place) {
        return (place.isMultiValue() ? "*" : "") + action(place);
    }

    private static String action(ArgSpec argument) {
        var label = argument.paramLabel().replace(":", "\\:");
        return switch (follows(argument)) {
            case NOTHING -> "";
            case WORD -> ":" + label + ": ";
            case FILE -> ":" + label + ":_files";
            case FOLDER -> ":" + label + ":_files -/";
        };
    }

    @Override
    String foot(CommandLine program) {
        return """
                esac
                if (( $#names )) && [[ $PREFIX != -* ]]; then
                    _describe -t commands command names
                else
                    # What is asked for beside an option would keep the option from being filled in.
                    [[ $PREFIX == -* ]] && options=(${options:#(\\*|):*})
                    _arguments -S $options
                fi
                """;
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
