package org.mailmedic.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The kinds of options that the commands have. They are described in code: to read them from annotations takes Java several times as
/// long as to read the command line, because it first has to write classes for the annotations. What they mean is said by [HelpWords].
final class Choice {
    /// Found by reflection it would cost as much as all other options.
    private static final ITypeConverter<Path> AS_PATH = Path::of;

    private Choice() {}

    /// An option with one text behind it; its value is null when it was not given and has no default.
    static OptionSpec.Builder text(String name, String label) {
        return OptionSpec.builder(name).paramLabel(label).type(String.class);
    }

    /// An option with the name of a file behind it; its value is null when it was not given.
    static OptionSpec file(String name, String label) {
        return OptionSpec.builder(name).paramLabel(label).type(Path.class).converters(AS_PATH).build();
    }

    /// An option that can be given several times, each time with a text behind it; its value is null when it was not given.
    static OptionSpec texts(String name, String label) {
        return OptionSpec.builder(name).paramLabel(label).type(List.class).auxiliaryTypes(String.class).build();
    }

    /// An option that stands alone; see [#given].
    static OptionSpec flag(String... names) {
        return OptionSpec.builder(names).type(boolean.class).build();
    }

    /// The option that every command has, as its last one.
    static OptionSpec help() {
        return OptionSpec.builder("-h", "--help").type(boolean.class).usageHelp(true).build();
    }

    static boolean given(OptionSpec flag) {
        return Boolean.TRUE.equals(flag.getValue());
    }

    /// A command without options so far, whose help keeps the order in which they are added.
    static CommandSpec command(Object work, String name) {
        var spec = CommandSpec.wrapWithoutInspection(work).name(name);
        spec.usageMessage().sortOptions(false);
        return spec;
    }
}
