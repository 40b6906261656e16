package org.mailmedic.cli;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.mailmedic.report.mask.Masking;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What is made unreadable in what is written.
final class MaskOptions {
    private final OptionSpec option = Choice.text("--mask", "LIST").build();

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
                    .orElseThrow(() -> new UsageException("takes.mask", Map.of("given", each, "choices",
                            Arrays.stream(Masking.Kind.values()).map(Masking.Kind::id).collect(Collectors.joining(", "))))));
        }
        return new Masking(chosen);
    }
}
