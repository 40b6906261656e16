package org.mailmedic.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailmedic.advice.TextBook;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Secret;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Where the password or token comes from. There is no option that carries it: command lines are seen by everybody on a computer.
final class PasswordOptions {
    private static final int LONGEST = 64 * 1024;
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9]{0,40}(_[A-Z0-9]{1,40}){1,8}");

    private final OptionSpec file = Choice.file("--password-file", "F");
    private final OptionSpec variable = Choice.text("--password-env", "VAR").build();
    private final OptionSpec stdin = Choice.flag("--password-stdin");
    private final OptionSpec tokenFile = Choice.file("--access-token-file", "F");

    void addTo(CommandSpec command) {
        List.of(file, variable, stdin, tokenFile).forEach(command::addOption);
    }

    boolean fromStandardInput() {
        return Choice.given(stdin);
    }

    /// The login for this user name. Asks, when a person is there and nothing says where the password comes from.
    Login login(Optional<String> user, Terminal terminal, Locale language) throws UsageException {
        Path tokenFile = this.tokenFile.getValue();
        long sources = Stream.of(file.getValue() != null, variable.getValue() != null, Choice.given(stdin), tokenFile != null)
                .filter(given -> given).count();
        if (sources > 1) {
            throw new UsageException("secret.several", Map.of());
        }
        if (tokenFile != null) {
            return new Login.AccessToken(user.orElse(""), read(tokenFile));
        }
        if (sources == 1) {
            return new Login.Password(user.orElse(""), password(terminal));
        }
        if (user.isEmpty()) {
            return new Login.None();
        }
        return ask(user.get(), terminal, TextBook.open("terminal", language));
    }

    private static Login ask(String user, Terminal terminal, TextBook words) {
        if (!terminal.interactive()) {
            terminal.say(words.get("password.none"));
            return new Login.NameOnly(user);
        }
        char[] typed = terminal.ask().apply(words.get("password.ask", Map.of("user", user)) + " ");
        if (typed == null || typed.length == 0) {
            return new Login.NameOnly(user);
        }
        var secret = Secret.of(typed);
        Arrays.fill(typed, '\0');
        return new Login.Password(user, secret);
    }

    private Secret password(Terminal terminal) throws UsageException {
        Path file = this.file.getValue();
        String variable = this.variable.getValue();
        if (file != null) {
            return read(file);
        }
        if (variable != null) {
            return Secret.of(terminal.variable(variable)
                    .orElseThrow(() -> unset(variable)));
        }
        try {
            return bounded(terminal.in(), "-");
        } catch (IOException unreadable) {
            throw new UsageException("secret.unreadable", Map.of());
        }
    }

    /// Repeated only where it looks like the name of a variable: it could be the password itself, put there by mistake.
    private static UsageException unset(String variable) {
        return VARIABLE.matcher(variable).matches() ? new UsageException("variable", Map.of("name", variable))
                : new UsageException("variable.unnamed", Map.of());
    }

    private static Secret read(Path path) throws UsageException {
        if (Files.isDirectory(path)) {
            throw new UsageException("secret.folder", Map.of("file", path));
        }
        try (InputStream in = Files.newInputStream(path)) {
            return bounded(in, path.toString());
        } catch (IOException unreadable) {
            throw new UsageException("file.unreadable", Map.of("file", path));
        }
    }

    private static Secret bounded(InputStream in, String what) throws IOException, UsageException {
        byte[] bytes = in.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            Arrays.fill(bytes, (byte) 0);
            throw UsageException.of("secret.long", what);
        }
        if (!isUtf8(bytes)) {
            Arrays.fill(bytes, (byte) 0);
            throw UsageException.of("secret.no_text", what);
        }
        return Secret.ofUtf8Line(bytes);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            var chars = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            Arrays.fill(chars.array(), '\0');
            return true;
        } catch (CharacterCodingException otherEncoding) {
            return false;
        }
    }
}
