package org.mailmedic.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mailmedic.advice.TextBook;
import org.mailmedic.settings.Spelling;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says of a command line that cannot be understood what is to be changed. What stands behind an unknown option is never repeated: it may
/// be a password that somebody has put there.
final class Misread {
    /// A long name up to its `=`, or one letter, behind which a value may follow at once.
    private static final Pattern OPTION = Pattern.compile("^(--[^=]*|-.)");

    private final Locale language;
    private final TextBook words;

    Misread(Locale language) {
        this.language = language;
        words = TextBook.open("usage", language);
    }

    void say(ParameterException trouble, Terminal terminal) {
        terminal.say(sentence(trouble));
        terminal.say(words.get("see", Map.of("command", trouble.getCommandLine().getCommandSpec().qualifiedName())));
    }

    private String sentence(ParameterException trouble) {
        return switch (trouble) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched.getUnmatched().getFirst(), unmatched);
            case MissingParameterException missing -> missing(missing);
            case OverwrittenOptionException twice -> words.get("twice", Map.of("option", name(twice.getOverwritten())));
            default -> misused(trouble);
        };
    }

    /// A value that does not fit. It is not repeated: behind an option that takes none may stand what is to be kept secret.
    private String misused(ParameterException trouble) {
        if (trouble.getArgSpec() instanceof OptionSpec option && option.arity().max() == 0) {
            return words.get("no_value", Map.of("option", name(option)));
        }
        if (trouble.getArgSpec() instanceof OptionSpec option) {
            HelpWords.in(language).explain(trouble.getCommandLine().getCommandSpec().root());
            return words.get("unfit", Map.of("option", name(option), "meaning", String.join(" ", option.description()).formatted()));
        }
        return words.get("misread");
    }

    private String unmatched(String word, UnmatchedArgumentException trouble) {
        if (word.startsWith("-")) {
            String option = OPTION.matcher(word).results().findFirst().map(MatchResult::group).orElse("-");
            return option.startsWith("--pass") ? words.get("password_option", Map.of("option", option))
                    : meant(option, trouble).map(meant -> words.get("no_option.meant", Map.of("option", option, "meant", meant)))
                    .orElseGet(() -> words.get("no_option", Map.of("option", option)));
        }
        boolean command = !trouble.getCommandLine().getSubcommands().isEmpty();
        String above = trouble.getCommandLine().getParent() == null ? "" : trouble.getCommandLine().getCommandName() + " ";
        return command ? meant(word, trouble).map(meant -> words.get("no_command.meant", Map.of("command", above + word, "meant", meant)))
                .orElseGet(() -> words.get("no_command", Map.of("command", above + word)))
                : before(word, trouble).map(option -> words.get("word_too_many.after", Map.of("option", option)))
                .orElseGet(() -> words.get("word_too_many"));
    }

    /// The word itself may be a password that was meant for an option.
    private static Optional<String> before(String word, UnmatchedArgumentException trouble) {
        List<String> said = trouble.getCommandLine().getParseResult() == null ? List.of()
                : trouble.getCommandLine().getParseResult().originalArgs();
        int at = said.indexOf(word);
        return at > 0 && said.get(at - 1).startsWith("--") ? Optional.of(said.get(at - 1).replaceFirst("=.*", "=…")) : Optional.empty();
    }

    /// Only what is one slip away, or goes on as the word began: picocli also suggests words that have but a few letters in common.
    private static Optional<String> meant(String word, UnmatchedArgumentException trouble) {
        return trouble.getSuggestions().stream().filter(meant -> Spelling.distance(word, meant) == 1 || meant.startsWith(word)).findFirst();
    }

    private String missing(MissingParameterException trouble) {
        List<ArgSpec> missing = trouble.getMissing();
        if (missing.isEmpty()) {
            return words.get("missing");
        }
        ArgSpec first = missing.getFirst();
        if (first instanceof OptionSpec option && trouble.getCommandLine().getCommandSpec().requiredArgs().contains(option)
                && String.valueOf(trouble.getMessage()).startsWith("Missing required option")) {
            return words.get("add", Map.of("options", missing.stream().map(each -> name(each) + " " + each.paramLabel())
                    .collect(Collectors.joining(words.get("and")))));
        }
        return first instanceof OptionSpec ? words.get("needs_value", Map.of("option", name(first), "value", first.paramLabel()))
                : words.get("name", Map.of("arguments", String.join(words.get("and"), missing.stream().map(ArgSpec::paramLabel).toList())));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
