package org.mailmedic.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mailmedic.advice.Language;
import org.mailmedic.settings.UserInfo;

/// What a command talks to. Handed in, so that a test can be the terminal.
///
/// @param interactive whether a person sits there: for questions, progress and colour
/// @param ask         asks for something secret without showing it; null when the person gave up
public record Terminal(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment, boolean interactive,
                       Function<String, char[]> ask) {
    private static final int USUAL_WIDTH = 80;

    static Terminal system(PrintStream out, PrintStream err) {
        var console = System.console();
        boolean interactive = console != null && console.isTerminal();
        return new Terminal(System.in, out, err, System.getenv(), interactive,
                prompt -> Objects.requireNonNull(console).readPassword("%s", prompt));
    }

    void say(String line) {
        err.println(UserInfo.maskedIn(line));
    }

    /// Rings where a person sits: the character BEL, which a terminal shows or sounds as it is set to.
    void ring() {
        if (interactive) {
            err.print('\u0007');
            err.flush();
        }
    }

    /// See no-color.org: any value that is not empty counts. A terminal called `dumb` would show the colours' codes.
    boolean colour() {
        return interactive && environment.getOrDefault("NO_COLOR", "").isEmpty() && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    int width() {
        try {
            return Math.clamp(Integer.parseInt(environment.getOrDefault("COLUMNS", "")), 40, 200);
        } catch (NumberFormatException unknown) {
            return USUAL_WIDTH;
        }
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name));
    }

    /// The system's, where the words are there in it; else English. Java only knows the languages that the system has data for and says
    /// `en_US` for every other one: what was asked for (POSIX, Base Definitions §8.2) then counts.
    Locale language() {
        Locale own = Locale.getDefault();
        Locale asked = List.of(Locale.US, Locale.ENGLISH).contains(own) ? asked().orElse(own) : own;
        return Language.of(asked).locale();
    }

    private Optional<Locale> asked() {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG").map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty()).findFirst().flatMap(LanguageOption::locale);
    }
}
