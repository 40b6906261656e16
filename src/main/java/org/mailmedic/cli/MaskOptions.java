package org.mailmedic.cli;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mailmedic.report.mask.Masking;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What is made unreadable in what is written.
final class MaskOptions {
    private final OptionSpec option = Choice.text("--mask", "LIST", "What to make unreadable: all, none, or some of user, addresses,"
            + " own_addresses, computer, folders. Usual: all for html and pdf, none otherwise. Passwords are never written.").build();

    void addTo(CommandSpec command) {
        command.addOption(option);
    }

    /// @param passedOn whether the form is one that is made to be passed on, where nothing was said
    Masking masking(boolean passedOn) throws UsageException {
        String kinds = option.getValue();
        if (kinds == null) {
            return passedOn ? Masking.usual() : Masking.none();
        }
        return switch (kinds.toLowerCase(Locale.ROOT)) {
            case "all" -> Masking.usual();
            case "none" -> Masking.none();
            default -> some(kinds);
        };
    }

    private static Masking some(String kinds) throws UsageException {
        var chosen = EnumSet.noneOf(Masking.Kind.class);
        for (String each : kinds.split(",")) {
            chosen.add(Arrays.stream(Masking.Kind.values()).filter(kind -> kind.id().equalsIgnoreCase(each.strip())).findFirst()
                    .orElseThrow(() -> new UsageException("--mask takes all, none or a list of " + Arrays.stream(Masking.Kind.values())
                            .map(Masking.Kind::id).collect(Collectors.joining(", ")) + ", not: " + each)));
        }
        return new Masking(chosen);
    }
}
