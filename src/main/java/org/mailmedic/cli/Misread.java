package org.mailmedic.cli;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    private Misread() {}

    static String sentence(ParameterException trouble) {
        return switch (trouble) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched.getUnmatched().getFirst(), unmatched);
            case MissingParameterException missing -> missing(missing);
            case OverwrittenOptionException twice -> name(twice.getOverwritten()) + " can be given once only.";
            default -> misused(trouble);
        };
    }

    /// A value that does not fit. It is not repeated: behind an option that takes none may stand what is to be kept secret.
    private static String misused(ParameterException trouble) {
        if (trouble.getArgSpec() instanceof OptionSpec option && option.arity().max() == 0) {
            return name(option) + " takes no value.";
        }
        if (trouble.getArgSpec() instanceof OptionSpec option) {
            return "What stands behind " + name(option) + " cannot be used there. It is meant for: "
                    + String.join(" ", option.description());
        }
        return String.valueOf(trouble.getMessage()).lines().findFirst().orElse("This call cannot be understood.");
    }

    private static String unmatched(String word, UnmatchedArgumentException trouble) {
        if (word.startsWith("-")) {
            String option = OPTION.matcher(word).results().findFirst().map(MatchResult::group).orElse("-");
            return option.startsWith("--pass") ? option + " does not exist, since others could read a password there. Use --password-file,"
                + " --password-env or --password-stdin." : "There is no option " + option + " here." + instead(option, trouble);
        }
        boolean command = !trouble.getCommandLine().getSubcommands().isEmpty();
        String above = trouble.getCommandLine().getParent() == null ? "" : trouble.getCommandLine().getCommandName() + " ";
        return command ? "There is no command called " + above + word + "." + instead(word, trouble)
                : "There is one word too many, after " + before(word, trouble) + ".";
    }

    /// The word itself may be a password that was meant for an option.
    private static String before(String word, UnmatchedArgumentException trouble) {
        List<String> said = trouble.getCommandLine().getParseResult() == null ? List.of()
                : trouble.getCommandLine().getParseResult().originalArgs();
        int at = said.indexOf(word);
        return at > 0 && said.get(at - 1).startsWith("--") ? said.get(at - 1).replaceFirst("=.*", "=…") : "what this command takes";
    }

    /// Only what is one slip away, or goes on as the word began: picocli also suggests words that have but a few letters in common.
    private static String instead(String word, UnmatchedArgumentException trouble) {
        return trouble.getSuggestions().stream().filter(meant -> Spelling.distance(word, meant) == 1 || meant.startsWith(word)).findFirst()
                .map(meant -> " Did you mean " + meant + "?").orElse("");
    }

    private static String missing(MissingParameterException trouble) {
        List<ArgSpec> missing = trouble.getMissing();
        if (missing.isEmpty()) {
            return "Something is missing.";
        }
        ArgSpec first = missing.getFirst();
        if (first instanceof OptionSpec option && trouble.getCommandLine().getCommandSpec().requiredArgs().contains(option)
                && trouble.getMessage().startsWith("Missing required option")) {
            return "Please add " + missing.stream().map(each -> name(each) + " " + each.paramLabel())
                    .collect(Collectors.joining(" and ")) + ".";
        }
        return first instanceof OptionSpec ? name(first) + " needs a value behind it: " + first.paramLabel() + "."
            : "Please name " + String.join(" and ", missing.stream().map(ArgSpec::paramLabel).toList()) + ".";
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
