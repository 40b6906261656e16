import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// One command as a page for `man`, in the macros of man(7).
final class ManPage {
    private final Words words;
    private final String version;
    private final String date;

    /// @param date the day of the version, YYYY-MM-DD
    ManPage(Words words, String version, String date) {
        this.words = words;
        this.version = version;
        this.date = date;
    }

    String page(CommandLine command) {
        var spec = command.getCommandSpec();
        var name = spec.qualifiedName("-");
        var described = sentences(spec.usageMessage().description());
        var page = head(name, described);
        page.heading(words.get("synopsis"));
        page.line("\\fB" + Roff.escape(spec.qualifiedName(" ")) + "\\fR" + synopsis(command));
        page.heading(words.get("description"));
        page.text(described);
        arguments(page, spec.positionalParameters());
        options(page, spec.options());
        commands(page, command);
        page.heading(words.get("exit"));
        for (var code : List.of("0", "1", "2", "3")) {
            page.item("\\fB" + code + "\\fR", words.get("exit." + code));
        }
        if (spec.usageMessage().footer().length > 0) {
            page.text(sentences(spec.usageMessage().footer()));
        }
        page.heading(words.get("environment"));
        for (var variable : List.of("COLUMNS", "NO_COLOR")) {
            page.item("\\fB" + variable + "\\fR", words.get("environment." + variable));
        }
        see(page, name, command);
        return page.toString();
    }

    /// The window's page: it has no options, only a file to open.
    String windowPage() {
        var page = head("MailMedic", words.get("window.line"));
        page.heading(words.get("synopsis"));
        page.line("\\fBMailMedic\\fR [\\fI" + Roff.escape("FILE.mailmedic.json") + "\\fR]");
        page.heading(words.get("description"));
        page.text(words.get("window.description"));
        page.heading(words.get("arguments"));
        page.item("\\fI" + Roff.escape("FILE.mailmedic.json") + "\\fR", words.get("window.file"));
        page.heading(words.get("see"));
        page.line("\\fBmailmedic\\-cli\\fR(1)");
        return page.toString();
    }

    private Roff head(String name, String line) {
        var page = new Roff();
        page.line(".TH %s 1 %s \"Mail Medic %s\" \"%s\"".formatted(Roff.escape(name.toUpperCase(Locale.ROOT)), date, version,
                words.get("manual")));
        page.heading(words.get("name"));
        var whatis = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
        page.line(Roff.escape(name) + " \\-");
        page.text(whatis.substring(0, 1).toLowerCase(Locale.ROOT) + whatis.substring(1));
        return page;
    }

    /// What may follow the command: all options are one word, since they are listed below.
    private String synopsis(CommandLine command) {
        var spec = command.getCommandSpec();
        var parts = new ArrayList<String>();
        if (!spec.options().isEmpty()) {
            parts.add("[\\fI" + Roff.escape(words.get("synopsis.options")) + "\\fR]");
        }
        spec.positionalParameters().stream().filter(p -> !p.hidden()).forEach(p -> {
            var label = "\\fI" + Roff.escape(p.paramLabel()) + "\\fR";
            parts.add(p.arity().min() == 0 ? "[" + label + "]" : label);
        });
        if (!command.getSubcommands().isEmpty()) {
            parts.add("[\\fI" + Roff.escape(words.get("synopsis.command")) + "\\fR]");
        }
        return parts.stream().map(part -> " " + part).collect(Collectors.joining());
    }

    private void arguments(Roff page, List<PositionalParamSpec> arguments) {
        var shown = arguments.stream().filter(argument -> !argument.hidden()).toList();
        if (!shown.isEmpty()) {
            page.heading(words.get("arguments"));
            shown.forEach(argument -> page.item("\\fI" + Roff.escape(argument.paramLabel()) + "\\fR", meaning(argument)));
        }
    }

    private void options(Roff page, List<OptionSpec> options) {
        var shown = options.stream().filter(option -> !option.hidden()).toList();
        if (!shown.isEmpty()) {
            page.heading(words.get("options"));
            for (var option : shown) {
                var names = Arrays.stream(option.names()).map(name -> "\\fB" + Roff.escape(name) + "\\fR")
                        .collect(Collectors.joining(", "));
                page.item(option.arity().max() == 0 ? names : names + "=\\fI" + Roff.escape(option.paramLabel()) + "\\fR", meaning(option));
            }
        }
    }

    private String meaning(ArgSpec argument) {
        var text = sentences(argument.description());
        var usual = argument.defaultValue();
        boolean tells = usual != null && !usual.isBlank() && !(argument.arity().max() == 0);
        return tells ? text + " " + words.get("default") + " " + usual + "." : text;
    }

    private void commands(Roff page, CommandLine command) {
        var shown = command.getSubcommands().values().stream().filter(sub -> !sub.getCommandSpec().usageMessage().hidden()).toList();
        if (!shown.isEmpty()) {
            page.heading(words.get("commands"));
            for (var sub : shown) {
                page.item("\\fB" + Roff.escape(sub.getCommandSpec().qualifiedName("-")) + "\\fR(1)",
                        sentences(sub.getCommandSpec().usageMessage().description()));
            }
        }
    }

    private void see(Roff page, String name, CommandLine command) {
        var program = command.getParent() == null ? command : command.getParent();
        var others = new ArrayList<>(List.of("MailMedic"));
        if (program != command) {
            others.add(program.getCommandName());
        }
        program.getSubcommands().values().stream().filter(sub -> sub != command && !sub.getCommandSpec().usageMessage().hidden())
            .map(sub -> sub.getCommandSpec().qualifiedName("-")).sorted().forEach(others::add);
        page.heading(words.get("see"));
        page.line(others.stream().map(other -> "\\fB" + Roff.escape(other) + "\\fR(1)").collect(Collectors.joining(",\n")));
    }

    /// The lines of a description as picocli would print them: they are format strings, and may carry markup.
    private static String sentences(String[] lines) {
        return Arrays.stream(lines).map(line -> Help.Ansi.OFF.string(line.formatted())).collect(Collectors.joining(" "))
                .replaceAll("\\s+", " ").strip();
    }
}
